//! Sentences with the times that must be found in them (`data/ja/time/cases`), beside the examples of single rules.

use crate::{DataError, Sources};
use serde::Deserialize;

/// Sentences of one kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What they show.
    pub reason: String,
    /// The day on which they are written, ISO 8601.
    #[serde(default = "june")]
    pub written: String,
    /// Sentences, with every time marked as in the examples of rules; where nothing is marked, nothing must be found.
    pub texts: Vec<String>,
}

/// The day on which the examples of rules are written.
fn june() -> String {
    "2024-06-19".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// All cases, in the order of their files.
///
/// # Errors
/// When a file is not of their form.
pub fn cases(sources: &Sources) -> Result<Vec<Case>, DataError> {
    Ok(sources.parse::<File>("ja/time/cases")?.into_iter().flat_map(|(_, file)| file.case).collect())
}
