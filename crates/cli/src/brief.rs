//! `tenkyo brief`: a report to read, every sentence with its sources.

use crate::data::DataOptions;
use crate::filters::{Filters, selected};
use crate::messages::Messages;
use crate::workspace::{self, Story, WorkspaceOptions};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use tenkyo_brief::{Language, Options};
use tenkyo_model::ledger::Ledger;

/// A report to read, in Markdown or HTML: what happened, who said what, what moved, what is contradicted, every sentence with its
/// sources.
#[derive(clap::Args)]
pub struct Arguments {
    /// Form of the report. The page needs no other file.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write it into this file instead of printing it.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    data: DataOptions,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    /// Markdown with footnotes.
    #[default]
    Md,
    /// One HTML page.
    Html,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let ledger = workspace::ledger(&arguments.workspace.open()?)?;
    let story = Story::new(ledger.clone());
    let filter = story.ready(&arguments.filters, messages)?;
    let asked = arguments.filters.asked();
    let ledger = if asked.is_empty() { ledger } else { selected(ledger, &filter) };
    let report = write(&ledger, arguments, messages, &asked)?;
    match &arguments.output {
        Some(path) => std::fs::write(path, report).map_err(|e| anyhow::anyhow!("{}: {e}", path.display()))?,
        None => std::io::stdout().lock().write_all(report.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn write(ledger: &Ledger, arguments: &Arguments, messages: &Messages, asked: &str) -> anyhow::Result<String> {
    let japanese = messages.is_japanese();
    let lexicon = if japanese { None } else { Some(arguments.data.load()?.lexicon) };
    // The ledger has Japanese names; English ones are known for known actors.
    let name = |id: &str| {
        let known = &lexicon.as_ref()?.actors;
        known.get(known.by_id(id)?).latin.clone()
    };
    let options = Options {
        format: match arguments.format {
            Format::Md => tenkyo_brief::Format::Markdown,
            Format::Html => tenkyo_brief::Format::Html,
        },
        language: if japanese { Language::Japanese } else { Language::English },
        asked,
        name: &name,
    };
    Ok(tenkyo_brief::write(ledger, &options))
}
