//! `tenkyo relations`: what each pair did to each other, month by month.

use crate::filters::Filters;
use crate::messages::Messages;
use crate::output::{self, Column, OutputOptions, both, csv};
use crate::workspace::{Story, WorkspaceOptions};
use std::process::ExitCode;
use tenkyo_record::ledger::Relation;

/// What each pair did to each other, month by month, from conflict (negative) to cooperation (positive).
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

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = Story::open(&arguments.workspace)?;
    let (entries, records) = (&story.model.relations, &story.ledger.relations);
    let shown = story.select(&arguments.filters, messages, entries, records)?;
    output::print(&arguments.output, messages, COLUMNS, &shown, |r| cells(&story, r))?;
    Ok(ExitCode::SUCCESS)
}

fn cells(story: &Story, r: &Relation) -> Vec<String> {
    let number = |n: Option<&serde_json::Number>| n.map(ToString::to_string).unwrap_or_default();
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
