//! Verbs and phrases of saying, evidential endings (`data/ja/speech`).

pub mod evidential;
pub mod pattern;

use crate::{DataError, Sources};
use evidential::{EvidentialForm, Evidentials};
use serde::Deserialize;

/// Verbs and phrases of saying, evidential endings (`data/ja/speech`).
#[derive(Debug, Default)]
pub struct Speech {
    /// Endings that say how sure a clause is.
    pub evidentials: Evidentials,
}

/// Any file of the folder; each may hold any of the lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    evidential: Vec<EvidentialForm>,
}

impl Speech {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let mut speech = Self::default();
        for (path, file) in sources.parse::<File>("ja/speech")? {
            for form in file.evidential {
                speech.evidentials.add(&path, form)?;
            }
        }
        Ok(speech)
    }
}
