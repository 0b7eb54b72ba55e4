//! `tenkyo series`: figures that measure the same thing, in a row.

use super::{ListOptions, bounds, number};
use crate::messages::Messages;
use crate::output::{Column, both, csv};
use crate::workspace::Story;
use serde::Serialize;
use std::process::ExitCode;
use tenkyo_record::ledger::Point;

const COLUMNS: &[Column] = &[
    both("what"),
    both("unit"),
    both("as-of"),
    both("value"),
    csv("min"),
    csv("max"),
    both("root"),
    both("text"),
    both("source"),
    csv("start"),
    csv("end"),
    both("id"),
];

/// A value with the series that it belongs to.
#[derive(Serialize)]
struct Row<'a> {
    series: &'a str,
    what: &'a str,
    unit: &'a str,
    #[serde(flatten)]
    point: &'a Point,
}

/// Runs the verb.
pub fn run(options: &ListOptions, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = options.open()?;
    let filter = story.ready(&options.filters, messages)?;
    let rows = story.model.series.iter().zip(&story.ledger.series).flat_map(|(model, s)| {
        let passing = model.points.iter().zip(&s.points).filter(|(point, _)| filter.point(model, point));
        passing.map(|(_, point)| Row { series: &s.id, what: &s.what, unit: &s.unit, point })
    });
    let shown: Vec<Row<'_>> = rows.collect();
    options.print(messages, COLUMNS, &shown, |row| cells(&story, row))
}

fn cells(story: &Story, row: &Row<'_>) -> Vec<String> {
    let point = row.point;
    vec![
        row.what.to_owned(),
        row.unit.to_owned(),
        point.as_of.clone().unwrap_or_default(),
        bounds(point.min.as_ref(), point.max.as_ref()),
        number(point.min.as_ref()),
        number(point.max.as_ref()),
        story.names(&point.root),
        story.words(&point.member),
        point.member.document.clone(),
        point.member.span[0].to_string(),
        point.member.span[1].to_string(),
        row.series.to_owned(),
    ]
}
