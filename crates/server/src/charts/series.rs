//! A figure over time: an interval bar from the least to the greatest value, a colour and a shape for whoever gives it.

use super::{KINDS, Key, Tick, TimeAxis, ValueAxis, When, place};
use crate::desk::Desk;
use crate::display;
use crate::language::Language;
use askama::Template;
use std::collections::BTreeMap;
use tenkyo_model::Bounds;
use tenkyo_model::ledger::{Point, Series};

const LEFT: f64 = 62.0;
const RIGHT: f64 = 548.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 226.0;
/// Most values that are drawn one by one: of a series among others, and of one by itself.
pub(crate) const FEW: usize = 24;
pub(crate) const MANY: usize = 120;
/// Stretches of time for each of which a band covers all values, where not all are drawn.
const STRETCHES: usize = 54;
/// Most names of those who give values.
const NAMES: usize = 8;

#[derive(Template)]
#[template(path = "chart-series.html")]
pub(crate) struct Chart {
    language: Language,
    name: String,
    logarithmic: bool,
    days: TimeAxis,
    values: Vec<Tick>,
    marks: Vec<Mark>,
    /// Path around all values, where they are not all drawn, and how many values there are.
    band: Option<(String, usize)>,
    keys: Vec<Key>,
    disputed: bool,
    superseded: bool,
}

/// One value.
struct Mark {
    href: String,
    words: String,
    /// The sentence that gives it.
    said: String,
    x: f64,
    /// From where to where the date lies, when it is no single day.
    stretch: Option<(f64, f64)>,
    /// Where the mark stands: the known bound, or the middle of both.
    y: f64,
    low: f64,
    high: f64,
    /// Whether the value has no upper, or no lower bound.
    open: (bool, bool),
    kind: usize,
    superseded: bool,
    disputed: bool,
}

/// The chart of a series; `None` when fewer than two of its values have a date.
pub(crate) fn chart(desk: &Desk, s: &Series, most: usize, language: Language) -> Option<Chart> {
    let all: Vec<(&Point, When)> = s.points.iter().filter_map(|p| Some((p, when(p)?))).collect();
    if all.len() < 2 {
        return None;
    }
    let latest = latest(&all);
    let dated = weightiest(desk, &all, &latest, most);
    let days = TimeAxis::over(all.iter().map(|(_, when)| *when), LEFT, RIGHT)?;
    let bounds = all.iter().flat_map(|(p, _)| [p.bounds.min, p.bounds.max]).flatten();
    let values = ValueAxis::over(bounds.collect::<Vec<_>>().into_iter(), TOP, BOTTOM);
    let kinds = kinds(&dated);
    let mark = |(point, when): &(&Point, When)| {
        let (y, low, high) = heights(point.bounds, &values);
        let newest = latest.get(&point.root) == Some(&when.last);
        Some(Mark {
            href: desk.href(&point.member)?,
            words: words(desk, s, point, language),
            said: said(desk, point, language),
            x: days.at(when.middle()),
            stretch: (when.first != when.last)
                .then(|| (days.at(when.first.into()), days.at(when.last.into()))),
            open: (point.bounds.max.is_none(), point.bounds.min.is_none()),
            kind: kinds.get(&point.root).map_or(0, |(kind, _)| *kind),
            superseded: !newest,
            disputed: desk.index.is_contradicted(&point.member),
            y,
            low,
            high,
        })
    };
    let marks: Vec<Mark> = dated.iter().filter_map(mark).collect();
    Some(Chart {
        language,
        name: display::shown(&s.what).into_owned(),
        band: (dated.len() < all.len()).then(|| (band(&all, &days, &values), all.len())),
        logarithmic: values.logarithmic,
        values: values.ticks(language),
        disputed: marks.iter().any(|m| m.disputed),
        superseded: marks.iter().any(|m| m.superseded),
        marks,
        days,
        keys: keys(desk, &kinds, language),
    })
}

fn when(point: &Point) -> Option<When> {
    When::parse(point.as_of.as_deref()?)
}

