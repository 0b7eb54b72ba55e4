//! Dates of publication concluded from the dates in the text.
//!
//! In order: the newest date of the sources that the article lists; a known event that it tells of, with the days that it
//! names; its newest date with a year, or month and day with their weekday; the month or year of these, and no more than that.

use super::bound::Bound;
use super::evidence::{Evidence, explicit, is_foreign_to_story};
use super::known;
use super::stated::full_date;
use crate::Context;
use crate::times::scan::Expression;
use crate::times::sources;
use tenkyo_model::{Basis, Published, RuleId};
use tenkyo_text::Span;

/// The best date that the text allows.
pub(super) fn find(context: Context<'_>, expressions: &[Expression]) -> Option<Published> {
    if let Some((span, bound)) = newest_source(context, expressions) {
        return Some(published(bound, Some(span), "published.newest-source"));
    }
    let evidence = Evidence::gather(context, expressions);
    let event = known::event(context, evidence.looked_back, &evidence.named, &evidence.days);
    match (event, evidence.newest) {
        (Some(event), _) if evidence.tells_day(event) => {
            let day = evidence.latest_day(event);
            Some(published(Bound { day, ..event }, None, "published.known-event"))
        }
        (_, Some((span, newest))) if newest.day.is_some() => {
            Some(published(evidence.carried_on(newest), Some(span), "published.newest-date"))
        }
        (Some(event), _) => Some(published(Bound { day: None, ..event }, None, "published.known-event")),
        (None, newest) => newest
            .or_else(|| related(context, expressions))
            .map(|(span, bound)| published(bound, Some(span), "published.newest-date"))
            .or_else(|| Some(published(evidence.office?, None, "published.terms-of-office"))),
    }
}

/// The newest article of the same site that the article points to.
fn related(context: Context<'_>, expressions: &[Expression]) -> Option<(Span, Bound)> {
    let related = expressions.iter().filter(|e| sources::is_own_article(context, e));
    related.filter_map(|e| Some((e.span, explicit(e)?))).max_by_key(|(_, bound)| *bound)
}

fn published(bound: Bound, span: Option<Span>, rule: &str) -> Published {
    Published { value: bound.value(), basis: Basis::Inferred, span, rule: RuleId::from(rule) }
}

/// The newest date of the sources that the article lists.
fn newest_source(context: Context<'_>, expressions: &[Expression]) -> Option<(Span, Bound)> {
    let sources =
        expressions.iter().filter(|e| sources::is_source(context, e) && !is_foreign_to_story(context, e));
    let dated = sources.filter_map(|e| Some((e.span, full_date(&e.meaning)?)));
    let (span, day) = dated.max_by_key(|(span, date)| (*date, std::cmp::Reverse(span.start)))?;
    let (year, month, day) = (day.year().into(), day.month().into(), day.day().into());
    Some((span, Bound { year, month: Some(month), day: Some(day) }))
}
