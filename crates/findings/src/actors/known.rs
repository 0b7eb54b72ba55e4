//! Names that `knowledge/` holds, where they stand as words of their own.

use super::letters::{kanji, katakana, run_together};
use super::rows;
use crate::Context;
use std::collections::BTreeSet;
use tenkyo_lexicon::actors::{Match, NameUse};
use tenkyo_model::{ActorKind, Pos, Token};
use tenkyo_text::Span;

/// A name of `knowledge/` in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'a> {
    /// Where.
    pub(super) span: Span,
    /// The actors (indices) that bear the name, and how it names each.
    pub(super) uses: &'a [(u32, NameUse)],
}

/// All names in the text, none overlapping, from left to right.
pub(super) fn scan(context: Context<'_>) -> Vec<Hit<'_>> {
    let text = &context.article.text;
    let tokens = &context.analysis.tokens;
    let names = &context.lexicon.actors.names.full;
    let person = |uses: &[(u32, NameUse)]| {
        uses.iter().any(|u| context.lexicon.actors.get(u.0).kind == ActorKind::Person)
    };
    let found = names.find(text, |m| stands_alone(text, tokens, m.span, person(m.value)));
    let strong: BTreeSet<u32> = found.iter().flat_map(|m| strong_uses(m.value)).collect();
    let counts = |m: &Match<'_, Vec<(u32, NameUse)>>| {
        m.value.iter().any(|(k, u)| *u != NameUse::Weak || strong.contains(k)) && !is_kind_of_unit(context, m)
    };
    let mut hits = found.into_iter().filter(counts).map(|m| Hit { span: m.span, uses: m.value }).collect();
    rows::add(context, &mut hits);
    hits
}

/// Whether a state only says which unit or zone the words after it are (`日本時間`, `スウェーデン・クローナ`).
fn is_kind_of_unit(context: Context<'_>, found: &Match<'_, Vec<(u32, NameUse)>>) -> bool {
    let actors = &context.lexicon.actors;
    let after = &context.article.text[found.span.end as usize..];
    let after = after.strip_prefix('・').unwrap_or(after);
    found.value.iter().all(|(k, _)| actors.get(*k).kind == ActorKind::State)
        && actors.words.units.iter().any(|unit| after.starts_with(unit.as_str()))
}

/// Who is named in full.
fn strong_uses(uses: &[(u32, NameUse)]) -> impl Iterator<Item = u32> + '_ {
    uses.iter().filter(|(_, u)| *u == NameUse::Full).map(|(k, _)| *k)
}

/// Whether the words at `span` are words of their own, not the beginning, middle or end of a longer one.
fn stands_alone(text: &str, tokens: &[Token], span: Span, person: bool) -> bool {
    let words = &text[span];
    let (Some(first), Some(last)) = (words.chars().next(), words.chars().next_back()) else { return false };
    let before = text[..span.start as usize].chars().next_back();
    let after = text[span.end as usize..].chars().next();
    if before.is_some_and(|b| run_together(b, first)) || after.is_some_and(|a| run_together(last, a)) {
        return false;
    }
    // `ウクライナ軍機` does not name the army; the dictionary cuts persons' names anywhere.
    if !person && kanji(last) && after.is_some_and(kanji) && !ends_token(tokens, span.end) {
        return false;
    }
    let letters = words.chars().count();
    let cuts = usize::from(begins_token(tokens, span.start)) + usize::from(ends_token(tokens, span.end));
    match () {
        () if letters == 1 && katakana(first) => cuts == 2,
        () if katakana(first) || first.is_ascii() => !kanji(last) || cuts > 0 || letters > 3,
        () if letters > 3 => true,
        () if letters > 2 => cuts > 0,
        // `中`, `日`, `北` are words of their own far more often than states.
        () if letters == 1 => cuts == 2 && is_state_token(tokens, span),
        () => cuts == 2,
    }
}

/// Whether the token at `span` is a name, or stands where headlines have one: after a bracket or comma, before a comma.
fn is_state_token(tokens: &[Token], span: Span) -> bool {
    let Ok(at) = tokens.binary_search_by_key(&span.start, |t| t.span.start) else { return false };
    let opens =
        |t: &Token| matches!(t.pos, Pos::Open | Pos::Comma | Pos::FullStop | Pos::Close | Pos::Symbol);
    let headline = at.checked_sub(1).is_none_or(|i| opens(&tokens[i]) || tokens[i].span.end < span.start);
    let next =
        tokens.get(at + 1).is_some_and(|t| matches!(t.pos, Pos::Comma | Pos::Case | Pos::Topic | Pos::Place));
    matches!(tokens[at].pos, Pos::Place) || headline && next
}

/// Whether a token begins at the byte `at`.
pub(super) fn begins_token(tokens: &[Token], at: u32) -> bool {
    tokens.binary_search_by_key(&at, |t| t.span.start).is_ok()
}

/// Whether a token ends at the byte `at`.
pub(super) fn ends_token(tokens: &[Token], at: u32) -> bool {
    tokens.binary_search_by_key(&at, |t| t.span.end).is_ok()
}