/// The middle, the lower and the upper end of a value's bar.
fn heights(bounds: Bounds, values: &ValueAxis) -> (f64, f64, f64) {
    let (low, high) = (bounds.min.map(|v| values.at(v)), bounds.max.map(|v| values.at(v)));
    match (low, high) {
        (Some(low), Some(high)) => ((low + high) / 2.0, low, high),
        (Some(low), None) => (low, low, (low - 34.0).max(TOP)),
        (None, Some(high)) => (high, (high + 34.0).min(BOTTOM), high),
        (None, None) => (BOTTOM, BOTTOM, BOTTOM),
    }
}

type Kinds = BTreeMap<Option<String>, (usize, usize)>;

/// A kind for everybody who gives values, in the order in which they first do, and that order.
fn kinds(dated: &[(&Point, When)]) -> Kinds {
    let mut kinds = Kinds::new();
    for (point, _) in dated {
        let next = kinds.len();
        kinds.entry(point.root.clone()).or_insert((next.min(KINDS - 1), next));
    }
    kinds
}

fn keys(desk: &Desk, kinds: &Kinds, language: Language) -> Vec<Key> {
    let mut all: Vec<_> = kinds.iter().map(|(root, (kind, order))| (order, kind, root)).collect();
    all.sort_unstable();
    let words = |root: &Option<String>| match root {
        Some(id) => desk.name(id),
        None => language.word("unknown.actor").to_owned(),
    };
    all.into_iter().take(NAMES).map(|(_, kind, root)| Key { kind: *kind, words: words(root) }).collect()
}

/// The values to be drawn, in their order: the newest of each who gives some, then those that are contradicted, then others from
/// all along the time.
fn weightiest<'l>(
    desk: &Desk,
    all: &[(&'l Point, When)],
    latest: &BTreeMap<Option<String>, i32>,
    most: usize,
) -> Vec<(&'l Point, When)> {
    let weight = |at: &usize| {
        let (point, when) = &all[*at];
        let newest = latest.get(&point.root) == Some(&when.last);
        // The reversed bits of the place: the first few of any length lie far from each other.
        (!newest, !desk.index.is_contradicted(&point.member), at.reverse_bits())
    };
    let mut places: Vec<usize> = (0..all.len()).collect();
    if places.len() > most {
        places.sort_by_cached_key(weight);
        places.truncate(most);
        places.sort_unstable();
    }
    places.into_iter().map(|at| all[at]).collect()
}

/// From the least to the greatest value of each stretch of time that has some.
fn band(all: &[(&Point, When)], days: &TimeAxis, values: &ValueAxis) -> String {
    let mut stretches = BTreeMap::<usize, (f64, f64)>::new();
    for (point, when) in all {
        let part = (days.at(when.middle()) - LEFT) / (RIGHT - LEFT);
        let (_, low, high) = heights(point.bounds, values);
        let reach = stretches.entry((part * STRETCHES as f64) as usize).or_insert((low, high));
        *reach = (reach.0.max(low), reach.1.min(high));
    }
    let width = (RIGHT - LEFT) / STRETCHES as f64;
    let bar = |(at, (low, high)): (usize, (f64, f64))| {
        let (x, top) = (place(LEFT + at as f64 * width), place(high - 2.0));
        format!("M{x} {top}h{}v{}h-{}z", place(width), place(low - high + 4.0), place(width))
    };
    stretches.into_iter().map(bar).collect()
}

/// The last day for which each gives a value; values for earlier days are superseded.
fn latest(dated: &[(&Point, When)]) -> BTreeMap<Option<String>, i32> {
    let mut latest = BTreeMap::new();
    for (point, when) in dated {
        let last = latest.entry(point.root.clone()).or_insert(when.last);
        *last = when.last.max(*last);
    }
    latest
}

/// The words of a value with what stands around them.
fn said(desk: &Desk, point: &Point, language: Language) -> String {
    let words = desk.shown_words(&point.member, language);
    words.map(|w| [w.before, w.text, w.after].concat()).unwrap_or_default()
}

fn words(desk: &Desk, s: &Series, point: &Point, language: Language) -> String {
    let who = point.root.as_deref().map(|id| desk.name(id));
    let date = display::date(point.as_of.as_deref().unwrap_or_default(), language);
    let parts = [Some(date), Some(display::amount(point.bounds, &s.unit, language)), who];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
