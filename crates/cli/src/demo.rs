//! `tenkyo demo`: the main job on the example articles that the program carries.

mod articles;
mod summary;

use crate::add::Keeper;
use crate::data::DataOptions;
use crate::messages::Messages;
use crate::workspace::Story;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tenkyo_pipeline::Reader;
use tenkyo_record::analysis::Analysis;
use tenkyo_store::Store;

/// Read the example articles and print what the ledger of them says.
#[derive(clap::Args)]
pub struct Arguments {
    /// Keep the workspace in this folder. Without it, it is thrown away at the end.
    #[arg(long, value_name = "DIR")]
    workspace: Option<PathBuf>,
    /// Then open the desk over it, until you press Ctrl-C.
    #[arg(long)]
    serve: bool,
    #[command(flatten)]
    listen: crate::serve::ListenOptions,
    #[command(flatten)]
    data: DataOptions,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let temporary = tempfile::tempdir()?;
    let folder = arguments.workspace.as_deref().unwrap_or(temporary.path());
    let story = Story::open_store(&fill(folder, &arguments.data)?)?;
    let mut out = anstream::AutoStream::auto(std::io::stdout()).lock();
    summary::write(&mut out, &story, messages)?;
    let (key, kept) = match &arguments.workspace {
        Some(folder) => ("demo.kept", folder.display().to_string()),
        None => ("demo.next", String::new()),
    };
    writeln!(out, "\n{}", messages.fill(key, &[("workspace", &kept)]))?;
    drop(out);
    if arguments.serve {
        crate::serve::open(folder, &arguments.listen, &arguments.data, messages)
    } else {
        Ok(ExitCode::SUCCESS)
    }
}

/// Reads the examples into a workspace.
fn fill(folder: &Path, data: &DataOptions) -> anyhow::Result<Store> {
    let data = data.load()?;
    let mut reader = Reader::new(data.lexicon);
    let mut keeper = Keeper::new(Store::create(folder)?, data.version);
    for capture in articles::captures()? {
        let reading = reader.read(&capture);
        let analysis = Analysis::new(&reading.article, &reading.findings, &reading.diagnostics);
        keeper.take(vec![Ok(analysis)], |_| ())?;
    }
    keeper.flush()?;
    Ok(keeper.store)
}
