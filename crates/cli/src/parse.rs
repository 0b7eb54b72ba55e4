//! `tenkyo parse`: the language layer alone, for measuring it.

use std::io::{BufRead, BufWriter, Write};
use std::process::ExitCode;
use tenkyo_japanese::Japanese;
use tenkyo_record::parse::Parse;

/// Print tokens, bunsetsu, dependencies and named entities of sentences.
#[derive(clap::Args)]
pub struct Arguments {
    /// Take each line of standard input as one sentence and print one JSON line for it.
    #[arg(long, required = true)]
    lines: bool,
}

/// Runs the verb.
pub fn run(_: &Arguments) -> anyhow::Result<ExitCode> {
    let mut japanese = Japanese::new();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let analysis = japanese.analyze_sentence(&line);
        serde_json::to_writer(&mut out, &Parse::new(&line, &analysis))?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
