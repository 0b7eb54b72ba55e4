//! Words of a document as a citation, with the selectors of the W3C Web Annotation Data Model.

use crate::analysis::Points;
use serde::{Deserialize, Serialize};

/// The exact words that an entry stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Words {
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
    /// Address of the page.
    pub url: Option<String>,
    /// `[start, end]` in code points of the document's text.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
    /// The words.
    pub quote: String,
    /// Where they stand, in two ways: by their surroundings and by their position.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Selector>))]
    pub selectors: [Selector; 2],
    /// Address on the desk that opens the document at the words.
    pub href: String,
}

/// A selector of the Web Annotation Data Model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type")]
pub enum Selector {
    /// The words with what stands before and after them.
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        /// The words.
        exact: String,
        /// At most 32 characters before them.
        prefix: String,
        /// At most 32 characters after them.
        suffix: String,
    },
    /// Positions in code points of the document's text.
    #[serde(rename = "TextPositionSelector")]
    Position {
        /// Of the first character.
        start: usize,
        /// After the last.
        end: usize,
    },
}
