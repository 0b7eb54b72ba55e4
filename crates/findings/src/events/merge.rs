//! One record for each distinct event of the article.

use super::scene::Scene;
use tenkyo_model::{ActorId, Certainty, Event, EventType, Polarity};

/// A record on its way.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) event: Event,
    /// Whether only the article as a whole tells the date.
    pub(super) weak: bool,
    /// Whether it stands in the headline, which tells again what the text tells.
    pub(super) headline: bool,
    /// Whether no other frame tells the same event.
    pub(super) apart: bool,
    /// Whether it is told as one before the one that the text is about (`前回の核実験`).
    pub(super) former: bool,
}

/// Adds `draft` to `drafts`, or joins it with the one that it repeats.
pub(super) fn add(scene: &Scene<'_>, drafts: &mut Vec<Draft>, draft: Draft) {
    match drafts.iter_mut().find(|d| same(scene, d, &draft)) {
        Some(known) => join(known, draft),
        None => drafts.push(draft),
    }
}

/// Whether two records tell of one event.
fn same(scene: &Scene<'_>, a: &Draft, b: &Draft) -> bool {
    let (x, y) = (&a.event, &b.event);
    let sides = if a.headline != b.headline { loosely(x, y) } else { participants(x, y) };
    let sides = sides || (is_talk(x) && is_talk(y) && of_states(scene, x, y));
    x.kind == y.kind
        && x.polarity == y.polarity
        && a.former == b.former
        && (x.rule == y.rule || !(a.apart || b.apart))
        && modes(x, y)
        && sides
        && (a.headline || b.headline || stages(x, y))
        && (a.weak || b.weak || dates(x.date.as_deref(), y.date.as_deref()))
}

fn is_talk(event: &Event) -> bool {
    event.kind == EventType::Consult && matches!(event.mode.as_deref(), Some("meet" | "phone"))
}

/// Whether two talks told near each other are of the same sides, though one names the states and the other who acts for
/// them (`鳩山首相はオバマ大統領と会談する`, `オバマ大統領との日米首脳会談`).
fn of_states(scene: &Scene<'_>, a: &Event, b: &Event) -> bool {
    let whole = |side: &[ActorId]| side.iter().flat_map(|x| scene.acting_for(*x)).collect::<Vec<_>>();
    let one = |x: &[ActorId], y: &[ActorId]| shared(&whole(x), y) || shared(x, &whole(y));
    let near = a.trigger.start.abs_diff(b.trigger.start) < NEAR;
    let straight = one(&a.source, &b.source) && one(&a.target, &b.target);
    near && (straight || (one(&a.source, &b.target) && one(&a.target, &b.source)))
}

/// Whether both are done or neither: what is still to come is another event than what has been.
fn stages(a: &Event, b: &Event) -> bool {
    let pair = [a.certainty, b.certainty];
    !(pair.contains(&Certainty::Certain) && pair.contains(&Certainty::Probable))
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

fn shared(a: &[ActorId], b: &[ActorId]) -> bool {
    a.iter().any(|x| b.contains(x))
}

fn symmetric(kind: EventType) -> bool {
    matches!(kind, EventType::Agree | EventType::Consult | EventType::Cooperate)
}

fn participants(a: &Event, b: &Event) -> bool {
    let one = |x: &[ActorId], y: &[ActorId]| shared(x, y) || (x.is_empty() && y.is_empty());
    // Who did it may stand in one of two tellings only.
    let untold = a.source.is_empty() != b.source.is_empty() && shared(&a.target, &b.target);
    let straight = untold || (one(&a.source, &b.source) && one(&a.target, &b.target));
    // A promise has a direction, an agreement of both has none: they are two events.
    let alike = a.kind != EventType::Agree || a.rule == b.rule;
    straight || (symmetric(a.kind) && alike && one(&a.source, &b.target) && one(&a.target, &b.source))
}

/// Whether a headline's event may be that of the text: headlines leave out one side.
fn loosely(a: &Event, b: &Event) -> bool {
    let open = |x: &[ActorId], y: &[ActorId]| shared(x, y) || x.is_empty() || y.is_empty();
    participants(a, b)
        || (shared(&a.target, &b.target) && open(&a.source, &b.source))
        || (shared(&a.source, &b.source) && open(&a.target, &b.target))
        || (symmetric(a.kind) && shared(&a.source, &b.target))
}

/// Whether one date holds the other, or one is unknown.
fn dates(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    a.starts_with(b) || b.starts_with(a)
}

/// Keeps the surer of two records of one event and fills what it lacks from the other.
fn join(known: &mut Draft, other: Draft) {
    let clearer = clarity(&other) > clarity(known);
    let (mut best, rest) = if clearer { (other, known.clone()) } else { (known.clone(), other) };
    let length = |d: &Draft| d.event.date.as_ref().map_or(0, String::len);
    let surer = best.weak && !rest.weak && rest.event.date.is_some();
    if surer || (best.weak == rest.weak && length(&rest) > length(&best)) {
        best.event.date.clone_from(&rest.event.date);
        best.event.date_span = rest.event.date_span;
        best.weak = rest.weak;
    }
    best.headline &= rest.headline;
    let (event, rest) = (&mut best.event, rest.event);
    if is_talk(event) && is_talk(&rest) {
        pool(event, &rest);
    }
    event.mode = event.mode.take().or(rest.mode);
    event.place = event.place.or(rest.place);
    if event.source.is_empty() {
        event.source = rest.source;
    }
    event.contexts.extend(rest.contexts);
    event.contexts.sort();
    event.contexts.dedup();
    *known = best;
}

/// Adds those whom only the other record of a talk names, each on his own side.
fn pool(event: &mut Event, rest: &Event) {
    let crossed = shared(&event.source, &rest.target) || shared(&event.target, &rest.source);
    let sides = if crossed { (&rest.target, &rest.source) } else { (&rest.source, &rest.target) };
    for (own, more) in [(true, sides.0), (false, sides.1)] {
        for actor in more {
            if !event.source.contains(actor) && !event.target.contains(actor) {
                if own { event.source.push(*actor) } else { event.target.push(*actor) }
            }
        }
    }
}

/// How clearly a record tells its event: in the text before the headline, asserted before attributed, dated before undated.
fn clarity(draft: &Draft) -> (bool, bool, bool, bool, bool, bool) {
    let event = &draft.event;
    let sure = event.certainty == Certainty::Certain;
    let whole = !event.target.is_empty();
    let positive = event.polarity == Polarity::Positive;
    (
        !draft.headline,
        sure,
        event.according_to.is_empty(),
        whole,
        event.date.is_some() && !draft.weak,
        positive,
    )
}
