//! `tenkyo read`: what one document says.

mod page;

use crate::add::bad;
use crate::batch::{self, ThreadOptions};
use crate::data::DataOptions;
use crate::messages::Messages;
use std::io::{BufWriter, Write};
use std::process::ExitCode;
use tenkyo_record::analysis::Analysis;

/// Read documents and print what they say.
#[derive(clap::Args)]
pub struct Arguments {
    /// Files, folders, JSONL files, addresses, or `-` for standard input.
    #[arg(required = true, value_name = "FILE|URL|-")]
    sources: Vec<String>,
    /// Print each analysis as indented JSON (`tenkyo.analysis/1`).
    #[arg(long)]
    json: bool,
    /// Print one analysis a line.
    #[arg(long, conflicts_with = "json")]
    jsonl: bool,
    /// Fetch addresses within this machine and local networks too.
    #[arg(long)]
    allow_private: bool,
    #[command(flatten)]
    threads: ThreadOptions,
    #[command(flatten)]
    data: DataOptions,
}

/// Runs the verb. Documents come out in the order in which they were named; what cannot be read gives a line on standard error.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let data = arguments.data.load()?;
    let options = tenkyo_ingest::Options {
        allow_private: arguments.allow_private,
        ..tenkyo_ingest::Options::default()
    };
    let mut out = BufWriter::new(anstream::AutoStream::auto(std::io::stdout()));
    let mut failed = false;
    let sources = batch::sources(&arguments.sources);
    batch::read(sources, &options, &data.lexicon, &arguments.threads, |read| {
        for outcome in read {
            match outcome {
                Ok(analysis) => print(arguments, messages, &analysis, &mut out)?,
                Err(error) => {
                    out.flush()?;
                    failed = true;
                    bad(&error);
                }
            }
        }
        Ok(())
    })?;
    out.flush()?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn print(
    arguments: &Arguments,
    messages: &Messages,
    analysis: &Analysis,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    if arguments.jsonl {
        serde_json::to_writer(&mut *out, analysis)?;
    } else if arguments.json {
        serde_json::to_writer_pretty(&mut *out, analysis)?;
    } else {
        page::write(out, analysis, messages)?;
    }
    Ok(writeln!(out)?)
}
