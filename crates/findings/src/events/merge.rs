//! One record for each distinct event of the article.

use tenkyo_model::{ActorId, Certainty, Event, EventType, Polarity};

/// Adds `event` to `events`, or joins it with the one that it repeats.
pub(super) fn add(events: &mut Vec<Event>, event: Event) {
    match events.iter_mut().find(|e| same(e, &event)) {
        Some(known) => join(known, event),
        None => events.push(event),
    }
}

/// Whether two records tell of one event.
fn same(a: &Event, b: &Event) -> bool {
    a.kind == b.kind
        && a.polarity == b.polarity
        && modes(a, b)
        && participants(a, b)
        && dates(a.date.as_deref(), b.date.as_deref())
}

/// How many bytes apart two mentions of one talk may stand.
const NEAR: u32 = 600;

/// Whether the modes agree; a call is also called a talk in the words right after.
fn modes(a: &Event, b: &Event) -> bool {
    let pair = [a.mode.as_deref(), b.mode.as_deref()];
    let talk = pair.contains(&Some("phone")) && pair.contains(&Some("meet"));
    let near = a.trigger.start.abs_diff(b.trigger.start) < NEAR;
    a.mode == b.mode || a.mode.is_none() || b.mode.is_none() || (talk && near)
}

fn participants(a: &Event, b: &Event) -> bool {
    let shared =
        |a: &[ActorId], b: &[ActorId]| a.iter().any(|x| b.contains(x)) || (a.is_empty() && b.is_empty());
    let straight = shared(&a.source, &b.source) && shared(&a.target, &b.target);
    let symmetric = matches!(a.kind, EventType::Agree | EventType::Consult | EventType::Cooperate);
    straight || (symmetric && shared(&a.source, &b.target) && shared(&a.target, &b.source))
}

/// Whether one date holds the other, or one is unknown.
fn dates(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    a.starts_with(b) || b.starts_with(a)
}

/// Keeps the surer of two records of one event and fills what it lacks from the other.
fn join(known: &mut Event, other: Event) {
    let clearer = clarity(&other) > clarity(known);
    let (mut best, rest) = if clearer { (other, known.clone()) } else { (known.clone(), other) };
    let finer = |a: &Option<String>, b: &Option<String>| {
        b.as_ref().map_or(0, String::len) > a.as_ref().map_or(0, String::len)
    };
    if finer(&best.date, &rest.date) {
        best.date = rest.date;
        best.date_span = rest.date_span;
    }
    best.mode = best.mode.or(rest.mode);
    best.place = best.place.or(rest.place);
    best.contexts.extend(rest.contexts);
    best.contexts.sort();
    best.contexts.dedup();
    *known = best;
}

/// How clearly a record tells its event: asserted before attributed, dated before undated.
fn clarity(event: &Event) -> (bool, bool, bool, bool) {
    let sure = event.certainty == Certainty::Certain;
    (sure, event.according_to.is_empty(), event.date.is_some(), event.polarity == Polarity::Positive)
}
