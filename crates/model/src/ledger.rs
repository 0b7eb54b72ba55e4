//! The ledger: what many articles say together. Everything here is derived; nothing is edited in place.

mod distinction;
mod judgement;
mod ties;

pub use distinction::Distinction;
pub use judgement::{Judgement, Subject, Verdict};
pub use ties::{Agreement, Equipment};

use crate::names::names;
use crate::{ActorKind, Bounds, Certainty, EventType, Likelihood, Polarity, TransferStatus};
use std::sync::Arc;
use tenkyo_text::Span;

/// The whole ledger of a workspace, each list in a stable order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// The articles that it rests on.
    pub documents: Vec<Document>,
    /// Actors over all documents.
    pub actors: Vec<Actor>,
    /// Real events with all their mentions.
    pub occurrences: Vec<Occurrence>,
    /// Acts of saying, as each outlet worded them.
    pub utterances: Vec<Utterance>,
    /// Propositions and who stands where on them.
    pub claims: Vec<Claim>,
    /// Things given, sold or offered.
    pub transfers: Vec<Transfer>,
    /// Quantities that measure the same thing, over time.
    pub series: Vec<Series>,
    /// Contradictions.
    pub disputes: Vec<Dispute>,
    /// Figures that differ because they count different things.
    pub distinctions: Vec<Distinction>,
    /// Forecasts and what became of them.
    pub forecasts: Vec<Forecast>,
    /// What each pair of actors did to each other, month by month.
    pub relations: Vec<Relation>,
    /// States that act together.
    pub blocs: Vec<Bloc>,
    /// Treaties and other agreements.
    pub agreements: Vec<Agreement>,
    /// Weapons, aircraft, ships and the like that the documents name.
    pub equipment: Vec<Equipment>,
    /// The pairs that were compared, with the verdict and its grounds; the clusters above follow from them.
    pub judgements: Vec<Judgement>,
    /// The corrections that stand, and whether the words that they name are still there.
    pub corrections: Vec<Standing>,
}

/// A correction that nobody has withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its number in the log.
    pub number: u64,
    /// Its kind, as in records.
    pub kind: &'static str,
    /// Whether every document that it names is there with the words that it names.
    pub found: bool,
}

/// An article as the ledger cites it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Name as the user gave it; members refer to it.
    pub source: String,
    /// Content address.
    pub id: String,
    /// Headline.
    pub title: Option<String>,
    /// Publishing outlet.
    pub outlet: Option<String>,
    /// Publication date, ISO, at the precision that is known.
    pub published: Option<String>,
    /// [`Document::source`] of the article whose text this one repeats, when it is a copy.
    pub copy_of: Option<String>,
    /// [`Document::source`] of the article of the same outlet that this one revises.
    pub version_of: Option<String>,
    /// The text that the spans of its members point into.
    pub text: Arc<str>,
}

/// Words of one document that an entry stands on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Member {
    /// [`Document::source`].
    pub document: String,
    /// Bytes of that document's text.
    pub span: Span,
}

/// An actor over all documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Stable id: the id of `knowledge/`, else derived from kind and name.
    pub id: String,
    /// Best name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Wikidata id, when certain.
    pub wikidata: Option<String>,
    /// Every name that the documents use.
    pub names: Vec<String>,
    /// Titles that the documents give, with the first and last document date of each.
    pub titles: Vec<Title>,
    /// Number of mentions.
    pub mentions: usize,
    /// The mentions.
    pub members: Vec<Member>,
}

/// A title over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The title as worded.
    pub title: String,
    /// Earliest publication date that gives it.
    pub from: Option<String>,
    /// Latest publication date that gives it.
    pub to: Option<String>,
}

/// One real event.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    /// Stable id.
    pub id: String,
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<String>,
    /// A line for people.
    pub label: String,
    /// Japan date, month, year or interval.
    pub date: Option<String>,
    /// Local date where it differs.
    pub date_local: Option<String>,
    /// Ids of those who act.
    pub source: Vec<String>,
    /// Ids of those acted on.
    pub target: Vec<String>,
    /// Id of the place.
    pub place: Option<String>,
    /// Whether it happens.
    pub polarity: Polarity,
    /// The surest certainty among the members.
    pub certainty: Certainty,
    /// The words, one a mention.
    pub members: Vec<Member>,
    /// Those of the members that told of it before, as something to come.
    pub announced: Vec<Announcement>,
    /// How far it can be believed.
    pub grade: Grade,
    /// Ids of the agreements between its sides that were in force on its day.
    pub agreements: Vec<String>,
    /// Independent first sources: outlets or cited actors.
    pub roots: Vec<String>,
}

/// Words that told of an event before it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The words.
    pub member: Member,
    /// Who announced it: an outlet or a cited actor.
    pub by: String,
    /// Publication date of the report.
    pub date: Option<String>,
}

/// A grade of the Admiralty scale: how reliable the sources are, and how credible what they say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// `A` (completely reliable) to `E`, or `F` (cannot be judged).
    pub source: char,
    /// 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).
    pub information: u8,
    /// What decided: a name and a value each, such as `roots` and `2`.
    pub reasons: Vec<(&'static str, String)>,
}

impl Default for Grade {
    fn default() -> Self {
        Self { source: 'F', information: 6, reasons: Vec::new() }
    }
}

