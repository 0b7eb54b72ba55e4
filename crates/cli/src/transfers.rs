//! `tenkyo transfers`: who gave, sold, shipped or offered what to whom.

use crate::filters::Filters;
use crate::messages::Messages;
use crate::output::{self, Column, OutputOptions, both, csv};
use crate::workspace::{Story, WorkspaceOptions};
use std::process::ExitCode;
use tenkyo_record::analysis::Amount;
use tenkyo_record::ledger::Transfer;

/// Who gave, sold, shipped or offered what to whom.
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
    both("from"),
    csv("giver"),
    both("to"),
    csv("receiver"),
    both("item"),
    both("category"),
    both("quantity"),
    csv("min"),
    csv("max"),
    csv("unit"),
    both("status"),
    csv("polarity"),
    both("certainty"),
    both("roots"),
    csv("measures"),
    both("documents"),
    both("id"),
];

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = Story::open(&arguments.workspace)?;
    let (entries, records) = (&story.model.transfers, &story.ledger.transfers);
    let shown = story.select(&arguments.filters, messages, entries, records)?;
    output::print(&arguments.output, messages, COLUMNS, &shown, |t| cells(&story, t))?;
    Ok(ExitCode::SUCCESS)
}

fn cells(story: &Story, t: &Transfer) -> Vec<String> {
    let number = |n: Option<&serde_json::Number>| n.map(ToString::to_string).unwrap_or_default();
    let amount = t.quantity.as_ref();
    let measures: Vec<&str> = t.measures.iter().map(|m| m.id.as_str()).collect();
    vec![
        t.date.clone().unwrap_or_default(),
        story.names(&t.giver),
        t.giver.clone().unwrap_or_default(),
        story.names(&t.receiver),
        t.receiver.clone().unwrap_or_default(),
        t.item.clone(),
        t.category.clone(),
        amount.map(quantity).unwrap_or_default(),
        number(amount.and_then(|a| a.min.as_ref())),
        number(amount.and_then(|a| a.max.as_ref())),
        amount.map(|a| a.unit.clone()).unwrap_or_default(),
        t.status.clone(),
        t.polarity.clone(),
        t.certainty.clone(),
        story.names(&t.roots),
        measures.join(" "),
        story.documents(&t.members).to_string(),
        t.id.clone(),
    ]
}

/// An amount in a few characters: `1000`, `1000–2000`, `≥1000`, `≤1000`, with its unit.
pub fn quantity(amount: &Amount) -> String {
    format!("{} {}", bounds(amount.min.as_ref(), amount.max.as_ref()), amount.unit)
}

/// Bounds in a few characters.
pub fn bounds(min: Option<&serde_json::Number>, max: Option<&serde_json::Number>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => min.to_string(),
        (Some(min), Some(max)) => format!("{min}–{max}"),
        (Some(min), None) => format!("≥{min}"),
        (None, Some(max)) => format!("≤{max}"),
        (None, None) => String::new(),
    }
}
