//! The reports of the story, read as one ledger.

use anyhow::Context;
use serde::Deserialize;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tenkyo_ledger::Reading;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::ledger::Ledger;
use tenkyo_pipeline::Reader;

/// `index.toml`: what each report says about itself outside its text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    report: Vec<Report>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Report {
    file: String,
    outlet: String,
    published: String,
    /// For people.
    #[serde(rename = "note")]
    _note: Option<String>,
}

/// Reads every report; in the ledger each is named after its file without the ending.
pub(super) fn ledger(folder: &Path) -> anyhow::Result<Ledger> {
    let index = folder.join("index.toml");
    let name = || index.display().to_string();
    let index: Index = toml::from_str(&fs::read_to_string(&index).with_context(name)?).with_context(name)?;
    let lexicon = Arc::new(Lexicon::embedded()?);
    let mut reader = Reader::new(lexicon.clone());
    let mut readings = Vec::new();
    for report in index.report {
        let mut capture = tenkyo_ingest::file(&folder.join("texts").join(&report.file))?;
        capture.source = report.file.trim_end_matches(".txt").to_owned();
        capture.declared.outlet = Some(report.outlet);
        capture.declared.published = Some(report.published);
        let read = reader.read(&capture);
        readings.push(Reading { article: read.article, findings: read.findings });
    }
    Ok(tenkyo_ledger::build_with(&readings, &lexicon))
}
