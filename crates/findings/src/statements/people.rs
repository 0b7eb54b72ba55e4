//! Who stands before a particle or a source phrase: mentions of actors, alone or coordinated.

use super::line::Line;
use crate::Context;
use crate::actors::{ActorIndex, Place};
use tenkyo_lexicon::speech::Speech;
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_model::{ActorId, ActorKind, Findings, Pos};

/// How many units a tail (`側`, `の各国政府`) can take.
const TAIL: usize = 4;

/// Looks speakers up by place.
pub(super) struct People<'a> {
    /// The article and its data.
    pub context: Context<'a>,
    /// The actors of the article.
    pub findings: &'a Findings,
    /// Where they are mentioned.
    pub index: ActorIndex,
}

/// A phrase that tells who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Holder {
    /// The actors; empty for a document whose issuer stands elsewhere, and for somebody whom the actors layer does not know.
    pub actors: Vec<ActorId>,
    /// First unit of the first mention.
    pub start: usize,
    /// First unit after its noun phrase.
    pub noun: usize,
    /// First unit after the particle.
    pub end: usize,
    /// What the particle marks.
    pub role: Role,
    /// Whether a document stands for its issuer.
    pub document: bool,
}

/// What a particle marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The topic.
    Topic,
    /// The subject.
    Subject,
}

