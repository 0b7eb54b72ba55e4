//! `tenkyo disputes`: what the documents contradict each other on.

use crate::filters::Filters;
use crate::messages::Messages;
use crate::output::{self, Column, OutputOptions, both};
use crate::workspace::{Story, WorkspaceOptions};
use std::process::ExitCode;
use tenkyo_record::ledger::{Dispute, Member, Side};

/// What the documents contradict each other on: denials, figures, dates, actors.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    output: OutputOptions,
}

const COLUMNS: &[Column] = &[both("kind"), both("about"), both("sides"), both("documents"), both("id")];

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = Story::open(&arguments.workspace)?;
    let (entries, records) = (&story.model.disputes, &story.ledger.disputes);
    let shown = story.select(&arguments.filters, messages, entries, records)?;
    output::print(&arguments.output, messages, COLUMNS, &shown, |d| cells(&story, messages, d))?;
    Ok(ExitCode::SUCCESS)
}

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
