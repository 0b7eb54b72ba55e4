//! The shape itself, field by field as DESIGN lists it. Spans are `[start, end]` in code points of the document's text.

use super::{Agreement, Bloc, Equipment, Relation};
use crate::analysis::{Amount, Points};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The ledger of a workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ledger {
    /// `tenkyo.ledger/1`.
    pub schema: String,
    /// The articles that it rests on.
    pub documents: Vec<Document>,
    /// Persons, organisations, states, places and groups.
    pub actors: Vec<Actor>,
    /// Real events, each once.
    pub occurrences: Vec<Occurrence>,
    /// Acts of saying, each once.
    pub utterances: Vec<Utterance>,
    /// Propositions and who stands where on them.
    pub claims: Vec<Claim>,
    /// Things given, sold, shipped or offered.
    pub transfers: Vec<Transfer>,
    /// Figures that measure one thing, over time.
    pub series: Vec<Series>,
    /// Contradictions.
    pub disputes: Vec<Dispute>,
    /// Figures that differ because they count different things.
    #[serde(default)]
    pub distinctions: Vec<Distinction>,
    /// Forecasts and what became of them.
    pub forecasts: Vec<Forecast>,
    /// What each pair of actors did to each other, month by month.
    pub relations: Vec<Relation>,
    /// States that act together.
    #[serde(default)]
    pub blocs: Vec<Bloc>,
    /// Treaties and other agreements.
    #[serde(default)]
    pub agreements: Vec<Agreement>,
    /// Weapons, aircraft, ships and the like that the documents name.
    #[serde(default)]
    pub equipment: Vec<Equipment>,
    /// The pairs that were compared; the clusters follow from them.
    pub judgements: Vec<Judgement>,
    /// The corrections that stand.
    #[serde(default)]
    pub corrections: Vec<Standing>,
}

/// A correction that nobody has withdrawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Standing {
    /// Its number in the log.
    pub number: u64,
    /// Its kind: `same`, `speaker`, `date` and so on.
    pub kind: String,
    /// Whether the words that it names are still there.
    pub found: bool,
}

/// An article as the ledger cites it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Document {
    /// Name as the user gave it; members refer to it.
    pub source: String,
    /// Content address.
    pub id: String,
    /// Headline.
    pub title: Option<String>,
    /// Publishing outlet.
    pub outlet: Option<String>,
    /// Publication date, ISO 8601 at the precision that is known.
    pub published: Option<String>,
    /// `source` of the article whose text this one repeats.
    pub copy_of: Option<String>,
    /// `source` of the article of the same outlet that this one revises.
    #[serde(default)]
    pub version_of: Option<String>,
}

/// Words of one document that an entry stands on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    /// `source` of the document.
    pub document: String,
    /// `[start, end]` in code points of its text.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Pair))]
    pub span: Points,
}

/// An actor over all documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Actor {
    /// Stable id: that of `knowledge/`, else derived from kind and name.
    pub id: String,
    /// Best name.
    pub name: String,
    /// `person`, `organization`, `state`, `place` or `group`.
    pub kind: String,
    /// Wikidata id, where certain.
    pub wikidata: Option<String>,
    /// Every name that the documents use.
    pub names: Vec<String>,
    /// Titles that the documents give.
    pub titles: Vec<Title>,
    /// Number of mentions.
    pub mentions: usize,
    /// The mentions.
    pub members: Vec<Member>,
}

/// A title over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Title {
    /// The title as worded.
    pub title: String,
    /// Earliest publication date that gives it.
    pub from: Option<String>,
    /// Latest publication date that gives it.
    pub to: Option<String>,
}

/// One real event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Occurrence {
    /// Stable id.
    pub id: String,
    /// PLOVER type, such as `CONSULT`.
    #[serde(rename = "type")]
    pub kind: String,
    /// PLOVER mode, such as `visit`.
    pub mode: Option<String>,
    /// A line for people.
    pub label: String,
    /// Japan date: day, month, year or interval.
    pub date: Option<String>,
    /// Local date, where it differs.
    pub date_local: Option<String>,
    /// Ids of those who act.
    pub source: Vec<String>,
    /// Ids of those acted on.
    pub target: Vec<String>,
    /// Id of the place.
    pub place: Option<String>,
    /// `+`, or `-` where it is said not to happen.
    pub polarity: String,
    /// `certain`, `probable`, `possible` or `unknown`: the surest among the members.
    pub certainty: String,
    /// The words, one a mention.
    pub members: Vec<Member>,
    /// Those of the members that told of it before, as something to come.
    #[serde(default)]
    pub announced: Vec<Announcement>,
    /// How far it can be believed.
    #[serde(default)]
    pub grade: Grade,
    /// Ids of the agreements between its sides that were in force on its day.
    #[serde(default)]
    pub agreements: Vec<String>,
    /// Independent first sources: outlets, or ids of cited actors.
    pub roots: Vec<String>,
}

/// Words that told of an event before it happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Announcement {
    /// The words.
    #[serde(flatten)]
    pub member: Member,
    /// Who announced it: an outlet, or the id of a cited actor.
    pub by: String,
    /// Publication date of the report.
    pub date: Option<String>,
}

/// A grade of the Admiralty scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Grade {
    /// `A` (completely reliable) to `E`, or `F` (cannot be judged).
    pub source: String,
    /// 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).
    pub information: u8,
    /// What decided, by name.
    pub reasons: BTreeMap<String, String>,
}

