//! `tenkyo statements`: who said what, each act of saying once.

use crate::filters::Filters;
use crate::messages::Messages;
use crate::output::{self, Column, OutputOptions, both, csv};
use crate::workspace::{Story, WorkspaceOptions};
use std::process::ExitCode;
use tenkyo_record::ledger::Utterance;

/// Who said what, each act of saying once.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    output: OutputOptions,
}

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

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = Story::open(&arguments.workspace)?;
    let (entries, records) = (&story.model.utterances, &story.ledger.utterances);
    let shown = story.select(&arguments.filters, messages, entries, records)?;
    output::print(&arguments.output, messages, COLUMNS, &shown, |u| cells(&story, u))?;
    Ok(ExitCode::SUCCESS)
}

fn cells(story: &Story, u: &Utterance) -> Vec<String> {
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