impl<'a> People<'a> {
    /// The article's text.
    pub fn text(&self) -> &'a str {
        &self.context.article.text
    }

    /// Words of saying.
    pub fn speech(&self) -> &'a Speech {
        &self.context.lexicon.speech
    }

    /// The longest mention of somebody who can speak that ends at the byte `offset`.
    pub fn ending_at(&self, offset: u32) -> Option<Place> {
        let place = self.index.at(offset.checked_sub(1)?)?;
        let exact = if place.span.end == offset { Some(place) } else { self.index.before(offset) };
        exact.filter(|p| p.span.end == offset && self.can_speak(p.actor))
    }

    fn can_speak(&self, id: ActorId) -> bool {
        self.kind(id) != ActorKind::Place
    }

    /// What the actor is.
    pub fn kind(&self, id: ActorId) -> ActorKind {
        self.findings.actors[id.0 as usize].kind
    }

    /// Whether the actor is a newspaper, agency or station.
    pub fn is_medium(&self, id: ActorId) -> bool {
        let actor = &self.findings.actors[id.0 as usize];
        let actors = &self.context.lexicon.actors;
        match actor.knowledge.as_deref().and_then(|k| actors.by_id(k)) {
            Some(known) => actors.get(known).class.as_deref() == Some("media"),
            None => {
                let endings = &actors.words.media_endings;
                actor.kind == ActorKind::Organization
                    && endings.iter().any(|e| actor.name.ends_with(e.as_str()))
            }
        }
    }

    /// The actors whose mentions, joined by と, や, ・ and the like, end before unit `end`; and the first unit of them.
    pub fn before(&self, line: &Line, end: usize) -> Option<(Vec<ActorId>, usize)> {
        let end = self.examples_end(line, end).unwrap_or(end);
        let (place, mut start) = self.single_before(line, end)?;
        let mut actors = vec![place.actor];
        while let Some((joined, first)) = self.joined_before(line, start, place.actor) {
            actors.insert(0, joined);
            start = first;
        }
        Some((actors, start))
    }

    /// The end of the names before など that are examples of the noun which ends before unit `end`: `朝日新聞や産経新聞など日本の各社`.
    fn examples_end(&self, line: &Line, end: usize) -> Option<usize> {
        let collective = |r: &Phrase| r.has(Mark::Collective);
        let heads = &self.speech().heads;
        let head = (end.saturating_sub(TAIL)..end).find(|&i| {
            heads.at_where(self.text(), &line.tokens, i, collective).is_some_and(|m| m.end == end)
        })?;
        let joins = |i: &usize| is_noun(line.pos(*i)) || matches!(line.pos(*i), Pos::Genitive | Pos::Prefix);
        let such = (0..head).rev().take(TAIL * 2).find(|i| !joins(i))?;
        let (place, _) = self.single_before(line, such)?;
        (self.without_tail(line, such + 1) == Some(such) && self.is_medium(place.actor)).then_some(such + 1)
    }

    /// The mention that ends before unit `end`, past asides and tails; and its first unit.
    fn single_before(&self, line: &Line, end: usize) -> Option<(Place, usize)> {
        let mut ends = vec![end];
        while let Some(&at) = ends.last().filter(|_| ends.len() <= TAIL) {
            let shorter =
                if at > 0 && line.is_aside(at - 1) { Some(at - 1) } else { self.without_tail(line, at) };
            match shorter {
                Some(next) => ends.push(next),
                None => break,
            }
        }
        ends.into_iter().filter(|at| *at > 0).find_map(|at| {
            let offset = line.tokens[at - 1].span.end;
            let place = self.ending_at(offset).or_else(|| self.in_quote(line, at - 1))?;
            (place.span.start >= line.tokens[0].span.start)
                .then(|| (place, line.at(place.span.start).min(at - 1)))
        })
    }

    /// A name in quotation marks, such as that of a news site.
    fn in_quote(&self, line: &Line, at: usize) -> Option<Place> {
        let quote = line.quote(at)?;
        self.ending_at(quote.inner.end).filter(|p| p.span.start <= quote.inner.start)
    }

    /// Where the phrase that ends before unit `end` ends without a word for its side or plural.
    pub fn without_tail(&self, line: &Line, end: usize) -> Option<usize> {
        (end.saturating_sub(TAIL)..end)
            .find(|&i| self.speech().tails.at(self.text(), &line.tokens, i).is_some_and(|m| m.end == end))
    }

    fn joined_before(&self, line: &Line, start: usize, last: ActorId) -> Option<(ActorId, usize)> {
        let at = start.checked_sub(1)?;
        let word = line.tokens[at];
        let joins = match word.pos {
            Pos::Coordinating | Pos::Conjunction => true,
            Pos::Case => self.speech().joins.at(self.text(), &line.tokens, at).is_some(),
            Pos::Comma => true,
            _ => self.speech().joins.at(self.text(), &line.tokens, at).is_some(),
        };
        let (place, first) = joins.then(|| self.single_before(line, at)).flatten()?;
        let same = self.kind(place.actor) == self.kind(last);
        let alike = match word.pos {
            Pos::Comma => same && matches!(self.kind(last), ActorKind::State | ActorKind::Organization),
            // `韓国・東亜日報`: the state only tells whose it is.
            Pos::Symbol => same || self.kind(place.actor) != ActorKind::State,
            _ => true,
        };
        (alike && place.actor != last).then_some((place.actor, first))
    }

    /// The phrases with は, が and the like in `start..end` that name an actor or a document.
    pub fn holders(&self, line: &Line, start: usize, end: usize) -> Vec<Holder> {
        (start..end.min(line.len())).filter_map(|at| self.holder(line, start, at)).collect()
    }

    /// The last subject before unit `end` that names an actor or a document with an issuer. Looks from `end` backwards, and
    /// not for those whom the actors layer does not know: a long sentence asks at many places.
    pub fn subject_before(&self, line: &Line, end: usize) -> Option<Holder> {
        let subject = |at| self.particle(line, 0, at).filter(|p| p.0 == Role::Subject).map(|p| (at, p));
        let named = |(at, particle)| self.named_holder(line, 0, at, particle);
        (0..end.min(line.len())).rev().filter_map(subject).filter_map(named).find(|h| !h.actors.is_empty())
    }

    fn holder(&self, line: &Line, from: usize, at: usize) -> Option<Holder> {
        let particle = self.particle(line, from, at)?;
        self.named_holder(line, from, at, particle).or_else(|| self.unknown_holder(line, from, at, particle))
    }

    /// What the particle at `at` marks, and the first unit after it.
    fn particle(&self, line: &Line, from: usize, at: usize) -> Option<(Role, usize)> {
        if at <= from || matches!(line.pos(at - 1), Pos::Topic | Pos::Case) {
            return None;
        }
        let particle = self.speech().particles.at(self.text(), &line.tokens, at)?;
        let role = if particle.rule.has(Mark::Topic) {
            Role::Topic
        } else if particle.rule.has(Mark::Subject) {
            Role::Subject
        } else {
            return None;
        };
        Some((role, particle.end))
    }

    /// The actors or the document before the particle at `at`.
    fn named_holder(
        &self,
        line: &Line,
        from: usize,
        at: usize,
        (role, end): (Role, usize),
    ) -> Option<Holder> {
        if let Some((actors, start)) = self.before(line, at).filter(|(_, start)| *start >= from) {
            return Some(Holder { actors, start, noun: at, end, role, document: false });
        }
        let start = self.document_before(line, at, true)?;
        let actors = self.genitive(line, from, start);
        Some(Holder { actors, start, noun: at, end, role, document: true })
    }

    /// Somebody before the particle at `at` whom the actors layer does not know.
    fn unknown_holder(
        &self,
        line: &Line,
        from: usize,
        at: usize,
        (role, end): (Role, usize),
    ) -> Option<Holder> {
        // A place or an occasion has では or には; whom nobody knows is taken for a speaker only with は, も or が.
        let bare = self.text()[line.span(at, end)].chars().nth(1).is_none();
        let start = self.head_before(line, at).filter(|_| bare || role == Role::Subject)?;
        let mut first = start;
        while first > from
            && (is_noun(line.pos(first - 1)) || matches!(line.pos(first - 1), Pos::Genitive | Pos::Symbol))
        {
            first -= 1;
        }
        Some(Holder { actors: Vec::new(), start: first, noun: at, end, role, document: false })
    }

    /// The first unit of the document noun that ends before unit `end`; with `held`, one that can itself be a subject.
    pub fn document_before(&self, line: &Line, end: usize, held: bool) -> Option<usize> {
        let fits = |r: &Phrase| !held || r.has(Mark::Held);
        let documents = &self.speech().documents;
        (end.saturating_sub(TAIL)..end)
            .find(|&i| documents.at_where(self.text(), &line.tokens, i, fits).is_some_and(|m| m.end == end))
    }

    /// The first unit of the last word of a phrase for somebody whom the actors layer does not know.
    pub fn head_before(&self, line: &Line, end: usize) -> Option<usize> {
        let mut end = end;
        while end > 0 && line.is_aside(end - 1) {
            end -= 1;
        }
        if let Some(quote) = line.quote(end.checked_sub(1)?) {
            let named =
                end == 1 || is_noun(line.pos(end - 2)) || matches!(line.pos(end - 2), Pos::Comma | Pos::Case);
            return (!quote.clausal && named).then_some(end - 1);
        }
        (end.saturating_sub(TAIL)..end)
            .find(|&i| self.speech().heads.at(self.text(), &line.tokens, i).is_some_and(|m| m.end == end))
    }

    /// The actor in the genitive before a document (`ロシア国防省の声明`).
    pub fn genitive(&self, line: &Line, from: usize, document: usize) -> Vec<ActorId> {
        let particles = (from..document).rev().take(8).filter(|&i| line.pos(i) == Pos::Genitive);
        let compound = || self.before(line, document).filter(|(a, _)| self.kind(a[0]) != ActorKind::Group);
        let found = particles.into_iter().find_map(|at| self.before(line, at)).or_else(compound);
        let named = found.filter(|(_, start)| *start >= from).map(|(actors, _)| actors);
        named.or_else(|| self.court(line, document)).unwrap_or_default()
    }

    /// The court named last before a judgment.
    fn court(&self, line: &Line, document: usize) -> Option<Vec<ActorId>> {
        let court = |r: &Phrase| r.has(Mark::Court);
        self.speech().documents.at_where(self.text(), &line.tokens, document, court)?;
        let places = self.index.all();
        let before = places.partition_point(|p| p.span.start < line.tokens[document].span.start);
        let is_court = |place: &&Place| {
            let tokens = &self.context.analysis.tokens[self.context.analysis.tokens_in(place.span)];
            let heads = &self.speech().heads;
            let ends = |i: &usize| {
                heads.at_where(self.text(), tokens, *i, court).is_some_and(|m| m.end == tokens.len())
            };
            (tokens.len().saturating_sub(TAIL)..tokens.len()).any(|i| ends(&i))
        };
        places[..before].iter().rev().find(is_court).map(|p| vec![p.actor])
    }
}
