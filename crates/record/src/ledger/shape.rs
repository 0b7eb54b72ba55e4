//! The shape itself, field by field as DESIGN lists it. Spans are `[start, end]` in code points of the document's text.
#![expect(missing_docs, reason = "fields carry the names of the model's fields, which say what they are")]

use crate::analysis::{Amount, Points};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The ledger of a workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ledger {
    pub schema: String,
    pub documents: Vec<Document>,
    pub actors: Vec<Actor>,
    pub occurrences: Vec<Occurrence>,
    pub utterances: Vec<Utterance>,
    pub claims: Vec<Claim>,
    pub transfers: Vec<Transfer>,
    pub series: Vec<Series>,
    pub disputes: Vec<Dispute>,
    pub forecasts: Vec<Forecast>,
    pub relations: Vec<Relation>,
    #[serde(default)]
    pub blocs: Vec<Bloc>,
    pub judgements: Vec<Judgement>,
    #[serde(default)]
    pub corrections: Vec<Standing>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Standing {
    pub number: u64,
    pub kind: String,
    pub found: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Document {
    pub source: String,
    pub id: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub copy_of: Option<String>,
    #[serde(default)]
    pub version_of: Option<String>,
}

/// Words of one document that an entry stands on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    pub document: String,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Actor {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub wikidata: Option<String>,
    pub names: Vec<String>,
    pub titles: Vec<Title>,
    pub mentions: usize,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Title {
    pub title: String,
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Occurrence {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub mode: Option<String>,
    pub label: String,
    pub date: Option<String>,
    pub date_local: Option<String>,
    pub source: Vec<String>,
    pub target: Vec<String>,
    pub place: Option<String>,
    pub polarity: String,
    pub certainty: String,
    pub members: Vec<Member>,
    #[serde(default)]
    pub announced: Vec<Announcement>,
    #[serde(default)]
    pub grade: Grade,
    pub roots: Vec<String>,
}

/// Words that told of an event before it happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Announcement {
    #[serde(flatten)]
    pub member: Member,
    pub by: String,
    pub date: Option<String>,
}

/// A grade of the Admiralty scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Grade {
    pub source: String,
    pub information: u8,
    pub reasons: BTreeMap<String, String>,
}

impl Default for Grade {
    fn default() -> Self {
        Self { source: "F".into(), information: 6, reasons: BTreeMap::new() }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bloc {
    pub id: String,
    pub members: Vec<String>,
    pub occurrences: Vec<String>,
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Utterance {
    pub id: String,
    pub speaker: Option<String>,
    pub via: Vec<String>,
    pub date: Option<String>,
    pub text: String,
    pub mode: String,
    pub certainty: String,
    pub polarity: String,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claim {
    pub id: String,
    pub label: String,
    pub positions: Vec<Position>,
    pub roots: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Position {
    pub by: String,
    pub stance: String,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Transfer {
    pub id: String,
    pub giver: Option<String>,
    pub receiver: Option<String>,
    pub item: String,
    pub category: String,
    pub quantity: Option<Amount>,
    pub date: Option<String>,
    pub status: String,
    pub polarity: String,
    pub certainty: String,
    pub roots: Vec<String>,
    pub measures: Vec<Measure>,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Measure {
    pub id: String,
    pub name: String,
    pub paragraph: Option<String>,
    pub reason: String,
    pub partial: bool,
    pub throughout: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Series {
    pub id: String,
    pub what: String,
    pub unit: String,
    pub points: Vec<Point>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Point {
    pub as_of: Option<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub min: Option<serde_json::Number>,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub max: Option<serde_json::Number>,
    pub root: Option<String>,
    #[serde(flatten)]
    pub member: Member,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dispute {
    pub id: String,
    pub kind: String,
    pub about: String,
    pub sides: Vec<Side>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Side {
    pub label: String,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Forecast {
    pub id: String,
    pub by: Option<String>,
    #[serde(flatten)]
    pub member: Member,
    pub likelihood: String,
    pub horizon: Option<String>,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Outcome {
    pub result: String,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Relation {
    pub source: String,
    pub target: String,
    pub month: String,
    pub count: usize,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub score: Option<serde_json::Number>,
    pub confirmed: usize,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub confirmed_score: Option<serde_json::Number>,
    pub occurrences: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Judgement {
    pub about: String,
    pub left: Member,
    pub right: Member,
    pub verdict: String,
    pub rule: String,
    pub evidence: BTreeMap<String, String>,
}
