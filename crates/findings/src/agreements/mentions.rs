//! Names of agreements in the text.

use crate::Context;
use tenkyo_model::{Pos, Sentence, Token};
use tenkyo_text::Span;

/// Tokens of the longest head.
const LONGEST: usize = 3;
/// Bytes of the longest name in brackets.
const BRACKETED: usize = 150;

/// An agreement named in the text.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Index of the sentence.
    pub sentence: usize,
    /// The name.
    pub span: Span,
    /// Where what the sentence tells of it ends: at the next agreement, else with the sentence.
    pub until: u32,
    /// Where the last part of the name begins (条約).
    pub head: u32,
    /// Index in `knowledge/agreements`.
    pub known: Option<usize>,
    /// Whether it takes up one that was named (同条約).
    pub anaphoric: bool,
    /// Whether it is one of an earlier time (旧ソ連時代の条約).
    pub earlier: bool,
}

/// Every mention, in order.
pub(super) fn all(context: Context<'_>) -> Vec<Mention> {
    let mut out = Vec::new();
    for (i, sentence) in context.analysis.sentences.iter().enumerate() {
        if !context.article.blocks[sentence.block].kind.is_furniture() {
            in_sentence(context, i, sentence, &mut out);
        }
    }
    out
}

fn in_sentence(context: Context<'_>, index: usize, sentence: &Sentence, out: &mut Vec<Mention>) {
    let text = &*context.article.text;
    let agreements = &context.lexicon.agreements;
    let tokens = context.analysis.tokens_of(sentence);
    let start = |at: u32| tokens.iter().any(|t| t.span.start == at);
    let known = agreements.names.find(&text[sentence.span], |m| {
        let span = m.span.shift(sentence.span.start);
        start(span.start) && !is_other_word(context, span.end)
    });
    let first = out.len();
    for m in known {
        let span = m.span.shift(sentence.span.start);
        let head = head_of(context, &text[span]).map_or(span.start, |len| span.end - len as u32);
        out.push(Mention {
            sentence: index,
            span,
            until: sentence.span.end,
            head,
            known: Some(*m.value),
            anaphoric: false,
            earlier: false,
        });
    }
    for at in 0..tokens.len() {
        let Some(last) = head_at(context, tokens, at) else { continue };
        let head = tokens[at].span.cover(tokens[last].span);
        let taken = out[first..].iter().any(|m| m.span.overlaps(head));
        if !taken && !is_other_word(context, head.end) {
            out.push(named(context, index, sentence, tokens, at, head));
        }
    }
    out[first..].sort_by_key(|m| m.span);
    for i in first..out.len().saturating_sub(1) {
        out[i].until = out[i + 1].span.start.max(out[i].span.end);
    }
}

/// Length in bytes of the head that a name ends with.
fn head_of(context: Context<'_>, name: &str) -> Option<usize> {
    context.lexicon.agreements.words.heads.tail_of(name)
}

fn is_other_word(context: Context<'_>, end: u32) -> bool {
    let after = &context.article.text[end as usize..];
    context.lexicon.agreements.words.not_agreement.head_of(after).is_some()
}

/// The last token of the longest head that begins at token `at`.
fn head_at(context: Context<'_>, tokens: &[Token], at: usize) -> Option<usize> {
    let text = &*context.article.text;
    let heads = &context.lexicon.agreements.words.heads;
    let joined = |last: usize| &text[tokens[at].span.start as usize..tokens[last].span.end as usize];
    (at..tokens.len().min(at + LONGEST)).rev().find(|last| heads.has(joined(*last)))
}

fn named(
    context: Context<'_>,
    index: usize,
    sentence: &Sentence,
    tokens: &[Token],
    at: usize,
    head: Span,
) -> Mention {
    let text = &*context.article.text;
    let words = &context.lexicon.agreements.words;
    let start =
        bracketed(context, sentence, head).unwrap_or_else(|| tokens[first_of_name(tokens, at)].span.start);
    let before = &text[sentence.span.start as usize..start as usize];
    let own = &text[start as usize..head.start as usize];
    let earlier = words.earlier.tail_of(before).is_some()
        || words.earlier.words.iter().any(|w| own.starts_with(w.as_str()));
    let anaphoric = own.is_empty() || words.anaphoric.has(own) || words.anaphoric.tail_of(before).is_some();
    let whole = if earlier && own.is_empty() {
        let marked = words.earlier.tail_of(before).map_or(start, |len| start - len as u32);
        tokens[phrase(text, tokens, at)].span.start.min(with_number(tokens, marked))
    } else {
        start
    };
    Mention {
        sentence: index,
        span: Span { start: whole, end: head.end },
        until: sentence.span.end,
        head: head.start,
        known: None,
        anaphoric: anaphoric && !earlier,
        earlier,
    }
}

/// The start of the bracketed name that the head ends: 「…に関する条約」.
fn bracketed(context: Context<'_>, sentence: &Sentence, head: Span) -> Option<u32> {
    let text = &*context.article.text;
    let close = text[head.end as usize..].chars().next().filter(|c| matches!(c, '」' | '』'))?;
    let open = if close == '」' { '「' } else { '『' };
    let before = &text[sentence.span.start as usize..head.start as usize];
    let at = before.rfind(open).filter(|at| before.len() - at < BRACKETED)?;
    Some(sentence.span.start + (at + open.len_utf8()) as u32)
}

/// The first token of the compound that ends before token `at`.
fn first_of_name(tokens: &[Token], at: usize) -> usize {
    use Pos::{AdjectivalNoun, Noun, Organization, Place, Prefix, Proper, Suffix, Verbal};
    let joins = |t: &Token| {
        matches!(t.pos, Noun | Verbal | Proper | Place | Organization | AdjectivalNoun | Prefix | Suffix)
    };
    let touches = |i: usize| tokens[i - 1].span.end == tokens[i].span.start;
    let mut first = at;
    while first > 0 && joins(&tokens[first - 1]) && touches(first) {
        first -= 1;
    }
    first
}

/// The first token of the noun phrase with の that leads to token `at`: 旧ソ連時代の条約.
fn phrase(text: &str, tokens: &[Token], at: usize) -> usize {
    let joins = |t: &Token| {
        t.pos == Pos::Genitive
            || !matches!(
                t.pos,
                Pos::Case
                    | Pos::Topic
                    | Pos::Comma
                    | Pos::FullStop
                    | Pos::Open
                    | Pos::Conjunctive
                    | Pos::Particle
                    | Pos::Coordinating
            )
    };
    let mut first = at;
    while first > 0 && joins(&tokens[first - 1]) && !text[tokens[first - 1].span].trim().is_empty() {
        first -= 1;
    }
    first
}

/// The start of the number that ends at `to` (1961年に結ばれた).
fn with_number(tokens: &[Token], to: u32) -> u32 {
    let numbers = tokens.iter().rev().filter(|t| t.span.end <= to);
    numbers.take_while(|t| t.pos == Pos::Number).last().map_or(to, |t| t.span.start)
}
