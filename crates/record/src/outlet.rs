//! What an outlet has done in a workspace: its record.

use serde::{Deserialize, Serialize};

/// One outlet with its record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Outlet {
    /// Its name.
    pub name: String,
    /// How many articles it published.
    pub articles: usize,
    /// How many of them repeat another outlet's text.
    pub copies: usize,
    /// Publication date of the first.
    pub first: Option<String>,
    /// Publication date of the last.
    pub last: Option<String>,
    /// How many acts of saying it reports.
    pub statements: usize,
    /// How many events it tells of.
    pub events: usize,
    /// How many of them no other outlet tells of.
    pub alone: usize,
    /// How many contradictions it has a part in.
    pub disputes: usize,
    /// How many forecasts it reports.
    pub forecasts: usize,
}
