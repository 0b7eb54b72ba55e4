//! What ties actors to each other: relations, blocs, agreements, and the equipment that they build and give.

use super::Member;
use serde::{Deserialize, Serialize};

/// States that act together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bloc {
    /// Stable id.
    pub id: String,
    /// Ids of the states, in order.
    pub members: Vec<String>,
    /// Ids of the events that it rests on: treaties, support, joint acts.
    pub occurrences: Vec<String>,
    /// First month of these.
    pub from: Option<String>,
    /// Last month of these.
    pub to: Option<String>,
}

/// A treaty or other agreement over all documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agreement {
    /// Stable id.
    pub id: String,
    /// Its name: of `knowledge/agreements`, else the fullest that the documents use.
    pub name: String,
    /// Its id in `knowledge/agreements`, where it is known there.
    pub knowledge: Option<String>,
    /// Ids of those who made it, in order.
    pub parties: Vec<String>,
    /// The day, month or year of signing that most documents give.
    pub signed: Option<String>,
    /// The same for its beginning.
    pub in_force: Option<String>,
    /// The same for its end.
    pub ended: Option<String>,
    /// Id of the agreement whose place it takes.
    pub predecessor: Option<String>,
    /// What it lays down, as the documents word it.
    pub clauses: Vec<Member>,
    /// Where it is named.
    pub members: Vec<Member>,
}

/// A weapon, aircraft, ship or the like over all documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Equipment {
    /// Stable id.
    pub id: String,
    /// Its id in `knowledge/equipment`.
    pub knowledge: String,
    /// Its usual name in Japanese.
    pub name: String,
    /// Its designation in Latin letters.
    pub latin: Option<String>,
    /// Class: `missile`, `aircraft`, `drone` and so on.
    pub kind: String,
    /// Id of the state that designed it; none where several did.
    pub maker: Option<String>,
    /// Category of transfers that it falls into when it is given.
    pub category: String,
    /// Where it is named.
    pub members: Vec<Member>,
}

/// What one actor did to another in one month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Relation {
    /// Id of the one who acts.
    pub source: String,
    /// Id of the one acted on.
    pub target: String,
    /// The month, such as `2024-06`.
    pub month: String,
    /// How many events there were.
    pub count: usize,
    /// Sum of their scores, each between -10 (conflict) and 10 (cooperation).
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub score: Option<serde_json::Number>,
    /// How many of them are asserted as certain.
    pub confirmed: usize,
    /// Sum of the scores of these alone.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub confirmed_score: Option<serde_json::Number>,
    /// Ids of the events.
    pub occurrences: Vec<String>,
}
