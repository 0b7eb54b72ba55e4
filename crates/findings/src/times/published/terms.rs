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
        .filter(|t| t.titles.iter().any(|title| text.contains(title.as_str())));
    let spans = held.filter_map(|t| Some((Bound::parse(&t.from)?, Bound::parse(&t.to)?)));
    let (from, to) = spans.reduce(|(a, b), (c, d)| (a.max(c), b.min(d)))?;
    (from <= to).then_some((from, to))
}

/// The last year of the span in which this day lies in it; years after `newest` are left out, as nobody knows them yet.
pub(super) fn year_of(span: (Bound, Bound), month: i32, day: Option<i32>, newest: i32) -> Option<i32> {
    let (from, to) = span;
    let inside = |year: &i32| {
        let bound = Bound { year: *year, month: Some(month), day };
        !bound.lies_before(from) && !to.lies_before(bound)
    };
    (from.year..=to.year.min(newest)).rev().find(inside)
}
