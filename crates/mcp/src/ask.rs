//! What a tool is asked for.

use rmcp::ErrorData;
use schemars::JsonSchema;
use serde::Deserialize;
use tenkyo_query::{Filter, Paging};

/// Which entries of a list.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct Ask {
    /// The filter of the command line and the API.
    #[serde(flatten)]
    pub filter: Filter,
    /// Which piece of the list.
    #[serde(flatten)]
    pub paging: Paging,
}

/// Which words.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Wording {
    /// Id of an entry of any list: all words that it stands on.
    pub id: Option<String>,
    /// Instead of an entry: id of an article, with `span`.
    pub document: Option<String>,
    /// `[start, end]` in code points of the article's text.
    pub span: Option<[usize; 2]>,
    /// Which piece of the words.
    #[serde(flatten)]
    pub paging: Paging,
}

impl Ask {
    /// Refuses what is too much.
    pub fn check(&self) -> Result<(), ErrorData> {
        self.filter.excess().map_or(Ok(()), |excess| Err(bad(excess)))?;
        limit(&self.paging)
    }
}

/// Refuses a piece of an impossible size.
pub(crate) fn limit(paging: &Paging) -> Result<(), ErrorData> {
    let fits = (1..=Paging::MOST).contains(&paging.limit);
    fits.then_some(()).ok_or_else(|| bad(format!("`limit` lies between 1 and {}", Paging::MOST)))
}

/// The arguments are wrong.
pub(crate) fn bad(why: impl Into<String>) -> ErrorData {
    ErrorData::invalid_params(why.into(), None)
}