impl Default for Grade {
    fn default() -> Self {
        Self { source: "F".into(), information: 6, reasons: BTreeMap::new() }
    }
}

/// One act of saying.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Utterance {
    /// Stable id.
    pub id: String,
    /// Id of the speaker; none where the text leaves it open.
    pub speaker: Option<String>,
    /// Ids of those who relay it.
    pub via: Vec<String>,
    /// The day of saying where known, else the earliest publication date.
    pub date: Option<String>,
    /// The wording of the first member.
    pub text: String,
    /// How it is rendered: `direct`, `indirect` or `mixed`.
    pub mode: String,
    /// `certain`, `probable`, `possible` or `unknown`.
    pub certainty: String,
    /// `+`, or `-` where the content denies.
    pub polarity: String,
    /// The contents, one a document.
    pub members: Vec<Member>,
}

/// A proposition and who stands where on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claim {
    /// Stable id.
    pub id: String,
    /// A line for people.
    pub label: String,
    /// Who takes which stance.
    pub positions: Vec<Position>,
    /// Independent first sources: outlets, or ids of cited actors.
    pub roots: Vec<String>,
}

/// One actor's stance on a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Position {
    /// Id of the actor, or the name of the outlet for what it asserts itself.
    pub by: String,
    /// `asserts`, `denies`, `hedges` or `relays`.
    pub stance: String,
    /// The words.
    pub members: Vec<Member>,
}

/// A transfer over all documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Transfer {
    /// Stable id.
    pub id: String,
    /// Id of the giver.
    pub giver: Option<String>,
    /// Id of the receiver.
    pub receiver: Option<String>,
    /// The item as first worded.
    pub item: String,
    /// Class of the item, such as `ammunition`.
    pub category: String,
    /// How much, with its unit.
    pub quantity: Option<Amount>,
    /// Day, month, year or interval.
    pub date: Option<String>,
    /// How far it has got: `requested`, `offered`, `agreed`, `shipped`, `delivered`, `used`, `refused`, `denied` or `unknown`.
    pub status: String,
    /// `+`, or `-` where it is denied.
    pub polarity: String,
    /// `certain`, `probable`, `possible` or `unknown`.
    pub certainty: String,
    /// Independent first sources: outlets, or ids of cited actors.
    pub roots: Vec<String>,
    /// Measures that it falls under if it happens.
    pub measures: Vec<Measure>,
    /// Ids of the agreements between giver and receiver that were in force on its day, else on that of the first report.
    #[serde(default)]
    pub agreements: Vec<String>,
    /// The clauses.
    pub members: Vec<Member>,
}

/// A measure that a transfer falls under.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Measure {
    /// Id in `knowledge/measures`.
    pub id: String,
    /// Its name in Japanese.
    pub name: String,
    /// Paragraphs of its document; none where nobody has checked them.
    pub paragraph: Option<String>,
    /// What it restricts.
    pub reason: String,
    /// Whether it is a cap or has exceptions, so that the transfer may be allowed.
    pub partial: bool,
    /// Whether it was in force on every day that the date of the transfer covers.
    pub throughout: bool,
}

/// A quantity over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Series {
    /// Stable id.
    pub id: String,
    /// What is measured.
    pub what: String,
    /// Its unit.
    pub unit: String,
    /// The figures in order of their dates.
    pub points: Vec<Point>,
}

/// One figure of a series, with its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Point {
    /// The date for which the figure holds.
    pub as_of: Option<String>,
    /// The figure, or its lower bound.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub min: Option<serde_json::Number>,
    /// The figure, or its upper bound.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<f64>))]
    pub max: Option<serde_json::Number>,
    /// Who says so: an outlet, or the id of a cited actor.
    pub root: Option<String>,
    /// The words.
    #[serde(flatten)]
    pub member: Member,
}

/// A contradiction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dispute {
    /// Stable id.
    pub id: String,
    /// `denial`, `figure`, `date` or `actor`.
    pub kind: String,
    /// A line for people.
    pub about: String,
    /// The sides.
    pub sides: Vec<Side>,
}

/// Figures of one state at one time that differ because they count different things: no contradiction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Distinction {
    /// Stable id.
    pub id: String,
    /// A line for people.
    pub about: String,
    /// The figures of each thing, labelled with what they count.
    pub sides: Vec<Side>,
}

/// One side of a dispute or distinction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Side {
    /// A line for people.
    pub label: String,
    /// The words.
    pub members: Vec<Member>,
}

/// A forecast, its words, and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Forecast {
    /// Stable id.
    pub id: String,
    /// Id of the forecaster.
    pub by: Option<String>,
    /// The words.
    #[serde(flatten)]
    pub member: Member,
    /// How likely: `almost-certain`, `likely`, `even`, `unlikely`, `remote` or `unstated`.
    pub likelihood: String,
    /// By when.
    pub horizon: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Outcome {
    /// `held`, `failed` or `open`.
    pub result: String,
    /// The words that decide it.
    pub members: Vec<Member>,
}

/// Two mentions that were compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Judgement {
    /// What the two are mentions of: `actor`, `occurrence`, `utterance`, `transfer` or `document`.
    pub about: String,
    /// One of them.
    pub left: Member,
    /// The other.
    pub right: Member,
    /// `same`, `different` or `unsure`.
    pub verdict: String,
    /// The rule that decided, or the number of a correction.
    pub rule: String,
    /// What it saw, by name.
    pub evidence: BTreeMap<String, String>,
}
