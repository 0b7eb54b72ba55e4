//! The shape itself, field by field as DESIGN lists it. Spans are `[start, end]` in code points of `document.text`.
#![expect(missing_docs, reason = "fields carry the names of the model's fields, which say what they are")]

use serde::{Deserialize, Serialize};

/// Start and end in code points.
pub type Points = [usize; 2];

/// One analysis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Analysis))]
pub struct Analysis {
    pub schema: String,
    pub document: Document,
    pub blocks: Vec<Block>,
    pub actors: Vec<Actor>,
    pub times: Vec<Time>,
    pub quantities: Vec<Quantity>,
    pub statements: Vec<Statement>,
    pub events: Vec<Event>,
    pub transfers: Vec<Transfer>,
    pub forecasts: Vec<Forecast>,
    #[serde(default)]
    pub equipment: Vec<Equipment>,
    #[serde(default)]
    pub launches: Vec<Launch>,
    #[serde(default)]
    pub agreements: Vec<Agreement>,
    pub diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Document))]
pub struct Document {
    pub id: String,
    pub source: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub byline: Option<String>,
    pub url: Option<String>,
    pub published: Option<Published>,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Published))]
pub struct Published {
    pub value: String,
    pub basis: String,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub span: Option<Points>,
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Block))]
pub struct Block {
    pub kind: String,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Actor))]
pub struct Actor {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub knowledge: Option<String>,
    pub wikidata: Option<String>,
    pub roles: Vec<Role>,
    pub mentions: Vec<Mention>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Role))]
pub struct Role {
    pub title: String,
    pub of: Option<String>,
    pub former: bool,
    /// The words that mark it as past.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub mark: Option<Points>,
    /// Year or month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Year or month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Mention))]
pub struct Mention {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
    pub form: String,
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Time))]
pub struct Time {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
    #[serde(rename = "type")]
    pub kind: String,
    pub value: String,
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    pub edtf: Option<String>,
    pub rule: String,
}

/// `min` and `max` are whole numbers wherever the amount is one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Amount))]
pub struct Amount {
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub min: Option<serde_json::Number>,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub max: Option<serde_json::Number>,
    pub unit: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Quantity))]
pub struct Quantity {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
    #[serde(flatten)]
    pub amount: Amount,
    pub approximate: bool,
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Statement))]
pub struct Statement {
    pub id: String,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub content: Points,
    pub mode: String,
    pub speaker: Option<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub cue: Option<Points>,
    pub via: Vec<String>,
    /// The words of each link of `via`.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<crate::openapi::Pair>))]
    pub via_spans: Vec<Points>,
    pub addressee: Option<String>,
    pub certainty: String,
    pub polarity: String,
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Event))]
pub struct Event {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub mode: Option<String>,
    pub contexts: Vec<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub trigger: Points,
    pub source: Vec<String>,
    pub target: Vec<String>,
    pub date: Option<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub date_span: Option<Points>,
    /// The day at the place and that in Japan, only where they differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_local: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_japan: Option<String>,
    pub place: Option<String>,
    pub polarity: String,
    pub certainty: String,
    pub according_to: Vec<String>,
    pub statement: Option<String>,
    #[serde(default)]
    pub grade: Option<Grade>,
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Transfer))]
pub struct Transfer {
    pub id: String,
    pub giver: Option<String>,
    pub receiver: Option<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub item: Points,
    pub category: String,
    pub quantity: Option<Amount>,
    /// Index into `quantities` of the analysis.
    pub quantity_index: Option<usize>,
    pub date: Option<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub date_span: Option<Points>,
    /// The day at the place and that in Japan, only where they differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_local: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_japan: Option<String>,
    pub status: String,
    pub polarity: String,
    pub certainty: String,
    pub according_to: Vec<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
    /// Words for what is given in return.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub in_return: Option<Points>,
    /// Id of the transfer in return.
    #[serde(default)]
    pub counterpart: Option<String>,
    #[serde(default)]
    pub route: Route,
    #[serde(default)]
    pub measures: Vec<Falling>,
    #[serde(default)]
    pub grade: Option<Grade>,
    pub rule: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Route))]
pub struct Route {
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub from: Option<Points>,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub to: Option<Points>,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub carrier: Option<Points>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Falling))]
pub struct Falling {
    pub id: String,
    pub name: String,
    pub reason: String,
    pub word: Option<String>,
    pub partial: bool,
    pub throughout: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Grade))]
pub struct Grade {
    /// A to F.
    pub source: String,
    /// 1 to 6.
    pub information: u8,
    pub reasons: Vec<Reason>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Reason))]
pub struct Reason {
    pub rule: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Equipment))]
pub struct Equipment {
    pub id: String,
    pub knowledge: String,
    pub name: String,
    pub latin: Option<String>,
    pub kind: String,
    pub maker: Option<String>,
    pub category: String,
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<crate::openapi::Pair>))]
    pub mentions: Vec<Points>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Launch))]
pub struct Launch {
    pub id: String,
    pub kind: String,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub trigger: Points,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub what: Points,
    /// Id of the equipment.
    pub equipment: Option<String>,
    pub by: Option<String>,
    pub outcome: String,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub outcome_span: Option<Points>,
    pub count: Option<u32>,
    pub date: Option<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub date_span: Option<Points>,
    pub polarity: String,
    pub certainty: String,
    pub according_to: Vec<String>,
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Agreement))]
pub struct Agreement {
    pub id: String,
    pub name: String,
    pub knowledge: Option<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<crate::openapi::Pair>))]
    pub mentions: Vec<Points>,
    pub parties: Vec<String>,
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<crate::openapi::Pair>))]
    pub clauses: Vec<Points>,
    pub signed: Option<AgreementDate>,
    pub in_force: Option<AgreementDate>,
    pub ended: Option<AgreementDate>,
    /// Id of the agreement whose place it takes.
    pub predecessor: Option<String>,
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::AgreementDate))]
pub struct AgreementDate {
    pub value: Option<String>,
    /// The words that tell it; none where `knowledge/agreements` alone does.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub span: Option<Points>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Forecast))]
pub struct Forecast {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
    pub by: Option<String>,
    pub likelihood: String,
    /// Band of ICD 203 in per cent, from and to.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<u8>>))]
    pub band: Option<[u8; 2]>,
    pub horizon: Option<String>,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub condition: Option<Points>,
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = analysis::Diagnostic))]
pub struct Diagnostic {
    pub code: String,
    pub message: String,
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Pair>))]
    pub span: Option<Points>,
}
