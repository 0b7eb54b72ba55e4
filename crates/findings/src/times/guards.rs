//! Where a match may stand.

use crate::Context;
use tenkyo_lexicon::time::{Match, Rule};
use tenkyo_model::Pos;
use tenkyo_text::Span;

/// Whether the guards of `rule` let `found` stand in its sentence.
pub(super) fn allow(context: Context<'_>, rule: &Rule, found: &Match, sentence: Span) -> bool {
    let text = &*context.article.text;
    let before = &text[sentence.start as usize..found.start];
    let after = &text[found.end..sentence.end as usize];
    let guards = &rule.guards;
    !guards.not_before.iter().any(|w| after.starts_with(w.as_str()))
        && (guards.before.is_empty() || guards.before.iter().any(|w| after.starts_with(w.as_str())))
        && !guards.not_after.iter().any(|w| before.ends_with(w.as_str()))
        && (guards.after.is_empty() || guards.after.iter().any(|w| before.ends_with(w.as_str())))
        && (guards.after_ascii || !continues_ascii(before, &text[found.start..]))
        && !digit_goes_on(&text[..found.end], after)
        && (guards.loose || on_word_boundaries(context, found))
        && (!guards.alone || stands_alone(context, found))
}

/// Whether a match that begins with an ASCII letter or digit continues a code such as `KN-25` or a longer number.
fn continues_ascii(before: &str, words: &str) -> bool {
    let letter = words.starts_with(|c: char| c.is_ascii_alphabetic());
    let digit = words.starts_with(|c: char| c.is_ascii_digit());
    let mut backwards = before.chars().rev();
    match backwards.next() {
        Some(c) if c.is_ascii_digit() => digit,
        Some(c) if c.is_ascii_alphabetic() => letter,
        Some('-' | '.' | '+' | '$' | '#' | '_') => {
            digit && backwards.next().is_some_and(|c| c.is_ascii_alphanumeric())
        }
        _ => false,
    }
}

/// Whether a match ends inside a number.
fn digit_goes_on(matched: &str, after: &str) -> bool {
    matched.ends_with(|c: char| c.is_numeric()) && after.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether no word of the dictionary reaches over either end.
fn on_word_boundaries(context: Context<'_>, found: &Match) -> bool {
    let tokens = &context.analysis.tokens;
    let cut = |at: usize| {
        let index = tokens.partition_point(|t| (t.span.end as usize) <= at);
        tokens.get(index).is_some_and(|t| (t.span.start as usize) < at)
    };
    let number = context.lexicon.time.number_end(&context.article.text, found.start) > found.start;
    let bracket = context.article.text[..found.end].ends_with([')', '\u{ff09}']);
    let names = &context.lexicon.time.cues.next_name;
    let name = names.iter().any(|w| context.article.text[found.end..].starts_with(w.as_str()));
    (number || !cut(found.start)) && (bracket || name || !cut(found.end))
}

/// Whether no noun is joined to either end.
fn stands_alone(context: Context<'_>, found: &Match) -> bool {
    let tokens = &context.analysis.tokens;
    let after = tokens.partition_point(|t| (t.span.start as usize) < found.end);
    let before = tokens.partition_point(|t| (t.span.end as usize) <= found.start);
    let joined_after = tokens.get(after).filter(|t| t.span.start as usize == found.end).is_some_and(|t| {
        matches!(t.pos, Pos::Suffix | Pos::Counter)
            || (matches!(t.pos, Pos::Noun) && t.known && found.end - found.start <= 6)
    });
    let joined_before = before
        .checked_sub(1)
        .and_then(|i| tokens.get(i))
        .filter(|t| t.span.end as usize == found.start)
        .is_some_and(|t| matches!(t.pos, Pos::Noun | Pos::Verbal | Pos::Prefix | Pos::Proper) && t.known);
    on_word_boundaries(context, found) && !joined_after && !joined_before
}
