//! The verbs that list one part of the ledger: `tenkyo timeline`, `statements`, `claims` …
//!
//! Every one of them takes the same arguments and differs in its columns, in the entries that it reads and in what it writes into the cells.

pub mod actors;
pub mod claims;
pub mod disputes;
pub mod forecasts;
pub mod relations;
pub mod series;
pub mod statements;
pub mod timeline;
pub mod transfers;

use crate::filters::Filters;
use crate::messages::Messages;
use crate::output::{self, Column, OutputOptions};
use crate::workspace::{Story, WorkspaceOptions};
use serde::Serialize;
use serde_json::Number;
use std::process::ExitCode;
use tenkyo_query::Entry;
use tenkyo_record::analysis::Amount;

/// Which workspace, which of its entries, and how to print them.
#[derive(clap::Args)]
pub struct ListOptions {
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    output: OutputOptions,
}

impl ListOptions {
    /// The ledger of the workspace.
    fn open(&self) -> anyhow::Result<Story> {
        Story::open(&self.workspace)
    }

    /// Prints entries under these columns.
    fn print<R: Serialize>(
        &self,
        messages: &Messages,
        columns: &[Column],
        entries: &[R],
        cells: impl Fn(&R) -> Vec<String>,
    ) -> anyhow::Result<ExitCode> {
        output::print(&self.output, messages, columns, entries, cells)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// One list of the ledger, as the model has it (`E`, which filters read) and as its record (`R`, which is shown).
pub struct List<E: 'static, R: 'static> {
    columns: &'static [Column],
    entries: fn(&Story) -> (&[E], &[R]),
    cells: fn(&Story, &Messages, &R) -> Vec<String>,
}

impl<E: Entry, R: Serialize> List<E, R> {
    /// Prints the entries that pass the filters, in the order of the ledger.
    pub fn run(&self, options: &ListOptions, messages: &Messages) -> anyhow::Result<ExitCode> {
        let story = options.open()?;
        let (entries, records) = (self.entries)(&story);
        let shown = story.select(&options.filters, messages, entries, records)?;
        options.print(messages, self.columns, &shown, |record| (self.cells)(&story, messages, record))
    }
}

/// An amount in a few characters: `1000`, `1000–2000`, `≥1000`, `≤1000`, with its unit.
pub fn quantity(amount: &Amount) -> String {
    format!("{} {}", bounds(amount.min.as_ref(), amount.max.as_ref()), amount.unit)
}

/// Bounds in a few characters.
pub fn bounds(min: Option<&Number>, max: Option<&Number>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => min.to_string(),
        (Some(min), Some(max)) => format!("{min}–{max}"),
        (Some(min), None) => format!("≥{min}"),
        (None, Some(max)) => format!("≤{max}"),
        (None, None) => String::new(),
    }
}

/// A number that may be missing, as a cell.
fn number(n: Option<&Number>) -> String {
    n.map(ToString::to_string).unwrap_or_default()
}
