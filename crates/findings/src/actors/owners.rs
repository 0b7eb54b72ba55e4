//! The state or body that a phrase belongs to: at its beginning, or before `の`.

use super::phrases::Reader;
use super::pieces::What;
use tenkyo_model::{ActorKind, Pos};

impl Reader<'_> {
    /// The state that the stretch from `from` begins with, and the piece after it.
    pub(super) fn state_at(&self, from: usize, at: usize) -> Option<(u32, usize)> {
        (from < at).then_some(())?;
        let (kind, uses) = self.known(from)?;
        let state =
            uses.iter().map(|u| u.0).find(|k| self.context.lexicon.actors.get(*k).kind == ActorKind::State);
        (kind == ActorKind::State || state.is_some()).then(|| Some((state?, from + 1))).flatten()
    }

    /// The state before `の` directly before piece `at`.
    pub(super) fn state_before(&self, at: usize) -> Option<u32> {
        let start = self.pieces[at].span.start;
        let before = at.checked_sub(1)?;
        let end = self.pieces[before].span.end;
        let no = &self.text[end as usize..start as usize];
        (self.context.lexicon.actors.words.of.contains(no))
            .then(|| self.state_at(before, at))
            .flatten()
            .map(|s| s.0)
    }

    /// Where the name before `の` directly before piece `at` begins.
    pub(super) fn owner_start(&self, at: usize) -> Option<u32> {
        self.state_before(at)?;
        Some(self.pieces[at - 1].span.start)
    }

    /// First piece of the name that ends with piece `at`: nouns that only qualify it are left out.
    pub(super) fn trim(&self, from: usize, at: usize) -> usize {
        let named = (from..at).find(|i| self.known(*i).is_some_and(|(kind, _)| kind != ActorKind::Person));
        let from = named
            .filter(|i| {
                *i == from || !matches!(self.pieces[*i - 1].what, What::Noun(t) if t.pos == Pos::Prefix)
            })
            .unwrap_or(from);
        let leading = |i: &usize| {
            *i < at
                && matches!(self.pieces[*i].what, What::Noun(t) if matches!(t.pos, Pos::Prefix | Pos::Verbal) && self.context.lexicon.actors.words.qualifiers.contains(self.words(*i)))
        };
        from + (from..at).take_while(leading).count()
    }
}
