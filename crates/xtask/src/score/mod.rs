//! Reads the development gold's documents, scores them, and holds the result against `eval/floors.toml` and `eval/results.json`.
//!
//! The gold and its scorer lie beside the repository and are no part of it; without them there is nothing to check.

mod gold;
mod results;

use anyhow::Context;
use results::{Results, Scores};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Score the development gold against the committed floors and results.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder that holds `eval/` (gold, texts, scorer) and `seeds/`.
    #[arg(long, default_value = "../shared")]
    shared: PathBuf,
    /// Write what was measured into eval/results.json.
    #[arg(long)]
    write: bool,
}

/// Runs the check.
///
/// # Errors
/// When a score falls below its floor, or the committed per-document results are not what was measured.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    if !arguments.shared.join("eval/gold").is_dir() {
        println!("score: no gold below {}; nothing to check", arguments.shared.display());
        return Ok(());
    }
    let measured = gold::measure(&arguments.shared)?;
    print!("{}", measured.table());
    if arguments.write {
        fs::write(results::FILE, measured.json()?)?;
    }
    check_floors(&measured.all)?;
    check_committed(&measured)
}

/// Least value of each metric, by layer.
type Floors = BTreeMap<String, BTreeMap<String, f64>>;

fn check_floors(all: &Scores) -> anyhow::Result<()> {
    let text = fs::read_to_string("eval/floors.toml").context("eval/floors.toml")?;
    let floors: Floors = toml::from_str(&text).context("eval/floors.toml")?;
    let mut below = Vec::new();
    for (layer, metrics) in &floors {
        for (metric, floor) in metrics {
            let value = all.get(layer).and_then(|m| m.get(metric)).copied().unwrap_or(0.0);
            if value < *floor {
                below.push(format!("{layer}.{metric} is {value:.3}, the floor is {floor:.3}"));
            }
        }
    }
    anyhow::ensure!(below.is_empty(), "{}", below.join("\n"));
    Ok(())
}

fn check_committed(measured: &Results) -> anyhow::Result<()> {
    let committed = Results::committed()?;
    if committed.gold != measured.gold {
        println!("score: the gold is not the one of {}; per-document results not compared", results::FILE);
        return Ok(());
    }
    anyhow::ensure!(
        committed == *measured,
        "{} is not what was measured; run `cargo run -p xtask -- score --write` and commit the difference",
        results::FILE
    );
    Ok(())
}
