//! `tenkyo read`: what one document says.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_pipeline::Reader;
use tenkyo_record::analysis::Analysis;

/// Read documents and print what they say.
#[derive(clap::Args)]
pub struct Arguments {
    /// Files, folders or web addresses to read; `-` for standard input.
    #[arg(required = true)]
    sources: Vec<String>,
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
    let options = tenkyo_ingest::Options::default();
    let mut code = ExitCode::SUCCESS;
    for capture in arguments.sources.iter().flat_map(|source| tenkyo_ingest::read(source, &options)) {
        let reading = match capture {
            Ok(capture) => reader.read(&capture),
            Err(error) => {
                anstream::eprintln!("tenkyo: {error}");
                code = ExitCode::FAILURE;
                continue;
            }
        };
        let record = Analysis::new(&reading.article, &reading.findings, &reading.diagnostics);
        let json = if arguments.jsonl {
            serde_json::to_string(&record)?
        } else {
            serde_json::to_string_pretty(&record)?
        };
        writeln!(out, "{json}")?;
    }
    Ok(code)
}
