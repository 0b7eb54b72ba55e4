//! Checks of the repository itself: `cargo run -p xtask -- tidy | score | story`.
#![allow(clippy::print_stdout, reason = "a command for developers; its output is its purpose")]

mod models;
mod score;
mod story;
mod tidy;

use clap::{Parser, Subcommand};

/// Checks of the repository itself.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    check: Check,
}

#[derive(Subcommand)]
enum Check {
    /// Check what the compiler does not: file headers, file lengths, language facts in code, the models' manifest.
    Tidy,
    Score(score::Arguments),
    Story(story::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().check {
        Check::Tidy => {
            tidy::run()?;
            models::check(std::path::Path::new("models"))
        }
        Check::Score(arguments) => score::run(&arguments),
        Check::Story(arguments) => story::run(&arguments),
    }
}
