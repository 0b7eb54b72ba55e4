//! `tenkyo add`: documents into the workspace.

use crate::batch::{self, Read, ThreadOptions};
use crate::data::DataOptions;
use crate::messages::Messages;
use crate::workspace::WorkspaceOptions;
use indicatif::{ProgressBar, ProgressStyle};
use std::process::ExitCode;
use tenkyo_ingest::IngestError;
use tenkyo_record::analysis::Analysis;
use tenkyo_store::{Addition, Store};

/// Read documents and keep what they say in the workspace.
#[derive(clap::Args)]
pub struct Arguments {
    /// Files, folders, JSONL files, addresses, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// Fetch addresses within this machine and local networks too.
    #[arg(long)]
    allow_private: bool,
    #[command(flatten)]
    threads: ThreadOptions,
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    data: DataOptions,
}

/// Documents kept in one go: after an interruption at most these are read again.
const TOGETHER: usize = 64;

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let data = arguments.data.load()?;
    let sources = batch::sources(&arguments.paths);
    let options = tenkyo_ingest::Options {
        allow_private: arguments.allow_private,
        ..tenkyo_ingest::Options::default()
    };
    let bar = progress(sources.len());
    let mut keeper = Keeper::new(Store::create(&arguments.workspace.workspace)?, data.version);
    batch::read(sources, &options, &data.lexicon, &arguments.threads, |read| {
        bar.inc(1);
        keeper.take(read, |error| bar.suspend(|| bad(error)))
    })?;
    keeper.flush()?;
    bar.finish_and_clear();
    keeper.store.update_index()?;
    anstream::eprintln!("{}", keeper.summary(messages));
    Ok(if keeper.bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One line for a document that cannot be read.
pub fn bad(error: &IngestError) {
    anstream::eprintln!("tenkyo: {error}");
}

/// A bar on standard error when that is a terminal.
fn progress(count: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
    let bar = ProgressBar::new(count as u64);
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar
}

/// Keeps documents, many in one transaction, and counts them.
pub struct Keeper {
    /// The workspace.
    pub store: Store,
    data_version: String,
    waiting: Vec<Analysis>,
    counts: [usize; 4],
    /// How many could not be read.
    pub bad: usize,
}

impl Keeper {
    /// Keeps into this workspace what this program and data read.
    pub fn new(store: Store, data_version: String) -> Self {
        Self { store, data_version, waiting: Vec::new(), counts: [0; 4], bad: 0 }
    }

    /// Takes what one source gave.
    pub fn take(&mut self, read: Read, bad: impl Fn(&IngestError)) -> anyhow::Result<()> {
        for outcome in read {
            match outcome {
                Ok(analysis) => self.waiting.push(analysis),
                Err(error) => {
                    self.bad += 1;
                    bad(&error);
                }
            }
        }
        if self.waiting.len() >= TOGETHER { self.flush() } else { Ok(()) }
    }

    /// Writes what waits.
    pub fn flush(&mut self) -> anyhow::Result<()> {
        for addition in self.store.add(&self.waiting, &self.data_version)? {
            self.counts[addition as usize] += 1;
        }
        self.waiting.clear();
        Ok(())
    }

    /// What was done, in one line.
    fn summary(&self, messages: &Messages) -> String {
        let count = |addition: Addition| self.counts[addition as usize].to_string();
        messages.fill(
            "add.summary",
            &[
                ("new", &count(Addition::New)),
                ("version", &count(Addition::Version)),
                ("reread", &count(Addition::Reread)),
                ("known", &count(Addition::Known)),
                ("bad", &self.bad.to_string()),
                ("workspace", &self.store.folder().display().to_string()),
            ],
        )
    }
}
