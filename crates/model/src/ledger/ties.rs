//! What ties actors beside their acts: agreements, and the equipment that they build and give.

use super::Member;

/// An agreement over all documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Stable id.
    pub id: String,
    /// Its name: of `knowledge/agreements`, else the fullest that the documents use.
    pub name: String,
    /// Its id in `knowledge/agreements`, when it is known there.
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

/// Equipment over all documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equipment {
    /// Stable id.
    pub id: String,
    /// Its id in `knowledge/equipment`.
    pub knowledge: String,
    /// Its usual name in Japanese.
    pub name: String,
    /// Its designation in Latin letters.
    pub latin: Option<String>,
    /// Class of `data/ja/programme/kinds.toml`: missile, aircraft, drone …
    pub kind: String,
    /// Id in `knowledge/actors` of the state that designed it; none where several did.
    pub maker: Option<String>,
    /// Category of transfers that it falls into when it is given.
    pub category: String,
    /// Where it is named.
    pub members: Vec<Member>,
}
