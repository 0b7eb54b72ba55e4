//! Events of the article as anchors: the day that a sentence gives to a noun, for `会談の翌日`, `攻撃の3日前`, `会談後`, `侵攻以来`.

use crate::Context;
use tenkyo_model::{Pos, Time, Token};
use tenkyo_text::Span;

/// Dates that are looked at for an anchor, so that a long list of them stays cheap.
const MOST_DATES: usize = 40;

/// The last of `dates` (places of day expressions, in order of the text) that dates the noun: `13日に会談した`, `13日の会談`.
pub(super) fn dated<'d, T>(
    context: Context<'_>,
    noun: &str,
    dates: impl DoubleEndedIterator<Item = (Span, T)> + 'd,
) -> Option<T> {
    dates.rev().take(MOST_DATES).find(|(span, _)| dates_noun(context, *span, noun)).map(|(_, date)| date)
}

/// Whether the clause that a date stands in has `noun` as its predicate or before it.
fn dates_noun(context: Context<'_>, date: Span, noun: &str) -> bool {
    let Some(sentence) = context.analysis.sentence_at(date.start) else { return false };
    let tokens = context.analysis.tokens_of(&context.analysis.sentences[sentence]);
    let first = tokens.partition_point(|t| t.span.start < date.end);
    let ends = |t: &&Token| !matches!(t.pos, Pos::Verb | Pos::FullStop | Pos::Open);
    let text = &*context.article.text;
    tokens[first..].iter().take_while(ends).any(|t| is_event(t) && noun.ends_with(&text[t.span]))
}

/// Nouns that name an event.
fn is_event(token: &Token) -> bool {
    matches!(token.pos, Pos::Verbal | Pos::Noun)
}

/// The noun that ends at byte `end`, with the nouns joined to it: `首脳会談`.
pub(super) fn noun_before(context: Context<'_>, end: u32) -> Option<&str> {
    let tokens = &context.analysis.tokens;
    let after = tokens.partition_point(|t| t.span.end <= end);
    let last = after.checked_sub(1)?;
    if tokens[last].span.end != end || !is_event(&tokens[last]) {
        return None;
    }
    Some(&context.article.text[tokens[last].span])
}

/// The noun of the event that an expression at `span` counts from: `会談の翌日`, `発足から1年後`.
pub(super) fn anchor(context: Context<'_>, span: Span) -> Option<&str> {
    let before = &context.article.text[..span.start as usize];
    let joins = &context.lexicon.time.cues.counted_from;
    let joined =
        joins.iter().filter_map(|w| before.strip_suffix(w.as_str())).min_by_key(|rest| rest.len())?;
    noun_before(context, joined.len() as u32)
}

/// The date of what happens after, before or since an event that the article dates, or a war that is known, by the words between the
/// start of its sentence and `trigger`. What has gone on since then lasts to `now`, the day of writing.
pub(super) fn hung_on(
    context: Context<'_>,
    times: &[&Time],
    sentence: Span,
    trigger: Span,
    now: Option<&str>,
) -> Option<(String, Option<Span>)> {
    let lasting = |day: String| now.map_or_else(|| day.clone(), |now| format!("{day}/{now}"));
    let text = &*context.article.text;
    let cues = &context.lexicon.time.cues;
    let tokens = &context.analysis.tokens;
    let first = tokens.partition_point(|t| t.span.start < sentence.start);
    let inside = tokens[first..].iter().take_while(|t| t.span.end <= trigger.start).filter(|t| is_event(t));
    let mut nouns: Vec<&Token> = inside.take(MOST_DATES).collect();
    nouns.reverse();
    nouns.into_iter().find_map(|token| {
        let after = &text[token.span.end as usize..trigger.start.max(token.span.end) as usize];
        let told =
            |words: &[String]| words.iter().filter(|w| after.starts_with(w.as_str())).map(String::len).max();
        let (same, since) = (told(&cues.same_day), told(&cues.ever_since));
        same.or(since)?;
        if let Some(start) = war(context, &text[..token.span.end as usize]) {
            return since.map(|_| (lasting(start), None));
        }
        let days = times
            .iter()
            .filter(|t| t.span.end <= token.span.start)
            .filter_map(|t| Some((t.span, (day(t)?, t.span))));
        let (day, span) = dated(context, &text[token.span], days)?;
        let begins = cues.begins.iter().any(|w| text[token.span].ends_with(w.as_str()));
        let goes_on = since > same || (begins && since.is_some());
        Some((if goes_on { lasting(day) } else { day }, Some(span)))
    })
}

/// The first day of a known war whose name ends `before`.
fn war(context: Context<'_>, before: &str) -> Option<String> {
    let wars = context.lexicon.events.wars.iter();
    let named = wars.filter(|w| w.names.iter().any(|name| before.ends_with(name.as_str())));
    let start = named.filter_map(|w| w.dates.split('/').next()).find(|start| !start.is_empty())?;
    Some(start.to_owned())
}

/// The day of a time, when it is one.
fn day(time: &Time) -> Option<String> {
    let day = time.value.split('T').next()?;
    (day.len() == 10 && day.as_bytes()[5].is_ascii_digit()).then(|| day.to_owned())
}
