//! What one article says, as records that stand on its words.

mod actor;
mod agreement;
mod equipment;
mod event;
mod grade;
mod statement;
mod terms;
mod time;

pub use actor::{Actor, ActorId, ActorKind, Mention, MentionForm, Role};
pub use agreement::{Agreement, AgreementDate};
pub use equipment::{Equipment, Launch, LaunchKind, LaunchOutcome};
pub use event::{Event, EventType, Forecast, Likelihood, Transfer, TransferStatus};
pub use grade::{Grade, Grades, Reason};
pub use statement::{Certainty, Link, Mode, Polarity, Statement, StatementId};
pub use terms::{Falling, Terms};
pub use time::{Basis, Bounds, Published, Quantity, Time, TimeKind, TimeMod};

use std::sync::Arc;

/// All findings of one article. Ids are indices into these lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The article's publication date; none when nothing in it or beside it tells.
    pub published: Option<Published>,
    /// Persons, organisations, states, places and groups.
    pub actors: Vec<Actor>,
    /// Time expressions, in order of their spans.
    pub times: Vec<Time>,
    /// Measured amounts, in order of their spans.
    pub quantities: Vec<Quantity>,
    /// Contents that the text puts in somebody's mouth, writing or mind, in order of their contents.
    pub statements: Vec<Statement>,
    /// Distinct events.
    pub events: Vec<Event>,
    /// What one actor gives, sells, ships or offers to another.
    pub transfers: Vec<Transfer>,
    /// Claims about what will or will not happen.
    pub forecasts: Vec<Forecast>,
    /// Equipment with a designation.
    pub equipment: Vec<Equipment>,
    /// Launches and tests, in order of their words.
    pub launches: Vec<Launch>,
    /// Treaties and other agreements.
    pub agreements: Vec<Agreement>,
    /// Admiralty grades of events and transfers.
    pub grades: Grades,
}

/// Names the rule or model that made a finding, such as `time.month-day`; `tenkyo explain` looks it up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub Arc<str>);

impl From<&str> for RuleId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}
