//! Runs the scorer over all documents together and over each alone.

use super::results::{Results, Scores};
use anyhow::Context;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_pipeline::Reader;
use tenkyo_record::analysis::Analysis;

/// Where predictions and single gold files are laid for the scorer.
const SCRATCH: &str = "target/score";

/// Reads and scores every document of the gold.
pub(super) fn measure(shared: &Path) -> anyhow::Result<Results> {
    let gold = gold_files(shared)?;
    let predictions = predict(shared, &gold)?;
    let mut documents = BTreeMap::new();
    let mut hash = Sha256::new();
    for file in &gold {
        hash.update(fs::read(file)?);
        let name = file.file_stem().context("gold file without a name")?.to_string_lossy().into_owned();
        documents.insert(name.clone(), score(shared, &alone(file, &name)?, &predictions)?);
    }
    let all = score(shared, &shared.join("eval/gold"), &predictions)?;
    let gold = hash.finalize().iter().map(|b| format!("{b:02x}")).collect();
    Ok(Results { gold, all, documents })
}

fn gold_files(shared: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let folder = shared.join("eval/gold");
    let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut files: Vec<PathBuf> = entries.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|f| f.extension().is_some_and(|e| e == "json"));
    files.sort();
    Ok(files)
}

/// Writes one analysis a document.
fn predict(shared: &Path, gold: &[PathBuf]) -> anyhow::Result<PathBuf> {
    let out = Path::new(SCRATCH).join("predictions");
    fs::create_dir_all(&out)?;
    let mut reader = Reader::new(Arc::new(Lexicon::embedded()?));
    for file in gold {
        let stem = file.file_stem().context("gold file without a name")?;
        let name = Path::new(stem).with_extension("txt");
        let text = [shared.join("eval/texts").join(&name), shared.join("seeds").join(&name)];
        let text =
            text.iter().find(|p| p.exists()).with_context(|| format!("no text for {}", file.display()))?;
        let reading = reader.read(&tenkyo_ingest::file(text)?);
        let record = Analysis::new(&reading.article, &reading.findings, &reading.diagnostics);
        fs::write(out.join(stem).with_extension("json"), serde_json::to_string(&record)?)?;
    }
    Ok(out)
}

/// A folder that holds this gold file only.
fn alone(file: &Path, name: &str) -> anyhow::Result<PathBuf> {
    let folder = Path::new(SCRATCH).join("gold").join(name);
    fs::create_dir_all(&folder)?;
    fs::copy(file, folder.join(format!("{name}.json")))?;
    Ok(folder)
}

fn score(shared: &Path, gold: &Path, predictions: &Path) -> anyhow::Result<Scores> {
    let texts = format!("{},{}", shared.join("eval/texts").display(), shared.join("seeds").display());
    let output = Command::new("python3")
        .arg(shared.join("eval/score.py"))
        .arg("--json")
        .args(["--texts", &texts])
        .arg("--gold")
        .arg(gold)
        .arg("--pred")
        .arg(predictions)
        .output()
        .context("python3 runs the scorer")?;
    anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let layers: BTreeMap<String, BTreeMap<String, Option<f64>>> = serde_json::from_slice(&output.stdout)?;
    Ok(layers.into_iter().map(|(layer, metrics)| (layer, rounded(metrics))).collect())
}

/// Three digits, so that the committed file shows changes that matter.
fn rounded(metrics: BTreeMap<String, Option<f64>>) -> BTreeMap<String, f64> {
    let round = |value: f64| (value * 1000.0).round() / 1000.0;
    metrics.into_iter().filter_map(|(name, value)| Some((name, round(value?)))).collect()
}
