//! A figure over time: an interval bar from the least to the greatest value, a colour and a shape for whoever gives it.

use super::{KINDS, Key, Tick, TimeAxis, ValueAxis, When};
use crate::desk::Desk;
use crate::display;
use crate::language::Language;
use askama::Template;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::Bounds;
use tenkyo_model::ledger::{DisputeKind, Member, Point, Series};

const LEFT: f64 = 62.0;
const RIGHT: f64 = 548.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 226.0;

#[derive(Template)]
#[template(path = "chart-series.html")]
pub(crate) struct Chart {
    language: Language,
    name: String,
    logarithmic: bool,
    days: TimeAxis,
    values: Vec<Tick>,
    marks: Vec<Mark>,
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
pub(crate) fn chart(desk: &Desk, s: &Series, language: Language) -> Option<Chart> {
    let dated: Vec<(&Point, When)> = s.points.iter().filter_map(|p| Some((p, when(p)?))).collect();
    if dated.len() < 2 {
        return None;
    }
    let days = TimeAxis::over(dated.iter().map(|(_, when)| *when), LEFT, RIGHT)?;
    let bounds = dated.iter().flat_map(|(p, _)| [p.bounds.min, p.bounds.max]).flatten();
    let values = ValueAxis::over(bounds.collect::<Vec<_>>().into_iter(), TOP, BOTTOM);
    let kinds = kinds(&dated);
    let (disputed, latest) = (disputed(desk), latest(&dated));
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
            disputed: disputed.contains(&point.member),
            y,
            low,
            high,
        })
    };
    let marks: Vec<Mark> = dated.iter().filter_map(mark).collect();
    Some(Chart {
        language,
        name: display::shown(&s.what).into_owned(),
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
    all.into_iter().map(|(_, kind, root)| Key { kind: *kind, words: words(root) }).collect()
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

/// The words of figures that contradict each other.
fn disputed(desk: &Desk) -> BTreeSet<&Member> {
    let of_figures = desk.ledger.disputes.iter().filter(|d| d.kind == DisputeKind::Figure);
    of_figures.flat_map(|d| &d.sides).flat_map(|side| &side.members).collect()
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
