//! Why an entry stands in the ledger.

use crate::ledger::Judgement;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// What an entry rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Explanation {
    /// Id of the entry.
    pub id: String,
    /// Its words, each with what found it.
    pub grounds: Vec<Ground>,
    /// The comparisons that put these words together into one entry.
    pub judgements: Vec<Judgement>,
}

/// Words of an entry with what found it there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ground {
    /// The words.
    pub words: Words,
    /// Ids of the rules and models that made findings of exactly these words; none where the entry
    /// stands on other words than its finding does. `tenkyo explain RULE` shows a rule.
    pub rules: Vec<String>,
}
