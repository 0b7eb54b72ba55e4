//! The gold as its files hold it; `eval/story/README.md` says what the fields mean.

use anyhow::Context;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A document, then words of it; `#1` after the words means their second occurrence.
pub(super) type Words = Vec<String>;

/// All gold of the story.
pub(super) struct Gold {
    pub occurrence: Vec<Cluster>,
    pub utterance: Vec<Cluster>,
    pub series: Vec<Series>,
    pub beside: Vec<Beside>,
    pub dispute: Vec<Dispute>,
    pub no_dispute: Vec<NoDispute>,
    pub forecast: Vec<Forecast>,
    /// What looks like a forecast and counts neither way.
    pub no_forecast: Vec<Beside>,
}

/// Mentions of one thing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cluster {
    pub id: String,
    pub mentions: Vec<Words>,
}

/// Figures for one thing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Series {
    pub id: String,
    #[serde(rename = "unit")]
    pub _unit: String,
    pub points: Vec<Point>,
}

/// One figure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Point {
    pub at: Words,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub as_of: String,
}

/// What counts neither way.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Beside {
    pub at: Words,
}

/// A contradiction.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dispute {
    pub id: String,
    pub kind: String,
    pub sides: [Vec<Words>; 2],
}

/// What looks like a contradiction and is none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoDispute {
    pub why: String,
    pub pair: [Words; 2],
}

/// A forecast and what became of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forecast {
    pub id: String,
    pub at: Words,
    pub result: String,
    #[serde(default)]
    pub decided_by: Vec<Words>,
}

impl Gold {
    /// Reads the five files of the folder.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        let mut occurrences = file(&folder.join("occurrences.toml"))?;
        let mut utterances = file(&folder.join("utterances.toml"))?;
        let mut series = file(&folder.join("series.toml"))?;
        let mut disputes = file(&folder.join("disputes.toml"))?;
        let mut outcomes = file(&folder.join("outcomes.toml"))?;
        Ok(Self {
            occurrence: list(&mut occurrences, "occurrence")?,
            utterance: list(&mut utterances, "utterance")?,
            series: list(&mut series, "series")?,
            beside: list(&mut series, "beside")?,
            dispute: list(&mut disputes, "dispute")?,
            no_dispute: list(&mut disputes, "no_dispute")?,
            forecast: list(&mut outcomes, "forecast")?,
            no_forecast: list(&mut outcomes, "beside")?,
        })
    }
}

type Table = BTreeMap<String, Vec<toml::Value>>;

fn file(path: &Path) -> anyhow::Result<Table> {
    let name = || path.display().to_string();
    toml::from_str(&fs::read_to_string(path).with_context(name)?).with_context(name)
}

fn list<T: DeserializeOwned>(table: &mut Table, key: &str) -> anyhow::Result<Vec<T>> {
    let values = table.remove(key).with_context(|| format!("no [[{key}]]"))?;
    values.into_iter().map(|v| v.try_into().with_context(|| format!("[[{key}]]"))).collect()
}
