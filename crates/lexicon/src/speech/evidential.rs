//! Endings that say how sure a clause is and whether it is affirmed (`[[evidential]]`).

use super::table::Table;
use crate::DataError;
use serde::Deserialize;
use tenkyo_model::Certainty;

/// One kind of ending.
#[derive(Debug)]
pub struct Evidential {
    /// Its id, such as `evidential.possibility`.
    pub id: String,
    /// How sure the clause is under it; none when it only affirms or denies.
    pub certainty: Option<Certainty>,
    /// Whether it turns the polarity of what it governs.
    pub negates: bool,
    /// Sentences in which it ends the clause; the words that match stand in `[ ]`.
    pub examples: Vec<String>,
    /// Sentences in which it must not match.
    pub counter_examples: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidentialForm {
    id: String,
    #[expect(dead_code, reason = "for people who read the file")]
    reason: String,
    patterns: Vec<String>,
    certainty: Option<String>,
    #[serde(default)]
    negates: bool,
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

impl EvidentialForm {
    pub(super) fn add_to(self, table: &mut Table<Evidential>, file: &str) -> Result<(), DataError> {
        let wrong = |message: String| DataError::Rule { file: file.into(), rule: self.id.clone(), message };
        if self.examples.is_empty() {
            return Err(wrong("has no example; write one with the words in [ ]".into()));
        }
        let unknown = |name: &String| {
            wrong(format!("certainty \"{name}\" is none of certain, probable, possible, unknown"))
        };
        let read = |name: &String| Certainty::from_name(name).ok_or_else(|| unknown(name));
        let certainty = self.certainty.as_ref().map(read).transpose()?;
        let rule = Evidential {
            id: self.id.clone(),
            certainty,
            negates: self.negates,
            examples: self.examples,
            counter_examples: self.counter_examples,
        };
        table.add(file, &self.id, &self.patterns, rule)
    }
}
