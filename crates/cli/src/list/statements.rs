//! `tenkyo statements`: who said what, each act of saying once.

use super::List;
use crate::messages::Messages;
use crate::output::{Column, both, csv};
use crate::workspace::Story;
use tenkyo_model::ledger as model;
use tenkyo_record::ledger::Utterance;

const COLUMNS: &[Column] = &[
    both("date"),
    both("speaker"),
    csv("speaker-id"),
    both("text"),
    csv("mode"),
    csv("polarity"),
    both("certainty"),
    both("via"),
    both("documents"),
    both("id"),
];

/// The list.
pub const LIST: List<model::Utterance, Utterance> =
    List { columns: COLUMNS, entries: |story| (&story.model.utterances, &story.ledger.utterances), cells };

fn cells(story: &Story, _: &Messages, u: &Utterance) -> Vec<String> {
    let text = if u.mode == "direct" { format!("「{}」", u.text) } else { u.text.clone() };
    vec![
        u.date.clone().unwrap_or_default(),
        story.names(&u.speaker),
        u.speaker.clone().unwrap_or_default(),
        text,
        u.mode.clone(),
        u.polarity.clone(),
        u.certainty.clone(),
        story.names(&u.via),
        story.documents(&u.members).to_string(),
        u.id.clone(),
    ]
}
