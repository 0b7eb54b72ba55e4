//! Builds the files of `models/` from their sources.

#![allow(clippy::print_stdout, reason = "a command for developers; its output is its purpose")]

mod bunsetsu;
mod corpora;
mod dependency;
mod dictionary;
mod entities;
mod learner;
mod names;
mod pack;
mod prepared;
mod score;
mod segmentation;
mod slots;
mod words;

use clap::{Parser, Subcommand};

/// Builds the files of `models/` from their sources.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    model: Model,
}

#[derive(Subcommand)]
enum Model {
    Bunsetsu(bunsetsu::Arguments),
    Dictionary(dictionary::Arguments),
    Entities(entities::Arguments),
    Words(words::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().model {
        Model::Bunsetsu(arguments) => bunsetsu::build(&arguments),
        Model::Entities(arguments) => entities::build(&arguments),
        Model::Words(arguments) => words::build(&arguments),
        Model::Dictionary(arguments) => dictionary::build(&arguments),
    }
}

/// SHA-256 in hexadecimal.
fn digest(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
