//! Scores per document, as committed.

use anyhow::Context;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Where the results are committed.
pub(super) const FILE: &str = "eval/results.json";

/// Value of each metric, by layer.
pub(super) type Scores = BTreeMap<String, BTreeMap<String, f64>>;

/// What was measured on one state of the gold.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Results {
    /// SHA-256 over all gold files, in order of their names.
    pub gold: String,
    /// Over all documents.
    pub all: Scores,
    /// By document.
    pub documents: BTreeMap<String, Scores>,
}

impl Results {
    /// The results in the repository.
    pub fn committed() -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(FILE).context(FILE)?;
        serde_json::from_str(&text).context(FILE)
    }

    /// The file's content.
    pub fn json(&self) -> anyhow::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// The metrics over all documents, a layer a line.
    pub fn table(&self) -> String {
        let mut out = String::new();
        for (layer, metrics) in &self.all {
            let cells: Vec<String> =
                metrics.iter().map(|(name, value)| format!("{name} {value:.3}")).collect();
            writeln!(out, "{layer:11} {}", cells.join("  ")).expect("a string takes all");
        }
        out
    }
}
