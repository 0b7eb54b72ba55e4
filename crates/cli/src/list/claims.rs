//! `tenkyo claims`: propositions, and who asserts, hedges, denies or relays them.

use super::List;
use crate::messages::Messages;
use crate::output::{Column, both};
use crate::workspace::Story;
use tenkyo_model::ledger as model;
use tenkyo_record::ledger::Claim;

const COLUMNS: &[Column] = &[
    both("what"),
    both("asserts"),
    both("hedges"),
    both("denies"),
    both("relays"),
    both("roots"),
    both("documents"),
    both("id"),
];

/// The list.
pub const LIST: List<model::Claim, Claim> =
    List { columns: COLUMNS, entries: |story| (&story.model.claims, &story.ledger.claims), cells };

fn cells(story: &Story, _: &Messages, c: &Claim) -> Vec<String> {
    let who = |stance: &str| story.names(c.positions.iter().filter(|p| p.stance == stance).map(|p| &p.by));
    let members: Vec<_> = c.positions.iter().flat_map(|p| p.members.clone()).collect();
    vec![
        c.label.clone(),
        who("asserts"),
        who("hedges"),
        who("denies"),
        who("relays"),
        c.roots.len().to_string(),
        story.documents(&members).to_string(),
        c.id.clone(),
    ]
}
