//! By when a forecast is to come true.

use crate::Context;
use tenkyo_model::{Findings, Time, TimeKind, TimeMod};
use tenkyo_text::Span;

/// The value of 今後 and the like in TIMEX3.
const FUTURE: &str = "FUTURE_REF";

/// The last expression of a claim that lies after the publication: a date, or a length from the day of publication on (3年以内).
pub(super) fn of(context: Context<'_>, findings: &Findings, claim: Span) -> Option<String> {
    let published = findings.published.as_ref().map_or("", |p| p.value.as_str());
    let mut dated = findings.times.iter().rev().filter(|t| claim.contains(t.span));
    dated.find_map(|t| {
        if t.kind == TimeKind::Duration { within(context, t, published) } else { later(t, published) }
    })
}

/// Whether a claim names a day, month or year that is still to come as a whole, or a bound from now on.
pub(super) fn is_to_come(context: Context<'_>, findings: &Findings, claim: Span) -> bool {
    let published = findings.published.as_ref().map_or("", |p| p.value.as_str());
    let mut dated = findings.times.iter().filter(|t| claim.contains(t.span));
    let words = &context.lexicon.forecasts.words.within;
    // 年内: the rest of the year that runs.
    let rest = |t: &Time| words.tail_of(&context.article.text[t.span]).is_some();
    let passes = |v: &str| published.starts_with(v.split('T').next().unwrap_or(v));
    dated.any(|t| match t.kind {
        TimeKind::Duration => within(context, t, published).is_some(),
        _ if t.value == FUTURE => true,
        _ => later(t, published).is_some_and(|v| !passes(&v) || rest(t)),
    })
}

/// The value of a calendar expression that lies after the publication. 年内 on a day of that year: its end is still to come.
fn later(time: &Time, published: &str) -> Option<String> {
    let value = &time.value;
    let dated = value.starts_with(|c: char| c.is_ascii_digit());
    (dated && (**value > *published || published.starts_with(value.as_str()))).then(|| value.clone())
}

/// The interval from the day of publication over a length that is said to be a bound.
fn within(context: Context<'_>, time: &Time, published: &str) -> Option<String> {
    let words = &context.lexicon.forecasts.words.within;
    let after = &context.article.text[time.span.end as usize..];
    let bound = time.modifier == Some(TimeMod::EqualOrLess) || words.head_of(after).is_some();
    let day: jiff::civil::Date = published.parse().ok().filter(|_| bound)?;
    let end = day.checked_add(time.value.parse::<jiff::Span>().ok()?).ok()?;
    Some(format!("{day}/{end}"))
}
