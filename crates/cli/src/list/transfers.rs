//! `tenkyo transfers`: who gave, sold, shipped or offered what to whom.

use super::{List, number, quantity};
use crate::messages::Messages;
use crate::output::{Column, both, csv};
use crate::workspace::Story;
use tenkyo_model::ledger as model;
use tenkyo_record::ledger::Transfer;

const COLUMNS: &[Column] = &[
    both("date"),
    both("from"),
    csv("giver"),
    both("to"),
    csv("receiver"),
    both("item"),
    both("category"),
    both("quantity"),
    csv("min"),
    csv("max"),
    csv("unit"),
    both("status"),
    csv("polarity"),
    both("certainty"),
    both("roots"),
    csv("measures"),
    csv("agreements"),
    both("documents"),
    both("id"),
];

/// The list.
pub const LIST: List<model::Transfer, Transfer> =
    List { columns: COLUMNS, entries: |story| (&story.model.transfers, &story.ledger.transfers), cells };

fn cells(story: &Story, _: &Messages, t: &Transfer) -> Vec<String> {
    let amount = t.quantity.as_ref();
    let measures: Vec<&str> = t.measures.iter().map(|m| m.id.as_str()).collect();
    vec![
        t.date.clone().unwrap_or_default(),
        story.names(&t.giver),
        t.giver.clone().unwrap_or_default(),
        story.names(&t.receiver),
        t.receiver.clone().unwrap_or_default(),
        t.item.clone(),
        t.category.clone(),
        amount.map(quantity).unwrap_or_default(),
        number(amount.and_then(|a| a.min.as_ref())),
        number(amount.and_then(|a| a.max.as_ref())),
        amount.map(|a| a.unit.clone()).unwrap_or_default(),
        t.status.clone(),
        t.polarity.clone(),
        t.certainty.clone(),
        story.names(&t.roots),
        measures.join(" "),
        t.agreements.join(" "),
        story.documents(&t.members).to_string(),
        t.id.clone(),
    ]
}
