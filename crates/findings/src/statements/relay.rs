//! Who passes a statement on, and whose parts it has.

use super::attribute::Attribution;
use super::cue::{Cue, Shape};
use super::frame::{Role as SourceRole, Source};
use super::people::{Holder, Role};
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_model::{ActorId, Link, Pos};
use tenkyo_text::Span;

/// How far after its subject the verb of a question is looked for, in units.
const QUESTION: usize = 40;

impl Attribution<'_> {
    /// The phrases before the content that could name the speaker; in headings also a name before a comma.
    pub(super) fn front(&self, segment: usize, limit: usize) -> Vec<Holder> {
        let mut holders = self.people.holders(self.line, segment, limit);
        holders.retain(|h| !self.sources.iter().any(|s| s.start <= h.start && h.end <= s.end));
        holders.retain(|h| h.role == Role::Topic || !self.puts_question(h, limit));
        if self.heading && holders.first().is_none_or(|h| h.role == Role::Subject) {
            let beside = |i: &usize| {
                matches!(self.line.pos(*i), Pos::Comma | Pos::Symbol) || self.line.quote(*i).is_some()
            };
            let comma = (segment + 1..self.line.len().min(limit + 1)).find(beside);
            let named = comma.and_then(|at| Some((at, self.people.before(self.line, at)?)));
            if let Some((at, (actors, start))) = named {
                holders.insert(
                    0,
                    Holder {
                        actors,
                        start,
                        noun: at,
                        end: (at + 1).min(limit),
                        role: Role::Topic,
                        document: false,
                    },
                );
            }
        }
        holders
    }

    /// Whether the phrase is the subject of a clause that tells of a question (`記者から今後を問われると`).
    fn puts_question(&self, holder: &Holder, limit: usize) -> bool {
        let asked = |r: &Phrase| r.has(Mark::Asked);
        let adjuncts = &self.people.speech().adjuncts;
        let clause = (holder.end..limit).take_while(|i| self.line.pos(*i) != Pos::Topic);
        clause
            .take(QUESTION)
            .any(|i| adjuncts.at_where(self.people.text(), &self.line.tokens, i, asked).is_some())
    }

    /// Who passes the inner statement on, and whether that took the first phrase before the content.
    pub(super) fn relay(&self, outer: &Cue<'_>, front: &[Holder]) -> (Vec<Link>, bool) {
        let gap = self.people.holders(self.line, outer.gap, outer.verb);
        if let Some(holder) = gap.first() {
            return (self.links(&holder.actors, Some(holder.start), outer), false);
        }
        match front {
            [first, ..] if front.len() > 1 || first.actors.iter().all(|a| self.people.is_medium(*a)) => {
                (self.links(&first.actors, Some(first.start), outer), true)
            }
            _ => (Vec::new(), false),
        }
    }

    /// Whether `outer` passes on the words of somebody else; if not, `inner` is a part of what `outer` says.
    pub(super) fn relays(&self, inner: &Cue<'_>, outer: &Cue<'_>, segment: usize) -> bool {
        let front = self.front(segment, self.content_limit(inner, segment));
        let told = !self.people.holders(self.line, outer.gap, outer.verb).is_empty();
        let thought = inner.has(Mark::Thought) && !outer.has(Mark::Report);
        told || (front.len() > 1 && inner.shape == Shape::Clause && !thought)
            || (!front.is_empty() && outer.has(Mark::Report))
    }

    pub(super) fn links(&self, actors: &[ActorId], start: Option<usize>, cue: &Cue<'_>) -> Vec<Link> {
        let span = start.map_or(self.line.span(cue.verb, cue.end), |s| self.line.span(s, s + 1));
        actors.iter().map(|actor| Link { actor: *actor, span: self.name(*actor, span) }).collect()
    }

    /// The whole mention of the actor that begins like `span`, or `span`.
    pub(super) fn name(&self, actor: ActorId, span: Span) -> Span {
        self.people.index.at(span.start).filter(|p| p.actor == actor).map_or(span, |p| p.span)
    }

    /// The parts of a content that have sources of their own (`Aの話として…、Bの話として…と伝えた`).
    pub(super) fn ranges(
        &self,
        cue: &Cue<'_>,
        segment: usize,
        start: usize,
    ) -> Vec<(usize, usize, Option<&Source>)> {
        let end = cue.content_end;
        let originals: Vec<&Source> = self
            .sources
            .iter()
            .filter(|s| s.role == SourceRole::Original && s.start >= segment && s.end <= end)
            .filter(|s| !self.is_under(s))
            .collect();
        // `…ことを情報筋として伝えた`: the source can also stand before the verb.
        let in_gap = |s: &&Source| s.role == SourceRole::Original && s.end > cue.gap && s.end <= cue.verb;
        let Some(first) = originals.first() else {
            return vec![(start, end, self.sources.iter().find(in_gap))];
        };
        let start = start.max(first.end);
        let ends = originals.iter().skip(1).map(|s| s.start).chain([end]);
        let starts = std::iter::once(start).chain(originals.iter().skip(1).map(|s| s.end));
        originals
            .iter()
            .zip(starts.zip(ends))
            .map(|(source, (s, e))| (super::cue_end::after_commas(self.line, s), e, Some(*source)))
            .collect()
    }

    /// Whether a plain source follows an original one and passes it on (`AがBの報道として伝えたところによると`).
    pub(super) fn is_under(&self, original: &Source) -> bool {
        self.sources
            .iter()
            .any(|s| s.role == SourceRole::Plain && s.end > original.end && s.start <= original.start)
    }

    pub(super) fn channels(&self, segment: usize, end: usize) -> Vec<Link> {
        let channels = self
            .sources
            .iter()
            .filter(|s| s.role == SourceRole::Channel && s.start >= segment && s.end <= end);
        channels.flat_map(Self::source_links).collect()
    }

    /// The sources that pass the statement of another on.
    pub(super) fn over(&self, cue: &Cue<'_>) -> Vec<Link> {
        let under = |s: &&Source| s.role == SourceRole::Original && self.is_under(s);
        let plain = self.sources.iter().filter(|s| s.role == SourceRole::Plain && s.end <= cue.end);
        self.sources.iter().filter(under).chain(plain).flat_map(Self::source_links).collect()
    }

    /// The sources of the line that pass on what `speakers` say in it.
    pub(super) fn passers(&self, speakers: &[ActorId]) -> Vec<Link> {
        let passes = |s: &&Source| matches!(s.role, SourceRole::Channel | SourceRole::Plain);
        let links = self.sources.iter().filter(passes).flat_map(Self::source_links);
        links.filter(|link| !speakers.contains(&link.actor)).collect()
    }

    pub(super) fn source_links(source: &Source) -> impl Iterator<Item = Link> + '_ {
        source.actors.iter().map(|actor| Link { actor: *actor, span: source.span })
    }

    /// The addressee between quotative and verb (`と記者団に述べた`).
    pub(super) fn told_to(&self, cue: &Cue<'_>) -> Option<ActorId> {
        let at = (cue.gap..cue.verb).find(|&i| {
            self.people
                .speech()
                .adjuncts
                .at(self.people.text(), &self.line.tokens, i)
                .is_some_and(|a| a.rule.has(Mark::Addressee))
        })?;
        self.people.before(self.line, at).filter(|(_, start)| *start >= cue.gap).map(|(actors, _)| actors[0])
    }
}
