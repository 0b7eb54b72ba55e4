//! `tenkyo read`: what one document says.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_pipeline::Reader;
use tenkyo_record::analysis::Analysis;

/// Read documents and print what they say.
#[derive(clap::Args)]
pub struct Arguments {
    /// Files to read.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Print one analysis as indented JSON.
    #[arg(long)]
    json: bool,
    /// Print one analysis a line.
    #[arg(long, conflicts_with = "json")]
    jsonl: bool,
}

/// Runs the verb.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut reader = Reader::new(Arc::new(Lexicon::embedded()?));
    let mut out = std::io::stdout().lock();
    for path in &arguments.files {
        let reading = reader.read(&tenkyo_ingest::file(path)?);
        let record = Analysis::new(&reading.article, &reading.findings, &reading.diagnostics);
        let json = if arguments.jsonl {
            serde_json::to_string(&record)?
        } else {
            serde_json::to_string_pretty(&record)?
        };
        writeln!(out, "{json}")?;
    }
    Ok(ExitCode::SUCCESS)
}
