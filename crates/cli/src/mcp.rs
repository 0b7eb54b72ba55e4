//! `tenkyo mcp`: the workspace as tools for a language model, over standard input and output.

use crate::workspace::WorkspaceOptions;
use std::process::ExitCode;
use tenkyo_query::Live;

/// Answer a language model over standard input and output (Model Context Protocol); it can only read.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    workspace: WorkspaceOptions,
}

/// Runs the verb.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let live = Live::open(&arguments.workspace.workspace)?;
    live.follow();
    tokio::runtime::Runtime::new()?.block_on(tenkyo_mcp::stdio(live))?;
    Ok(ExitCode::SUCCESS)
}
