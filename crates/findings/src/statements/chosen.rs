//! Which phrase of the clause is the speaker of a cue.

use super::attribute::Attribution;
use super::cue::{Cue, Shape};
use super::frame;
use super::people::{Holder, Role};
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::Mark;
use tenkyo_model::{ActorId, Pos};

impl Attribution<'_> {
    /// First unit after a shell noun itself.
    pub(super) fn shell_end(&self, cue: &Cue<'_>) -> usize {
        let shell = self.people.speech().shells.at(self.people.text(), &self.line.tokens, cue.verb);
        shell.map_or(cue.end, |s| s.end)
    }

    /// Whether the phrase can be the subject of the cue and not of a clause inside what is said.
    pub(super) fn may_speak(&self, holder: &Holder, cue: &Cue<'_>, segment: usize, continued: bool) -> bool {
        if holder.role == Role::Topic {
            return !continued || self.leads(holder, segment);
        }
        if cue.shape == Shape::Object {
            return true;
        }
        self.leads(holder, segment) && !self.is_adnominal(holder, cue.content_end)
    }

    /// Whether the subject belongs to a verb that describes a noun inside what is said.
    pub(super) fn is_adnominal(&self, holder: &Holder, limit: usize) -> bool {
        let stop = |i: &usize| matches!(self.line.pos(*i), Pos::Verb | Pos::Comma | Pos::Other);
        let Some(verb) = (holder.end..limit).find(stop).filter(|i| self.line.pos(*i) == Pos::Verb) else {
            return false;
        };
        let inflects = |i: &usize| {
            matches!(self.line.pos(*i), Pos::Auxiliary | Pos::DependentVerb | Pos::Conjunctive | Pos::Verb)
        };
        let end = (verb..limit).find(|i| !inflects(i)).unwrap_or(limit);
        end < limit && is_noun(self.line.pos(end))
    }

    /// Whether nothing but openers and adjuncts stands before the phrase in its segment.
    pub(super) fn leads(&self, holder: &Holder, segment: usize) -> bool {
        let from = frame::skip(self.people, self.line, &self.sources, segment, holder.start + 1).start;
        (from..holder.start).all(|i| match self.line.pos(i) {
            Pos::Topic => holder.role == Role::Subject && self.line.pos(i + 1) == Pos::Comma,
            pos => !matches!(pos, Pos::Case | Pos::Conjunctive),
        })
    }

    /// The phrase before the content that names the speaker.
    pub(super) fn chosen<'h>(&self, front: &'h [Holder], direct: bool, strict: bool) -> Option<&'h Holder> {
        let closed = |h: &&Holder| self.line.pos(h.end) == Pos::Comma;
        if let Some(first) = front.first().filter(|h| h.role == Role::Subject).filter(closed) {
            return Some(first);
        }
        let mut topics = front.iter().filter(|h| h.role == Role::Topic);
        if strict {
            return topics.find(closed);
        }
        let later =
            front.iter().rfind(|h| h.role == Role::Topic && !h.actors.is_empty() && self.opens_clause(h));
        let first = front.iter().find(|h| h.role == Role::Topic && !h.actors.is_empty());
        if let (Some(first), Some(later)) = (first, later)
            && first.start < later.start
            && !closed(&first)
        {
            return Some(later);
        }
        let named = topics.clone().find(|h| !h.actors.is_empty()).or_else(|| topics.next());
        named.or_else(|| {
            let mut subjects =
                front.iter().filter(|h| h.role == Role::Subject && (direct || !h.actors.is_empty()));
            if direct { subjects.next_back() } else { subjects.next() }
        })
    }

    /// Whether a clause of another has ended before the phrase: `Aは謝罪を求めたが、Bは関与を否定した`.
    fn opens_clause(&self, holder: &Holder) -> bool {
        let comma = holder.start.checked_sub(1).filter(|i| self.line.pos(*i) == Pos::Comma);
        let before = comma.and_then(|i| i.checked_sub(1));
        before.is_some_and(|i| self.line.pos(i) == Pos::Conjunctive)
    }

    /// The speaker in brackets after a quotation, in the genitive before it, or between link and shell noun.
    pub(super) fn beside(&self, cue: &Cue<'_>, limit: usize) -> Option<Vec<ActorId>> {
        let before = cue.content_end.checked_sub(1)?;
        if self.line.is_aside(before) {
            let inside = self.people.index.outermost(self.line.tokens[before].span);
            let actor = inside.last().map(|p| vec![p.actor]).unwrap_or_default();
            return (cue.shape == Shape::Shell && !inside.is_empty()).then_some(actor);
        }
        if cue.shape != Shape::Shell || !cue.has(Mark::Held) {
            return None;
        }
        let between = (cue.gap..cue.verb).rev().find(|&i| self.line.pos(i) == Pos::Genitive);
        if let Some(at) = between {
            let known = self.people.before(self.line, at).filter(|(_, start)| *start >= cue.gap);
            if let Some((actors, _)) = known {
                return Some(actors);
            }
            if self.people.head_before(self.line, at).is_some_and(|start| start >= cue.gap) {
                return Some(Vec::new());
            }
        }
        let genitive = limit
            .checked_sub(1)
            .filter(|&i| self.line.quote(limit).is_some() && self.line.pos(i) == Pos::Genitive);
        genitive.and_then(|at| self.people.before(self.line, at)).map(|(actors, _)| actors)
    }

    /// The noun that a cue describes (`…と考えるアナリスト`), if it is somebody.
    pub(super) fn described(&self, cue: &Cue<'_>) -> Option<Vec<ActorId>> {
        let end = (cue.end..self.line.len().min(cue.end + 16)).find(|&i| {
            self.people.speech().particles.at(self.people.text(), &self.line.tokens, i).is_some()
        })?;
        match self.people.before(self.line, end) {
            Some((actors, start)) => (start >= cue.end).then_some(actors),
            None => self.people.head_before(self.line, end).map(|_| Vec::new()),
        }
    }
}
