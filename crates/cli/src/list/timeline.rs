//! `tenkyo timeline`: what happened, by date.

use super::List;
use crate::messages::Messages;
use crate::output::{Column, both, csv};
use crate::workspace::Story;
use tenkyo_model::ledger as model;
use tenkyo_record::ledger::Occurrence;

const COLUMNS: &[Column] = &[
    both("date"),
    csv("date-local"),
    both("type"),
    csv("mode"),
    both("who"),
    csv("source"),
    csv("target"),
    csv("place"),
    both("text"),
    csv("polarity"),
    both("certainty"),
    both("roots"),
    csv("agreements"),
    both("documents"),
    both("id"),
];

/// The list.
pub const LIST: List<model::Occurrence, Occurrence> =
    List { columns: COLUMNS, entries: |story| (&story.model.occurrences, &story.ledger.occurrences), cells };

fn cells(story: &Story, _: &Messages, o: &Occurrence) -> Vec<String> {
    let kind = if o.polarity == "-" { format!("−{}", o.kind) } else { o.kind.clone() };
    vec![
        o.date.clone().unwrap_or_default(),
        o.date_local.clone().unwrap_or_default(),
        kind,
        o.mode.clone().unwrap_or_default(),
        who(story, o),
        o.source.join(" "),
        o.target.join(" "),
        o.place.clone().unwrap_or_default(),
        o.label.clone(),
        o.polarity.clone(),
        o.certainty.clone(),
        story.names(&o.roots),
        o.agreements.join(" "),
        story.documents(&o.members).to_string(),
        o.id.clone(),
    ]
}

/// Both sides of an occurrence in a few words.
pub fn who(story: &Story, o: &Occurrence) -> String {
    match (story.names(&o.source), story.names(&o.target)) {
        (source, target) if target.is_empty() || source == target => source,
        (source, target) => format!("{source} → {target}"),
    }
}
