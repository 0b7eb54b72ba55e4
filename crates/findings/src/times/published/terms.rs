//! The time in which an article can have been written, from the offices of those it names.

use super::bound::Bound;
use crate::Context;

/// First and last day of the time in which everybody holds the office that the text gives him. `None` when the text names no
/// known holder, or holders of different times.
pub(super) fn span(context: Context<'_>) -> Option<(Bound, Bound)> {
    let text = &*context.article.text;
    let held = context
        .lexicon
        .time
        .terms
        .iter()
        .filter(|t| t.titles.iter().any(|title| holds_title(context, text, title)));
    let spans = held.filter_map(|t| Some((Bound::parse(&t.from)?, Bound::parse(&t.to)?)));
    let (from, to) = spans.reduce(|(a, b), (c, d)| (a.max(c), b.min(d)))?;
    (from <= to).then_some((from, to))
}

/// Whether `text` gives somebody a title without saying that he has left it (`前`, `元`).
fn holds_title(context: Context<'_>, text: &str, title: &str) -> bool {
    let cues = &context.lexicon.time.cues;
    text.match_indices(title).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + title.len()..]);
        !cues.former.iter().any(|w| before.ends_with(w.as_str()))
            && !cues.at_that_time.iter().any(|w| after.starts_with(w.as_str()))
    })
}

/// Whether a date lies in the span, as far as it is known.
pub(super) fn holds(span: (Bound, Bound), bound: Bound) -> bool {
    !bound.lies_before(span.0) && !span.1.lies_before(bound)
}

/// The one year of the span in which this day lies in it; years after `newest` are left out, as nobody knows them yet.
pub(super) fn year_of(span: (Bound, Bound), month: i32, day: Option<i32>, newest: i32) -> Option<i32> {
    let inside = |year: &i32| holds(span, Bound { year: *year, month: Some(month), day });
    let mut years = (span.0.year..=span.1.year.min(newest)).filter(inside);
    years.next().filter(|_| years.next().is_none())
}
