//! `tenkyo disputes`: what the documents contradict each other on, and what only looks like it.

use super::ListOptions;
use crate::messages::Messages;
use crate::output::{Column, both};
use crate::workspace::Story;
use serde::Serialize;
use std::process::ExitCode;
use tenkyo_model::ledger as model;
use tenkyo_record::ledger::{Dispute, Distinction, Member, Side};

const COLUMNS: &[Column] = &[both("kind"), both("about"), both("sides"), both("documents"), both("id")];

/// A dispute, or a distinction with its kind.
#[derive(Serialize)]
#[serde(untagged)]
enum Row<'a> {
    Dispute(&'a Dispute),
    Distinction {
        kind: &'static str,
        #[serde(flatten)]
        distinction: &'a Distinction,
    },
}

/// Prints the disputes that pass the filters, then the distinctions.
pub fn run(options: &ListOptions, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = options.open()?;
    let (model, record) = (&story.model, &story.ledger);
    let disputes = story.select(&options.filters, messages, &model.disputes, &record.disputes)?;
    let distinctions = story.select(&options.filters, messages, &model.distinctions, &record.distinctions)?;
    let distinct = |distinction| Row::Distinction { kind: model::Distinction::KIND, distinction };
    let rows = disputes.into_iter().map(Row::Dispute).chain(distinctions.into_iter().map(distinct));
    let rows: Vec<Row<'_>> = rows.collect();
    options.print(messages, COLUMNS, &rows, |row| cells(&story, messages, row))
}

fn cells(story: &Story, messages: &Messages, row: &Row<'_>) -> Vec<String> {
    let (kind, about, sides, id) = match row {
        Row::Dispute(d) => (d.kind.as_str(), &d.about, &d.sides, &d.id),
        Row::Distinction { kind, distinction: d } => (*kind, &d.about, &d.sides, &d.id),
    };
    let members: Vec<Member> = sides.iter().flat_map(|s| s.members.clone()).collect();
    let side = |s: &Side| {
        let sources = story.sources(&s.members);
        let label = messages.fill(&format!("value.{}", s.label), &[]);
        // The sides of a denial are called by their stances, those of a distinction by what they count; what is said stands beside.
        let words = s.members.first().map(|m| story.words(m)).filter(|words| *words != s.label);
        format!("{label}{} ({sources})", words.map(|w| format!("「{}」", short(&w))).unwrap_or_default())
    };
    let each: Vec<String> = sides.iter().map(side).collect();
    // Different things do not stand against each other.
    let between = if matches!(row, Row::Dispute(_)) { " ⇔ " } else { " ／ " };
    vec![
        kind.to_owned(),
        about.clone(),
        each.join(between),
        story.documents(&members).to_string(),
        id.clone(),
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
