//! `tenkyo claims`: propositions, and who asserts, hedges, denies or relays them.

use crate::filters::Filters;
use crate::messages::Messages;
use crate::output::{self, Column, OutputOptions, both};
use crate::workspace::{Story, WorkspaceOptions};
use std::process::ExitCode;
use tenkyo_record::ledger::Claim;

/// Propositions, and who asserts, hedges, denies or relays them.
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
    both("what"),
    both("asserts"),
    both("hedges"),
    both("denies"),
    both("relays"),
    both("roots"),
    both("documents"),
    both("id"),
];

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = Story::open(&arguments.workspace)?;
    let (entries, records) = (&story.model.claims, &story.ledger.claims);
    let shown = story.select(&arguments.filters, messages, entries, records)?;
    output::print(&arguments.output, messages, COLUMNS, &shown, |c| cells(&story, c))?;
    Ok(ExitCode::SUCCESS)
}

fn cells(story: &Story, c: &Claim) -> Vec<String> {
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
