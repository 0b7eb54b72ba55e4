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

/// The hits of a search counted by what they are; of each facet the twenty most frequent values. Each count is the number of hits
/// that are left when the value is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facets {
    /// `article` or `statement`: ask for it as `type`.
    pub kinds: Vec<Facet>,
    /// Publishing outlets: ask for one as `outlet`. Articles without one are not counted.
    pub outlets: Vec<Facet>,
    /// Years of publication, the last first: ask for one as `from` and `to`.
    pub years: Vec<Facet>,
    /// Who says or relays the statements, as ids of actors: ask for one as `actor` with the `type` `statement`.
    pub speakers: Vec<Facet>,
}

/// One value of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facet {
    /// What a filter calls it.
    pub value: String,
    /// What people call it.
    pub name: String,
    /// How many hits have it.
    pub count: usize,
}
