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
    /// Ids of the rules and models that found these words, else of those whose findings share words with them, else of the
    /// comparison that joined them to the entry, else the entry of `knowledge/` whose name they are. `tenkyo explain RULE` shows a rule.
    pub rules: Vec<String>,
}
