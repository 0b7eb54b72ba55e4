//! `tenkyo forecasts`: what was expected, by whom, and what became of it.

use crate::filters::Filters;
use crate::messages::Messages;
use crate::output::{self, Column, OutputOptions, both, csv};
use crate::workspace::{Story, WorkspaceOptions};
use std::process::ExitCode;
use tenkyo_record::ledger::Forecast;

/// What was expected, by whom, and what became of it.
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

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = Story::open(&arguments.workspace)?;
    let (entries, records) = (&story.model.forecasts, &story.ledger.forecasts);
    let shown = story.select(&arguments.filters, messages, entries, records)?;
    output::print(&arguments.output, messages, COLUMNS, &shown, |f| cells(&story, f))?;
    Ok(ExitCode::SUCCESS)
}

fn cells(story: &Story, f: &Forecast) -> Vec<String> {
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
