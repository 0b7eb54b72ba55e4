//! `tenkyo forecasts`: what was expected, by whom, and what became of it.

use super::List;
use crate::messages::Messages;
use crate::output::{Column, both, csv};
use crate::workspace::Story;
use tenkyo_model::ledger as model;
use tenkyo_record::ledger::Forecast;

const COLUMNS: &[Column] = &[
    both("published"),
    both("by"),
    csv("by-id"),
    both("text"),
    both("likelihood"),
    both("horizon"),
    both("outcome"),
    both("decided-by"),
    both("source"),
    csv("start"),
    csv("end"),
    both("id"),
];

/// The list.
pub const LIST: List<model::Forecast, Forecast> =
    List { columns: COLUMNS, entries: |story| (&story.model.forecasts, &story.ledger.forecasts), cells };

fn cells(story: &Story, _: &Messages, f: &Forecast) -> Vec<String> {
    let decided: Vec<String> = f.outcome.members.iter().map(|m| story.words(m)).collect();
    vec![
        story.published(&f.member.document).unwrap_or_default().to_owned(),
        story.names(&f.by),
        f.by.clone().unwrap_or_default(),
        story.words(&f.member),
        f.likelihood.clone(),
        f.horizon.clone().unwrap_or_default(),
        f.outcome.result.clone(),
        decided.join(" / "),
        f.member.document.clone(),
        f.member.span[0].to_string(),
        f.member.span[1].to_string(),
        f.id.clone(),
    ]
}
