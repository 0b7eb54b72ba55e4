//! The words that make a stretch of nouns a body, a group, a government or the holder of a title.

use super::phrases::Reader;
use super::pieces::What;
use std::ops::Range;
use tenkyo_lexicon::actors::{NameUse, TitleKind};
use tenkyo_model::{ActorKind, Pos};

/// The word that makes a stretch of nouns a body, a group or the holder of a title.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Head {
    Known(ActorKind),
    Body,
    Group,
    Title,
    Tail,
}

impl Reader<'_> {
    /// What the piece makes of the nouns before it.
    pub(super) fn head(&self, at: usize, start: usize) -> Option<Head> {
        match self.pieces[at].what {
            What::Known(uses) => {
                let kind = self.known(at)?.0;
                // `ロ`, `北`: a short form counts only before or after other names.
                (uses.iter().any(|u| u.1 != NameUse::Compound) || self.compound_counts(at, start))
                    .then_some(Head::Known(kind))
            }
            What::Title(_) | What::Noun(_) | What::Foreign if self.group_noun(at, start) => Some(Head::Group),
            What::Title(TitleKind::Office) => Some(Head::Title),
            What::Title(_) => None,
            What::Join | What::Pronoun(_) => None,
            _ if self.tail_start(at, start).is_some_and(|t| self.owns_tail(t, start)) => Some(Head::Tail),
            What::Foreign | What::Noun(_) => self.is_body(at, start).then_some(Head::Body),
        }
    }

    /// Whether the nouns from piece `start` to `at` end as the names of bodies do.
    pub(super) fn is_body(&self, at: usize, start: usize) -> bool {
        let w = &self.context.lexicon.actors.words;
        let (words, stretch) = (self.words(at), &self.text[self.span(start..at + 1)]);
        if w.not_bodies.contains(words) || w.not_bodies.contains(stretch) {
            return false;
        }
        if w.generic_bodies.contains(words) || w.generic_bodies.contains(stretch) {
            return true;
        }
        let Some(suffix) = w.body_suffix(stretch) else { return false };
        let fits = suffix.len() < stretch.len() && (suffix.len() >= words.len() || words.chars().count() > 2);
        match self.pieces[at].what {
            What::Noun(t) if t.pos == Pos::Prefix => false,
            // `衛星放送` is a thing, `イラク国営放送` a body.
            What::Noun(t) if t.pos == Pos::Verbal => fits && self.is_proper(start..at),
            _ => fits,
        }
    }

    /// Whether some piece is a name.
    pub(super) fn is_proper(&self, range: Range<usize>) -> bool {
        use Pos::*;
        range.into_iter().any(|i| match self.pieces[i].what {
            What::Known(_) => true,
            What::Noun(t) => !t.known || matches!(t.pos, Person | Place | Organization | Proper),
            _ => false,
        })
    }

    /// Whether a one-kanji state counts here: with a body, title or another state beside it.
    pub(super) fn compound_counts(&self, at: usize, start: usize) -> bool {
        if self.words(at).chars().count() > 1 || (at > start && self.in_row(at)) {
            return true;
        }
        let next = self.pieces.get(at + 1).filter(|p| p.joined);
        match next.map(|p| p.what) {
            Some(What::Known(_) | What::Title(_)) => true,
            Some(What::Noun(t)) => {
                let words = self.words(at + 1);
                let w = &self.context.lexicon.actors.words;
                w.state_tails.contains(words)
                    || self.is_body(at + 1, at)
                    || w.group_nouns.contains(words)
                    || t.pos != Pos::Suffix
            }
            _ => self.stands_alone(at),
        }
    }

    /// Whether another one-kanji state stands right before piece `at` (`米韓`).
    fn in_row(&self, at: usize) -> bool {
        let letter = |i: usize| self.words(i).chars().count() == 1;
        let state = |i: usize| match self.pieces[i].what {
            What::Known(uses) => uses.iter().all(|u| u.1 == NameUse::Compound),
            _ => false,
        };
        self.pieces[at].joined && state(at) && state(at - 1) && letter(at) && letter(at - 1)
    }

    /// Whether a one-kanji state stands alone as headlines have it: `米、`, `北が`.
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        let span = self.pieces[at].span;
        let before = self.text[..span.start as usize].chars().next_back();
        let after = self.text[span.end as usize..].chars().next();
        !self.pieces[at].joined
            && before.is_none_or(|c| !c.is_alphanumeric())
            && after.is_some_and(|c| {
                matches!(c, '、' | 'が' | 'は' | 'に' | 'と' | 'も' | ',' | '・' | 'の' | ' ' | '\u{3000}')
            })
    }

    /// Whether the nouns after a head leave it a mention of its own (`ら`, `など`).
    pub(super) fn is_open_tail(&self, from: usize, end: usize) -> bool {
        (from..end).all(|i| self.context.lexicon.actors.words.plurals.contains(self.words(i)))
    }

    /// Whether a piece binds to the name after it: a prefix (`反`, `対`, `在`) or another noun.
    pub(super) fn is_bound(&self, at: usize) -> bool {
        let kinds = &self.context.lexicon.actors.words.kinds;
        let kind = || kinds.iter().any(|k| self.words(at).ends_with(k.as_str()));
        !matches!(self.pieces[at].what, What::Title(_) | What::Known(_)) && !kind()
    }

    /// Whether a noun for people (`専門家`, `当局者`) ends with piece `at`. One that is also a title needs a word before it.
    pub(super) fn group_noun(&self, at: usize, start: usize) -> bool {
        let titled = matches!(self.pieces[at].what, What::Title(_));
        self.group_start(at, start)
            .is_some_and(|s| !titled || s > start || at > s || self.quantifier_before(s).is_some())
    }

    /// First piece of the longest noun for people that ends with piece `at`.
    pub(super) fn group_start(&self, at: usize, start: usize) -> Option<usize> {
        let nouns = &self.context.lexicon.actors.words.group_nouns;
        (start.max(at.saturating_sub(3))..=at)
            .find(|from| nouns.contains(&self.text[self.span(*from..at + 1)]))
    }

    /// First piece of the words (`政府`, `指導部`) that leave a state the state and end with piece `at`.
    pub(super) fn tail_start(&self, at: usize, start: usize) -> Option<usize> {
        let tails = &self.context.lexicon.actors.words.state_tails;
        let two = at > start && tails.contains(&self.text[self.span(at - 1..at + 1)]);
        if two { Some(at - 1) } else { tails.contains(self.words(at)).then_some(at) }
    }

    /// Whether a name stands before such words: directly, or before `の`.
    pub(super) fn owns_tail(&self, tail: usize, start: usize) -> bool {
        if tail > start { self.known(tail - 1).is_some() } else { self.state_before(tail).is_some() }
    }
}
