//! When an event happened: the time expression of its clause.

use super::clause::Clause;
use super::scene::Scene;
use tenkyo_model::{Time, TimeKind};
use tenkyo_text::Span;

/// How many heads upwards a time is looked for.
const REACH: usize = 6;

/// The date of `clause` with the time expression that it comes from.
pub(super) fn of(scene: &Scene<'_>, clause: &Clause) -> Option<(String, Span)> {
    let own = [clause.noun, clause.predicate].into_iter().find_map(|i| under(scene, i, i));
    let time = own.or_else(|| above(scene, clause))?;
    Some((day(&time.value).to_owned(), time.span))
}

/// The last time expression among the phrases right under `index`, before phrase `limit`.
fn under<'a>(scene: &Scene<'a>, index: usize, limit: usize) -> Option<&'a Time> {
    let direct = scene.dependents(index).iter().rev().filter(|d| **d < limit);
    let plain = direct.filter(|d| scene.phrases[**d].predicate.is_none());
    plain.into_iter().find_map(|d| within(scene, scene.subtree(*d)))
}

fn within<'a>(scene: &Scene<'a>, span: Span) -> Option<&'a Time> {
    let times = &scene.findings.times;
    let first = times.partition_point(|t| t.span.start < span.start);
    let inside = times[first..].iter().take_while(|t| t.span.end <= span.end);
    inside.filter(|t| is_calendar(t)).last()
}

fn above<'a>(scene: &Scene<'a>, clause: &Clause) -> Option<&'a Time> {
    let content = scene.statement(clause.word).map(|(_, s)| s.content);
    let mut at = clause.predicate;
    for _ in 0..REACH {
        let head = scene.heads[at]?;
        let span = scene.context.analysis.bunsetsu[head].span;
        if content.is_some_and(|c| !c.overlaps(span)) {
            return None;
        }
        if let Some(time) = under(scene, head, at) {
            return Some(time);
        }
        at = head;
    }
    None
}

/// Whether the value names a year, month or day.
fn is_calendar(time: &Time) -> bool {
    let value = time.value.as_bytes();
    matches!(time.kind, TimeKind::Date | TimeKind::Time)
        && value.len() >= 4
        && value[..4].iter().all(u8::is_ascii_digit)
}

/// The value without what is shorter than a day.
fn day(value: &str) -> &str {
    value.split('T').next().unwrap_or(value)
}
