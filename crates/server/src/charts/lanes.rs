//! Events in lanes over time: a dot for a day, a bar for a month, a year or an interval, dashed where an end is not known.

use super::{TimeAxis, When, place};
use crate::desk::Desk;
use crate::display;
use crate::language::Language;
use askama::Template;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tenkyo_model::ledger::Occurrence;

const LEFT: f64 = 150.0;
const RIGHT: f64 = 1110.0;
const TOP: f64 = 26.0;
/// Height of a row; marks that would cover each other stand in rows of one lane.
const ROW: f64 = 15.0;
const ROWS: usize = 6;
/// Most events and lanes that are drawn; those with the most sources come first.
const EVENTS: usize = 200;
const LANES: usize = 12;

#[derive(Template)]
#[template(path = "chart-lanes.html")]
pub(crate) struct Chart {
    language: Language,
    height: f64,
    days: TimeAxis,
    lanes: Vec<Lane>,
    /// How many dated events there are, of which these have the most sources.
    count: usize,
    drawn: usize,
}

struct Lane {
    name: String,
    japanese: bool,
    top: f64,
    height: f64,
    marks: Vec<Mark>,
}

struct Mark {
    href: String,
    words: String,
    x: f64,
    width: f64,
    y: f64,
    day: bool,
    vague: bool,
    open: (bool, bool),
    negative: bool,
    certain: bool,
}

/// The chart of events, a lane for each type or (`by_actor`) for each of the most active; `None` without two dated ones.
pub(crate) fn chart(desk: &Desk, found: &[&Occurrence], by_actor: bool, language: Language) -> Option<Chart> {
    let (dated, count) = weightiest(found);
    if dated.len() < 2 {
        return None;
    }
    let days = TimeAxis::over(dated.iter().map(|(_, when)| *when), LEFT, RIGHT)?;
    let mut lanes = Vec::new();
    let mut top = TOP;
    for (name, events) in sorted(desk, &dated, by_actor, language) {
        let lane = lane(desk, name, by_actor, top, &events, &days, language);
        top += lane.height;
        lanes.push(lane);
    }
    Some(Chart { language, height: top + 4.0, days, lanes, count, drawn: dated.len() })
}

/// The dated events with the most sources in order of time, and how many dated ones there are.
fn weightiest<'l>(found: &[&'l Occurrence]) -> (Vec<Dated<'l>>, usize) {
    let mut dated: Vec<(Reverse<(usize, usize)>, usize)> = (0..found.len())
        .filter(|at| found[*at].date.is_some())
        .map(|at| (Reverse((found[at].roots.len(), found[at].members.len())), at))
        .collect();
    let count = dated.len();
    if count > EVENTS {
        dated.select_nth_unstable(EVENTS);
        dated.truncate(EVENTS);
    }
    let when = |at: usize| Some((found[at], When::parse(found[at].date.as_deref()?)?));
    let mut dated: Vec<Dated<'l>> = dated.into_iter().filter_map(|(_, at)| when(at)).collect();
    dated.sort_by(|(a, when), (b, other)| {
        (when.first, when.last, &a.id).cmp(&(other.first, other.last, &b.id))
    });
    (dated, count)
}

type Dated<'l> = (&'l Occurrence, When);

/// The lanes by name, the fullest first.
fn sorted<'l>(
    desk: &Desk,
    dated: &[Dated<'l>],
    by_actor: bool,
    language: Language,
) -> Vec<(String, Vec<Dated<'l>>)> {
    let mut lanes: BTreeMap<String, Vec<Dated<'l>>> = BTreeMap::new();
    for (occurrence, when) in dated {
        let names: Vec<String> = if by_actor {
            occurrence.source.iter().map(|id| desk.name(id)).collect()
        } else {
            vec![language.word(&format!("event.{}", occurrence.kind.name())).to_owned()]
        };
        for name in names {
            lanes.entry(name).or_default().push((occurrence, *when));
        }
    }
    let mut lanes: Vec<_> = lanes.into_iter().collect();
    lanes.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    lanes.truncate(if by_actor { LANES } else { lanes.len() });
    lanes
}

fn lane(
    desk: &Desk,
    name: String,
    japanese: bool,
    top: f64,
    events: &[Dated<'_>],
    days: &TimeAxis,
    language: Language,
) -> Lane {
    let mut ends = Vec::<f64>::new();
    let mut marks = Vec::new();
    for (occurrence, when) in events {
        let (from, to) = (days.at(when.first.into()), days.at(when.last.into()));
        let day = when.first == when.last;
        let (x, width) = if day { (from - 6.0, 12.0) } else { (from, (to - from).max(12.0)) };
        let row = ends.iter().position(|end| *end <= x).unwrap_or(ends.len()).min(ROWS - 1);
        match ends.get_mut(row) {
            Some(end) => *end = x + width + 1.0,
            None => ends.push(x + width + 1.0),
        }
        let Some(href) = occurrence.members.first().and_then(|m| desk.href(m)) else { continue };
        marks.push(Mark {
            href,
            words: words(occurrence, language),
            x: place(x),
            width: place(width),
            y: place(top + 5.0 + ROW * row as f64),
            day,
            vague: !when.is_day(),
            open: when.open,
            negative: occurrence.polarity.name() == "-",
            certain: occurrence.certainty.name() == "certain",
        });
    }
    let height = ROW * ends.len().max(1) as f64 + 8.0;
    Lane { name: display::shortened(&name, 11), japanese, top, height, marks }
}

fn words(o: &Occurrence, language: Language) -> String {
    let date = display::date(o.date.as_deref().unwrap_or_default(), language);
    let kind = language.word(&format!("event.{}", o.kind.name()));
    format!("{date} · {kind} · {}", display::shown(&o.label))
}
