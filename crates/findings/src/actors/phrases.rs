//! Noun phrases that refer to an actor, read from the pieces of one run after another.

use super::bodies;
use super::brackets;
use super::cited;
use super::persons;
use super::pieces::{Piece, What};
use super::quoted;
use crate::Context;
use std::ops::Range;
use tenkyo_model::{ActorKind, MentionForm};
use tenkyo_text::Span;

/// A noun phrase that refers.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The strings that refer, with their forms; the longest first.
    pub(super) surfaces: Vec<(Span, MentionForm)>,
    /// To what.
    pub(super) referent: Referent,
    /// The title in it.
    pub(super) title: Option<TitleWords>,
    /// The state or body (index into the known actors) that stands in or before it.
    pub(super) of: Option<u32>,
    /// Another spelling or reading of the name, given in brackets.
    pub(super) reading: Option<Span>,
    /// Whether it counts only when the article names the same person in full somewhere.
    pub(super) weak: bool,
    /// What found it.
    pub(super) rule: &'static str,
}

/// A title in a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct TitleWords {
    /// The words, without the state or body before them.
    pub(super) span: Span,
    /// The words that mark it as past.
    pub(super) former: Option<Span>,
}

/// What a phrase says of its referent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Referent {
    /// It is one of these known actors.
    Known(Vec<u32>),
    /// Somebody or something of this name.
    Named(ActorKind, String),
    /// Somebody of this family name or other part of a name.
    Family(String),
    /// A body named by its last words only (`外務省`).
    Generic(String),
    /// The holder of the title.
    Title,
    /// A pronoun of this kind (see `data/ja/actors`).
    Pronoun(String),
}

impl Phrase {
    /// A phrase of these words that refers to `referent`.
    pub(super) fn new(span: Span, form: MentionForm, referent: Referent, rule: &'static str) -> Self {
        Self {
            surfaces: vec![(span, form)],
            referent,
            title: None,
            of: None,
            reading: None,
            weak: false,
            rule,
        }
    }

    /// The longest words of the phrase.
    pub(super) fn span(&self) -> Span {
        self.surfaces.iter().map(|(s, _)| *s).reduce(Span::cover).unwrap_or_default()
    }
}

/// What the parts of this module read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) context: Context<'a>,
    pub(super) text: &'a str,
    pub(super) pieces: &'a [Piece<'a>],
}

/// Reads all runs of pieces that touch each other, from left to right.
pub(super) fn read<'a>(context: Context<'a>, pieces: &'a [Piece<'a>]) -> Vec<Phrase> {
    let reader = Reader { context, text: &context.article.text, pieces };
    let mut out: Vec<Phrase> = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let end = reader.run_end(start);
        // A title after a reading in brackets was read with its name.
        let span = pieces[start].span;
        let read = |p: &Phrase| {
            p.title.is_some() && p.reading.is_some_and(|r| r.end <= span.start) && p.span().contains(span)
        };
        if out.iter().rev().take(4).any(read) {
            start += 1;
            continue;
        }
        reader.run(start..end, &mut out);
        start = end;
    }
    brackets::join(&reader, &mut out);
    quoted::read(&reader, &mut out);
    cited::read(&reader, &mut out);
    out
}

impl<'a> Reader<'a> {
    /// The piece after the run that begins at `start`.
    pub(super) fn run_end(&self, start: usize) -> usize {
        start + 1 + self.pieces[start + 1..].iter().take_while(|p| p.joined).count()
    }

    /// The words of a piece.
    pub(super) fn words(&self, at: usize) -> &'a str {
        &self.text[self.pieces[at].span]
    }

    /// The piece that begins at the byte `at`.
    pub(super) fn piece_at(&self, at: u32) -> Option<usize> {
        self.pieces.binary_search_by_key(&at, |p| p.span.start).ok()
    }

    /// The span of the pieces in `range`, which must not be empty.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.pieces[range.start].span.cover(self.pieces[range.end - 1].span)
    }

    /// Whether the words end with one of the former-words or are one.
    pub(super) fn is_former(&self, at: usize) -> bool {
        self.context.lexicon.actors.words.former.contains(self.words(at))
    }

    /// The words in `range` that mark a title as past.
    pub(super) fn former_in(&self, mut range: Range<usize>) -> Option<Span> {
        let past = &self.context.lexicon.actors.words.past;
        range.find(|i| past.contains(self.words(*i))).map(|i| self.pieces[i].span)
    }

    /// The kind of the known actor that piece `at` names, with the indices of those that bear the name.
    pub(super) fn known(
        &self,
        at: usize,
    ) -> Option<(ActorKind, &'a [(u32, tenkyo_lexicon::actors::NameUse)])> {
        match self.pieces[at].what {
            What::Known(uses) => Some((self.context.lexicon.actors.get(uses.first()?.0).kind, uses)),
            _ => None,
        }
    }

    /// Reads one run: persons where they begin, what lies between them as bodies, groups and states.
    fn run(&self, run: Range<usize>, out: &mut Vec<Phrase>) {
        let (mut at, mut rest) = (run.start, run.start);
        while at < run.end {
            if let What::Pronoun(kind) = self.pieces[at].what {
                bodies::read(self, rest..at, at, out);
                let referent = Referent::Pronoun(kind.to_owned());
                out.push(Phrase::new(self.pieces[at].span, MentionForm::Pronoun, referent, "actor.pronoun"));
                (at, rest) = (at + 1, at + 1);
            } else if let Some((phrase, end)) = persons::read(self, at, run.clone()) {
                bodies::read(self, rest..at, at, out);
                out.push(phrase);
                (at, rest) = (end.max(at + 1), end.max(at + 1));
            } else {
                at += 1;
            }
        }
        bodies::read(self, rest..run.end.max(rest), run.end, out);
    }
}
