//! `tenkyo timeline`: what happened, by date.

use crate::filters::Filters;
use crate::messages::Messages;
use crate::output::{self, Column, OutputOptions, both, csv};
use crate::workspace::{Story, WorkspaceOptions};
use std::process::ExitCode;
use tenkyo_record::ledger::Occurrence;

/// What happened, by date.
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
    both("documents"),
    both("id"),
];

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = Story::open(&arguments.workspace)?;
    let (entries, records) = (&story.model.occurrences, &story.ledger.occurrences);
    let shown = story.select(&arguments.filters, messages, entries, records)?;
    output::print(&arguments.output, messages, COLUMNS, &shown, |o| cells(&story, o))?;
    Ok(ExitCode::SUCCESS)
}

fn cells(story: &Story, o: &Occurrence) -> Vec<String> {
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
