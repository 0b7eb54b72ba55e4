//! `tenkyo disputes`: what the documents contradict each other on.

use super::List;
use crate::messages::Messages;
use crate::output::{Column, both};
use crate::workspace::Story;
use tenkyo_model::ledger as model;
use tenkyo_record::ledger::{Dispute, Member, Side};

const COLUMNS: &[Column] = &[both("kind"), both("about"), both("sides"), both("documents"), both("id")];

/// The list.
pub const LIST: List<model::Dispute, Dispute> =
    List { columns: COLUMNS, entries: |story| (&story.model.disputes, &story.ledger.disputes), cells };

fn cells(story: &Story, messages: &Messages, d: &Dispute) -> Vec<String> {
    let members: Vec<Member> = d.sides.iter().flat_map(|s| s.members.clone()).collect();
    let side = |s: &Side| {
        let sources = story.sources(&s.members);
        let label = messages.fill(&format!("value.{}", s.label), &[]);
        // The sides of a denial are called by their stances; what is said stands beside them.
        let words = s.members.first().map(|m| story.words(m)).filter(|words| *words != s.label);
        format!("{label}{} ({sources})", words.map(|w| format!("「{}」", short(&w))).unwrap_or_default())
    };
    let sides: Vec<String> = d.sides.iter().map(side).collect();
    vec![
        d.kind.clone(),
        d.about.clone(),
        sides.join(" ⇔ "),
        story.documents(&members).to_string(),
        d.id.clone(),
    ]
}

/// Most letters of the words of a side.
const SHORT: usize = 24;

fn short(words: &str) -> String {
    match words.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
