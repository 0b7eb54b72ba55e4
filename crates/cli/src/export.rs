//! `tenkyo export`: the ledger in the formats of other tools.

use crate::filters::{Filters, selected_wholly};
use crate::messages::Messages;
use crate::workspace::{self, Story, WorkspaceOptions};
use anyhow::Context;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tenkyo_export::{Export, Format};

/// The ledger in the formats of other tools: tables, annotations, graphs.
#[derive(clap::Args)]
pub struct Arguments {
    /// The format.
    #[arg(value_parser = format_names())]
    format: String,
    /// Write into this file instead of printing; of formats with tables a folder, one file a table.
    #[arg(long, short, value_name = "FILE|DIR")]
    out: Option<PathBuf>,
    /// Only this table, for formats with tables.
    #[arg(long, value_name = "NAME", value_parser = clap::builder::PossibleValuesParser::new(tenkyo_export::table::NAMES))]
    table: Option<String>,
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    filters: Filters,
}

fn format_names() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(Format::NAMES.iter().map(|(_, name)| *name))
}

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let format = Format::from_name(&arguments.format).context("unknown format")?;
    let mut ledger = workspace::ledger(&arguments.workspace.open()?)?;
    if !arguments.filters.asked().is_empty() {
        let story = Story::new(ledger.clone());
        let filter = story.ready(&arguments.filters, messages)?;
        ledger = selected_wholly(ledger, &filter);
    }
    write(&Export::new(&ledger), format, arguments)?;
    Ok(ExitCode::SUCCESS)
}

fn write(export: &Export<'_>, format: Format, arguments: &Arguments) -> anyhow::Result<()> {
    let table = arguments.table.as_deref();
    match &arguments.out {
        Some(folder) if format.has_tables() && table.is_none() => Ok(export.write_folder(format, folder)?),
        Some(path) => into_file(export, format, table, path).with_context(|| path.display().to_string()),
        None => {
            let mut out = BufWriter::new(std::io::stdout());
            export.write(format, table, &mut out)?;
            Ok(out.flush()?)
        }
    }
}

fn into_file(export: &Export<'_>, format: Format, table: Option<&str>, path: &Path) -> anyhow::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    export.write(format, table, &mut out)?;
    Ok(out.flush()?)
}
