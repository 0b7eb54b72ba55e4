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
    let filter = arguments.filters.ready(&story, messages)?;
    let date = |m: &Member| filter.date(story.published(&m.document));
    let speaks = |m: &Member| {
        let holds = |a: &&tenkyo_record::ledger::Actor| {
            a.members
                .iter()
                .any(|o| o.document == m.document && o.span[0] < m.span[1] && m.span[0] < o.span[1])
        };
        filter.actors(story.ledger.actors.iter().filter(holds).map(|a| &a.id))
    };
    let passes = |d: &&Dispute| {
        let members = || d.sides.iter().flat_map(|s: &Side| &s.members);
        members().any(date) && members().any(speaks)
    };
    let shown: Vec<&Dispute> = story.ledger.disputes.iter().filter(passes).collect();
    output::print(&arguments.output, messages, COLUMNS, &shown, |d| cells(&story, messages, d))?;
    Ok(ExitCode::SUCCESS)
}

fn cells(story: &Story, messages: &Messages, d: &Dispute) -> Vec<String> {
    let members: Vec<Member> = d.sides.iter().flat_map(|s| s.members.clone()).collect();
    let side = |s: &Side| {
        let sources = story.sources(&s.members);
        format!("{} ({sources})", messages.fill(&format!("value.{}", s.label), &[]))
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
