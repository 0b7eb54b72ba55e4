//! States named by the first letters of their names, one after the other: `日米韓`, `中ロ両国`, `米韓合同演習`.

use super::known::{Hit, begins_token, ends_token};
use super::letters::kanji;
use crate::Context;
use tenkyo_lexicon::actors::NameUse;
use tenkyo_text::Span;

/// Most states in one row.
const MOST: usize = 5;

/// Adds the states of rows to `hits`, where no longer name stands.
pub(super) fn add<'a>(context: Context<'a>, hits: &mut Vec<Hit<'a>>) {
    let mut found: Vec<Hit<'a>> = Vec::new();
    for token in &context.analysis.tokens {
        let start = token.span.start;
        if found.last().is_some_and(|h| h.span.end > start) {
            continue;
        }
        let row = row(context, start);
        let whole = row.iter().map(|h| h.span).reduce(Span::cover);
        if let Some(common) = whole.filter(|w| is_common(context, *w)) {
            hits.retain(|h| !common.contains(h.span) || !is_compound(h.uses));
            continue;
        }
        if row.len() > 1 && is_row(context, start, row[row.len() - 1].span.end) {
            let whole = row[0].span.cover(row[row.len() - 1].span);
            let longer = hits.iter().any(|h| h.span.overlaps(whole) && h.span.len() > row[0].span.len());
            found.extend(row.into_iter().filter(|_| !longer));
        }
    }
    hits.retain(|h| !found.iter().any(|f| f.span.overlaps(h.span)));
    hits.extend(found);
    hits.sort_by_key(|h| h.span.start);
}

/// The short names, a letter each, that follow one another from the byte `start`.
fn row(context: Context<'_>, start: u32) -> Vec<Hit<'_>> {
    let names = &context.lexicon.actors.names.full;
    let mut hits: Vec<Hit<'_>> = Vec::new();
    for (offset, letter) in context.article.text[start as usize..].char_indices().take(MOST) {
        let at = start + offset as u32;
        let span = Span { start: at, end: at + letter.len_utf8() as u32 };
        let uses = names.get(letter.encode_utf8(&mut [0; 4]));
        match uses.filter(|u| is_compound(u)) {
            Some(uses) if hits.iter().all(|h| h.uses[0].0 != uses[0].0) => hits.push(Hit { span, uses }),
            _ => break,
        }
    }
    hits
}

/// Whether the name is only a letter that stands for a state; `朝日` in an article that names the newspaper is more.
fn is_compound(uses: &[(u32, NameUse)]) -> bool {
    uses.iter().all(|(_, usage)| *usage == NameUse::Compound)
}

/// Whether the row is a common word that no joint doing follows (`朝日が昇る`, `日中は暑い`).
fn is_common(context: Context<'_>, row: Span) -> bool {
    let words = &context.lexicon.actors.words;
    let (row, rest) = (&context.article.text[row], &context.article.text[row.end as usize..]);
    words.not_rows.contains(row) && !words.row_tails.iter().any(|tail| rest.starts_with(tail.as_str()))
}

/// Whether the letters from `start` to `end` are a word of their own, or stand before what several states do or are.
fn is_row(context: Context<'_>, start: u32, end: u32) -> bool {
    let words = &context.lexicon.actors.words;
    let text = &context.article.text;
    let tokens = &context.analysis.tokens;
    let rest = &text[end as usize..];
    let joint = words.row_tails.iter().any(|tail| rest.starts_with(tail.as_str()));
    let alone = ends_token(tokens, end) && !rest.chars().next().is_some_and(kanji);
    // `16日朝`, `在日米軍` name no row.
    let opens = text[..start as usize].chars().next_back().is_none_or(|c| !kanji(c) && !c.is_numeric());
    opens && begins_token(tokens, start) && (joint || alone)
}