/// States that act together: each has, with each other one, a treaty or several joint acts.
#[derive(Clone, Debug, PartialEq)]
pub struct Bloc {
    /// Stable id.
    pub id: String,
    /// Ids of the states, in order.
    pub members: Vec<String>,
    /// Ids of the occurrences that it rests on: treaties, support, joint acts.
    pub occurrences: Vec<String>,
    /// First and last month of these.
    pub from: Option<String>,
    /// See `from`.
    pub to: Option<String>,
}

/// One act of saying.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// Stable id.
    pub id: String,
    /// Id of the speaker.
    pub speaker: Option<String>,
    /// Ids of those who relay it, over all members.
    pub via: Vec<String>,
    /// The day of saying, when known; else the earliest publication date.
    pub date: Option<String>,
    /// The wording of the first member.
    pub text: String,
    /// How it is rendered in the first member.
    pub mode: crate::Mode,
    /// Certainty of the content.
    pub certainty: Certainty,
    /// Polarity of the content.
    pub polarity: Polarity,
    /// The contents, one a document.
    pub members: Vec<Member>,
}

/// A proposition and who stands where on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Stable id.
    pub id: String,
    /// A line for people.
    pub label: String,
    /// Who takes which stance.
    pub positions: Vec<Position>,
    /// Independent first sources.
    pub roots: Vec<String>,
}

/// One actor's stance on a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// Actor id, or the outlet's name for an author's own assertion.
    pub by: String,
    /// The stance.
    pub stance: Stance,
    /// The words.
    pub members: Vec<Member>,
}

/// Stances on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stance {
    /// Says it is so.
    Asserts,
    /// Says it is not so.
    Denies,
    /// Says it may be so.
    Hedges,
    /// Passes it on.
    Relays,
}

/// A transfer over all documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Transfer {
    /// Stable id.
    pub id: String,
    /// Actor id of the giver.
    pub giver: Option<String>,
    /// Actor id of the receiver.
    pub receiver: Option<String>,
    /// The item as first worded.
    pub item: String,
    /// Class of the item.
    pub category: String,
    /// How much, with its unit.
    pub quantity: Option<(Bounds, String)>,
    /// When.
    pub date: Option<String>,
    /// How far it has got.
    pub status: TransferStatus,
    /// Whether it happens.
    pub polarity: Polarity,
    /// How sure.
    pub certainty: Certainty,
    /// Independent first sources.
    pub roots: Vec<String>,
    /// Measures that it falls under if it happens.
    pub measures: Vec<Measure>,
    /// Ids of the agreements between giver and receiver that were in force on its day, else on that of the first report.
    pub agreements: Vec<String>,
    /// The clauses.
    pub members: Vec<Member>,
}

/// A measure that a transfer falls under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Id in `knowledge/measures`.
    pub id: String,
    /// Its name in Japanese.
    pub name: String,
    /// Paragraphs of its document; none where nobody has checked them.
    pub paragraph: Option<String>,
    /// What it restricts, in English.
    pub reason: String,
    /// Whether it is a cap or has exceptions, so that the transfer may be allowed.
    pub partial: bool,
    /// Whether it was in force on every day that the transfer's date covers.
    pub throughout: bool,
}

/// A quantity over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Stable id.
    pub id: String,
    /// What is measured.
    pub what: String,
    /// Its unit.
    pub unit: String,
    /// The values in order of their as-of dates.
    pub points: Vec<Point>,
}

/// One value of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The date for which the value holds.
    pub as_of: Option<String>,
    /// The value.
    pub bounds: Bounds,
    /// Who says so.
    pub root: Option<String>,
    /// The words.
    pub member: Member,
}

/// A contradiction.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute {
    /// Stable id.
    pub id: String,
    /// What differs.
    pub kind: DisputeKind,
    /// A line for people.
    pub about: String,
    /// The sides.
    pub sides: Vec<Side>,
}

/// What differs in a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DisputeKind {
    /// A denial against a claim.
    Denial,
    /// Different figures for one thing at one date.
    Figure,
    /// Different dates of one event.
    Date,
    /// Different actors of one event.
    Actor,
}

/// One side of a dispute.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// A line for people.
    pub label: String,
    /// The words.
    pub members: Vec<Member>,
}

/// A forecast and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Stable id.
    pub id: String,
    /// Actor id of the forecaster.
    pub by: Option<String>,
    /// The words.
    pub member: Member,
    /// How likely.
    pub likelihood: Likelihood,
    /// By when.
    pub horizon: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The result so far.
    pub result: OutcomeResult,
    /// The words that decide it.
    pub members: Vec<Member>,
}

/// Results of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeResult {
    /// It came true.
    Held,
    /// It did not.
    Failed,
    /// Nothing decides it yet.
    Open,
}

/// What one actor did to another in one month.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Id of the one who acts.
    pub source: String,
    /// Id of the one acted on.
    pub target: String,
    /// The month, `2024-06`.
    pub month: String,
    /// Occurrences that count, in order.
    pub occurrences: Vec<String>,
    /// Sum of their scores on the scale of conflict (-10) and cooperation (10).
    pub score: f64,
    /// How many of them are asserted as certain.
    pub confirmed: usize,
    /// Sum of the scores of these alone.
    pub confirmed_score: f64,
}

names!(Stance { Asserts = "asserts", Denies = "denies", Hedges = "hedges", Relays = "relays" });
names!(DisputeKind { Denial = "denial", Figure = "figure", Date = "date", Actor = "actor" });
names!(OutcomeResult { Held = "held", Failed = "failed", Open = "open" });
