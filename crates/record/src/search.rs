//! What a search found.

use crate::analysis::Points;
use serde::{Deserialize, Serialize};

/// An article or a statement that holds the words asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Found {
    /// `article` or `statement`.
    pub kind: String,
    /// Id of the document.
    pub document: String,
    /// Name under which records cite it.
    pub source: String,
    /// Headline.
    pub title: Option<String>,
    /// Publishing outlet.
    pub outlet: Option<String>,
    /// Publication date, ISO 8601 at the precision that is known.
    pub published: Option<String>,
    /// Id of the statement within its document's analysis.
    pub statement: Option<String>,
    /// How well it fits; comparable within one search only.
    pub score: f32,
    /// A stretch of the text around the words asked for.
    pub snippet: String,
    /// Where the snippet stands, in code points of the document's text.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
    /// The words asked for, in code points of the document's text.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<crate::openapi::Pair>))]
    pub highlights: Vec<Points>,
}
