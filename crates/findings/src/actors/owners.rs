//! The state or body that a phrase belongs to: at its beginning, or before `の`.

use super::phrases::Reader;
use super::pieces::What;
use tenkyo_model::{ActorKind, Pos};
use tenkyo_text::Span;

/// Classes of `knowledge/` whose bodies act for their state.
const ORGANS: [&str; 6] = ["agency", "army", "court", "government", "ministry", "parliament"];

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
        let owner = self.owner_before(at)?;
        self.state_at(owner, at).map(|s| s.0)
    }

    /// The state that owns the body at piece `at`: before `の` itself, or the state of the body there (`韓国軍の合同参謀本部`).
    pub(super) fn state_of_owner(&self, at: usize) -> Option<u32> {
        self.state_before(at).or_else(|| self.state_of_body(self.owner_before(at)?))
    }

    /// The piece before `の` directly before piece `at`.
    fn owner_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let between = Span { start: self.pieces[before].span.end, end: self.pieces[at].span.start };
        self.context.lexicon.actors.words.of.contains(&self.text[between]).then_some(before)
    }

    /// The state whose organ the known body at piece `at` is; a newspaper is nobody's.
    fn state_of_body(&self, at: usize) -> Option<u32> {
        let actors = &self.context.lexicon.actors;
        let (_, uses) = self.known(at)?;
        let mut bodies = uses.iter().map(|u| actors.get(u.0));
        let organ = bodies.find(|b| b.class.as_deref().is_some_and(|c| ORGANS.contains(&c)))?;
        actors.by_id(organ.of.as_deref()?)
    }

    /// Where the name of the state before `の` directly before piece `at` begins.
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
