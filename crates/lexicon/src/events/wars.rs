//! Wars and invasions whose sides are known (`knowledge/wars`).

use crate::{DataError, Sources};
use serde::Deserialize;

/// A war that texts name without saying who attacks whom.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct War {
    /// Its id.
    pub id: String,
    /// Its names, as they stand in texts.
    pub names: Vec<String>,
    /// Wikidata ids of who attacks.
    pub source: Vec<String>,
    /// Wikidata ids of who is attacked.
    pub target: Vec<String>,
    /// When it was fought: an ISO date, month, year or interval; an open end stays empty (`2022-02-24/`).
    pub dates: String,
    /// Why it is here.
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    war: Vec<War>,
}

pub(super) fn load(sources: &Sources) -> Result<Vec<War>, DataError> {
    let files = sources.parse::<File>("knowledge/wars")?;
    Ok(files.into_iter().flat_map(|(_, file)| file.war).collect())
}
