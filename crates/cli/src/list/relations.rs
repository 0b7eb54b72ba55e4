//! `tenkyo relations`: what each pair did to each other, month by month.

use super::{List, number};
use crate::messages::Messages;
use crate::output::{Column, both, csv};
use crate::workspace::Story;
use tenkyo_model::ledger as model;
use tenkyo_record::ledger::Relation;

const COLUMNS: &[Column] = &[
    both("month"),
    both("from"),
    csv("source-id"),
    both("to"),
    csv("target-id"),
    both("count"),
    both("score"),
    both("confirmed"),
    both("confirmed-score"),
    csv("occurrences"),
];

/// The list.
pub const LIST: List<model::Relation, Relation> =
    List { columns: COLUMNS, entries: |story| (&story.model.relations, &story.ledger.relations), cells };

fn cells(story: &Story, _: &Messages, r: &Relation) -> Vec<String> {
    vec![
        r.month.clone(),
        story.name(&r.source).to_owned(),
        r.source.clone(),
        story.name(&r.target).to_owned(),
        r.target.clone(),
        r.count.to_string(),
        number(r.score.as_ref()),
        r.confirmed.to_string(),
        number(r.confirmed_score.as_ref()),
        r.occurrences.join(" "),
    ]
}
