//! Looks actors up by their place in the text.

use tenkyo_model::{ActorId, Findings, MentionForm};
use tenkyo_text::Span;

/// One mention with the actor that it refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words.
    pub span: Span,
    /// To whom they refer.
    pub actor: ActorId,
    /// How they refer.
    pub form: MentionForm,
}

/// All mentions of an article in order of their places: by start, the longest first. Build it once a layer.
#[derive(Clone, Debug, Default)]
pub struct ActorIndex {
    places: Vec<Place>,
    /// For each place, the furthest end of the places up to it, so that a search can stop early.
    reach: Vec<u32>,
}

impl ActorIndex {
    /// Indexes the mentions of all actors.
    pub fn new(findings: &Findings) -> Self {
        let mut places: Vec<Place> = findings
            .actors
            .iter()
            .zip(0..)
            .flat_map(|(actor, id)| {
                let place =
                    move |m: &tenkyo_model::Mention| Place { span: m.span, actor: ActorId(id), form: m.form };
                actor.mentions.iter().map(place)
            })
            .collect();
        places.sort_by_key(|p| (p.span.start, std::cmp::Reverse(p.span.end), p.actor));
        let mut furthest = 0;
        let reach = places.iter().map(|p| {
            furthest = furthest.max(p.span.end);
            furthest
        });
        Self { reach: reach.collect(), places }
    }

    /// Every mention, by start, the longest first.
    pub fn all(&self) -> &[Place] {
        &self.places
    }

    /// The longest mention that covers the byte `offset`.
    pub fn at(&self, offset: u32) -> Option<Place> {
        let after = self.places.partition_point(|p| p.span.start <= offset);
        let covering = (0..after).rev().take_while(|i| self.reach[*i] > offset).map(|i| self.places[i]);
        covering.filter(|p| p.span.end > offset).max_by_key(|p| (p.span.len(), std::cmp::Reverse(p.actor)))
    }

    /// The mentions that lie wholly inside `span`, by start, the longest first; nested ones included.
    pub fn inside(&self, span: Span) -> impl Iterator<Item = Place> + '_ {
        let start = self.places.partition_point(|p| p.span.start < span.start);
        self.places[start..]
            .iter()
            .take_while(move |p| p.span.start <= span.end)
            .filter(move |p| span.contains(p.span))
            .copied()
    }

    /// The mentions inside `span` that lie in no longer mention inside `span`, in order.
    pub fn outermost(&self, span: Span) -> Vec<Place> {
        let mut out: Vec<Place> = Vec::new();
        for place in self.inside(span) {
            match out.last() {
                Some(last) if last.span.contains(place.span) && last.span != place.span => {}
                _ => out.push(place),
            }
        }
        out
    }

    /// The mention that ends last at or before the byte `offset`, with the longest words of those that end there.
    pub fn before(&self, offset: u32) -> Option<Place> {
        let after = self.places.partition_point(|p| p.span.start < offset);
        let near = self.places[..after].iter().rev().take(16).filter(|p| p.span.end <= offset);
        near.max_by_key(|p| (p.span.end, p.span.len())).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tenkyo_model::{Actor, ActorKind, Mention, RuleId};

    fn actor(name: &str, spans: &[(usize, usize)]) -> Actor {
        let mention = |&(s, e): &(usize, usize)| Mention {
            span: Span::new(s, e),
            form: MentionForm::Name,
            rule: RuleId::from("t"),
        };
        Actor {
            name: name.into(),
            kind: ActorKind::Person,
            knowledge: None,
            wikidata: None,
            roles: vec![],
            mentions: spans.iter().map(mention).collect(),
        }
    }

    #[test]
    fn the_longest_mention_wins() {
        let findings = Findings {
            actors: vec![actor("a", &[(0, 30), (0, 12)]), actor("b", &[(12, 15)])],
            ..Findings::default()
        };
        let index = ActorIndex::new(&findings);
        assert_eq!(index.at(13).unwrap().span, Span::new(0, 30));
        assert_eq!(index.inside(Span::new(0, 20)).count(), 2);
        assert_eq!(index.outermost(Span::new(0, 40)).len(), 1);
        assert_eq!(index.before(20).unwrap().span, Span::new(12, 15));
        assert!(index.at(30).is_none());
    }
}
