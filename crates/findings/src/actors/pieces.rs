//! Noun phrases, cut into the pieces that names, titles and bodies are made of.

use super::known::{Hit, begins_token, ends_token};
use super::letters::{joins, kanji, katakana};
use crate::Context;
use tenkyo_lexicon::actors::{NameUse, TitleKind};
use tenkyo_model::{Pos, Token};
use tenkyo_text::Span;

/// One piece of a noun phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Where.
    pub(super) span: Span,
    /// What.
    pub(super) what: What<'a>,
    /// Whether it follows the piece before it without anything between.
    pub(super) joined: bool,
}

/// Kinds of pieces.
#[derive(Clone, Copy, Debug)]
pub(super) enum What<'a> {
    /// A name of `knowledge/`.
    Known(&'a [(u32, NameUse)]),
    /// A title.
    Title(TitleKind),
    /// Katakana (with dots between) that `knowledge/` does not hold.
    Foreign,
    /// A dot or dash between names.
    Join,
    /// A pronoun-like word of this kind.
    Pronoun(&'a str),
    /// A noun or other word that can be part of a name.
    Noun(&'a Token),
}

/// The pieces of the whole article, in order. Words that are part of no noun phrase leave a gap (`joined` is false after it).
pub(super) fn cut<'a>(context: Context<'a>, hits: &[Hit<'a>]) -> Vec<Piece<'a>> {
    let text = &*context.article.text;
    let tokens = &context.analysis.tokens;
    let titles = context
        .lexicon
        .actors
        .words
        .titles
        .find(text, |m| begins_token(tokens, m.span.start) && ends_token(tokens, m.span.end));
    let mut marks: Vec<(Span, What<'a>)> = hits.iter().map(|h| (h.span, What::Known(h.uses))).collect();
    let real = titles.iter().filter(|t| t.value.kind != TitleKind::None);
    marks.extend(real.map(|t| (t.span, What::Title(t.value.kind))));
    let pronouns = context
        .lexicon
        .actors
        .words
        .pronouns
        .find(text, |m| begins_token(tokens, m.span.start) && ends_token(tokens, m.span.end));
    marks.extend(pronouns.iter().map(|p| (p.span, What::Pronoun(p.value))));
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut cutter = Cutter { text, pieces: Vec::with_capacity(tokens.len() / 2) };
    let mut next = marks.into_iter().peekable();
    let mut covered = 0;
    let former = &context.lexicon.actors.words.former;
    for token in tokens {
        while let Some((span, what)) = next.next_if(|(span, _)| span.start < token.span.end) {
            if span.start >= covered {
                cutter.push(span, what);
                covered = span.end;
            }
        }
        if token.span.start >= covered && (is_nominal(text, token) || former.contains(&text[token.span])) {
            cutter.noun(token);
            covered = token.span.end;
        } else if token.span.start < covered && covered < token.span.end {
            // The dictionary cut a name in its middle: what is left of the word goes on.
            cutter.push(Span { start: covered, end: token.span.end }, What::Noun(token));
            covered = token.span.end;
        }
    }
    cutter.pieces
}

struct Cutter<'a> {
    text: &'a str,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Cutter<'a> {
    fn push(&mut self, span: Span, what: What<'a>) {
        let joined = self.pieces.last().is_some_and(|p| p.span.end == span.start);
        self.pieces.push(Piece { span, what, joined });
    }

    /// Takes a token; katakana and the dots between it grow together.
    fn noun(&mut self, token: &'a Token) {
        let words = &self.text[token.span];
        if words.chars().all(joins) {
            self.push(token.span, What::Join);
        } else if words.chars().all(|c| katakana(c) || joins(c)) {
            let start = self.foreign_start(token.span.start).unwrap_or(token.span.start);
            self.pieces.truncate(self.pieces.partition_point(|p| p.span.start < start));
            self.push(Span { start, end: token.span.end }, What::Foreign);
        } else {
            self.push(token.span, What::Noun(token));
        }
    }

    /// Where the katakana name begins that goes on at the byte `at`.
    fn foreign_start(&self, at: u32) -> Option<u32> {
        let mut back = self.pieces.iter().rev();
        let mut last = back.next().filter(|p| p.span.end == at)?;
        if matches!(last.what, What::Join) && last.joined {
            last = back.next()?;
        }
        matches!(last.what, What::Foreign).then_some(last.span.start)
    }
}

/// Whether a token can be part of a name or a noun phrase around one.
fn is_nominal(text: &str, token: &Token) -> bool {
    use Pos::*;
    let words = &text[token.span];
    if words.chars().all(katakana) {
        return true;
    }
    match token.pos {
        Symbol => words.chars().all(joins),
        // The dictionary cuts rare given names into words of any class.
        Adjective | Verb => words.chars().all(kanji),
        // `第一管区` is a part of a name, `57人` is not.
        Number => text[..token.span.start as usize].ends_with('第'),
        Noun | Person | Place | Organization | Proper | Verbal | AdjectivalNoun | Suffix | Prefix => {
            named(words)
        }
        _ => !token.known && named(words),
    }
}

/// Whether words can be in a name at all: the dictionary calls unknown symbols nouns.
fn named(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric) || words.chars().all(joins)
}
