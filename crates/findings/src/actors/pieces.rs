//! Noun phrases, cut into the pieces that names, titles and bodies are made of.

use super::known::{Hit, begins_token, ends_token};
use super::letters::{joins, kanji, katakana};
use crate::Context;
use tenkyo_lexicon::actors::{NameUse, TitleKind};
use tenkyo_model::{ActorKind, Pos, Token};
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
    for (at, token) in tokens.iter().enumerate() {
        while let Some((span, what)) = next.next_if(|(span, _)| span.start < token.span.end) {
            if span.start >= covered {
                cutter.push(span, what);
                covered = span.end;
            }
        }
        if token.span.start >= covered
            && (is_nominal(text, &tokens[..at], token) || former.contains(&text[token.span]))
        {
            cutter.noun(token);
            covered = token.span.end;
        } else if token.span.start < covered && covered < token.span.end {
            // The dictionary cut a name in its middle: what is left of the word goes on.
            cutter.push(Span { start: covered, end: token.span.end }, What::Noun(token));
            covered = token.span.end;
        }
    }
    split_states(context, cutter.pieces)
}

/// Cuts the state off a name that runs into it before a title: `オバマアメリカ大統領`.
fn split_states<'a>(context: Context<'a>, pieces: Vec<Piece<'a>>) -> Vec<Piece<'a>> {
    let mut out = Vec::with_capacity(pieces.len());
    for (i, piece) in pieces.iter().enumerate() {
        let titled =
            pieces.get(i + 1).is_some_and(|p| p.joined && matches!(p.what, What::Title(TitleKind::Office)));
        let cut =
            if titled && matches!(piece.what, What::Foreign) { state_end(context, piece.span) } else { None };
        match cut {
            Some((at, uses)) => {
                out.push(Piece { span: Span { end: at, ..piece.span }, ..*piece });
                out.push(Piece {
                    span: Span { start: at, ..piece.span },
                    what: What::Known(uses),
                    joined: true,
                });
            }
            None => out.push(*piece),
        }
    }
    out
}

/// Where a state's name in katakana begins that `name` ends with, and whose it is.
fn state_end<'a>(context: Context<'a>, name: Span) -> Option<(u32, &'a [(u32, NameUse)])> {
    let words = &context.article.text[name];
    let actors = &context.lexicon.actors;
    let ends = words.char_indices().skip(2).filter(|(i, _)| !words[..*i].ends_with(joins));
    ends.filter(|(i, _)| words[*i..].chars().count() >= SHORTEST_STATE).find_map(|(i, _)| {
        let uses = actors.names.full.get(&words[i..])?;
        let state = uses.iter().all(|u| u.1 == NameUse::Full && actors.get(u.0).kind == ActorKind::State);
        state.then(|| (name.start + i as u32, &uses[..]))
    })
}

/// Letters of the shortest state that is cut off a name: shorter ones end many names.
const SHORTEST_STATE: usize = 4;

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
fn is_nominal(text: &str, before: &[Token], token: &Token) -> bool {
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
        Number => text[..token.span.start as usize].ends_with('第') || ends_given_name(text, before, token),
        Noun | Person | Place | Organization | Proper | Verbal | AdjectivalNoun | Suffix | Prefix => {
            named(words)
        }
        _ => !token.known && named(words),
    }
}

/// Whether a numeral in kanji is the second letter of a given name that the dictionary does not hold: `星野仙一`.
fn ends_given_name(text: &str, before: &[Token], number: &Token) -> bool {
    let [.., surname, first] = before else { return false };
    text[number.span].chars().all(kanji)
        && text[first.span].chars().count() == 1
        && text[first.span].chars().all(kanji)
        && surname.field(3) == Some("姓")
        && surname.span.end == first.span.start
        && first.span.end == number.span.start
}

/// Whether words can be in a name at all: the dictionary calls unknown symbols nouns.
fn named(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric) || words.chars().all(joins)
}
