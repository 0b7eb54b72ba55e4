//! Equipment that an article names, and its launches and tests.

use super::{ActorId, Certainty, Polarity, RuleId};
use crate::names::names;
use tenkyo_text::Span;

/// A weapon, aircraft, ship, satellite or launcher with a designation, with every mention in this article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equipment {
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
    /// Where it is mentioned, in order.
    pub mentions: Vec<Span>,
}

/// One launch or test, or several that the text counts together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Launch {
    /// What happened.
    pub kind: LaunchKind,
    /// The words for it.
    pub trigger: Span,
    /// The words for what was launched or tested; the trigger itself where it names both (核実験).
    pub what: Span,
    /// The designation, as an index into [`super::Findings::equipment`].
    pub equipment: Option<usize>,
    /// Who launched or tested it.
    pub by: Option<ActorId>,
    /// How it ended.
    pub outcome: LaunchOutcome,
    /// The words that say how it ended.
    pub outcome_span: Option<Span>,
    /// How many times it ended so (2度失敗), when the text counts.
    pub count: Option<u32>,
    /// When: ISO date, month, year or interval.
    pub date: Option<String>,
    /// The time expression that `date` comes from.
    pub date_span: Option<Span>,
    /// Whether it happens.
    pub polarity: Polarity,
    /// How sure the outcome is, or the launch where none is told.
    pub certainty: Certainty,
    /// On whose word, nearest to the fact first.
    pub according_to: Vec<ActorId>,
    /// What made it.
    pub rule: RuleId,
}

/// What happened to a piece of equipment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LaunchKind {
    /// It left the ground.
    Launch,
    /// It was tried out.
    Test,
}

/// How a launch or test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LaunchOutcome {
    /// As it was meant to.
    Success,
    /// Not as it was meant to.
    Failure,
    /// The text does not say.
    Unknown,
}

names!(LaunchKind { Launch = "launch", Test = "test" });
names!(LaunchOutcome { Success = "success", Failure = "failure", Unknown = "unknown" });
