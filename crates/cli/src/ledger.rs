//! `tenkyo ledger`: the whole ledger as one record.

use crate::workspace::{Story, WorkspaceOptions};
use std::io::Write;
use std::process::ExitCode;

/// The whole ledger as one record (`tenkyo.ledger/1`).
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    workspace: WorkspaceOptions,
    /// Print it as indented JSON (the default, and the only form).
    #[arg(long)]
    json: bool,
}

/// Runs the verb.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let _ = arguments.json;
    let story = Story::open(&arguments.workspace)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, &story.ledger)?;
    writeln!(out)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
