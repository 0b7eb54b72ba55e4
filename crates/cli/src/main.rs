//! `tenkyo`: one verb per user task.

mod parse;
mod read;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Reads Japanese news about a developing story and keeps a ledger of who said what and who gave what to whom.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Parse(parse::Arguments),
    Read(read::Arguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().verb {
        Verb::Parse(arguments) => parse::run(&arguments),
        Verb::Read(arguments) => read::run(&arguments),
    };
    result.unwrap_or_else(|error| {
        anstream::eprintln!("tenkyo: {error:#}");
        ExitCode::FAILURE
    })
}
