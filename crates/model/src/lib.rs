//! The boundary types: what one stage of the flow hands to the next.
//!
//! [`Capture`] → [`Article`] → [`Analysis`] → [`Findings`] → [`Ledger`](ledger). Plain values: no IO, no serialisation, no logic
//! beyond looking a value up. A later stage adds; it never changes what an earlier one made. All offsets are bytes of the
//! article's text ([`tenkyo_text::Span`]).

mod analysis;
mod article;
mod capture;
pub mod correction;
mod diagnostic;
mod findings;
pub mod ledger;
mod names;

pub use analysis::{Analysis, Bunsetsu, Entity, EntityLabel, Pos, Relation, Sentence, Token};
pub use article::{Article, Block, BlockKind, DocumentId};
pub use capture::{Capture, Declared, Media};
pub use diagnostic::Diagnostic;
pub use findings::{
    Actor, ActorId, ActorKind, Agreement, AgreementDate, Basis, Bounds, Certainty, Equipment, Event,
    EventType, Falling, Findings, Forecast, Grade, Grades, Launch, LaunchKind, LaunchOutcome, Likelihood,
    Link, Mention, MentionForm, Mode, Polarity, Published, Quantity, Reason, Role, RuleId, Statement,
    StatementId, Terms, Time, TimeKind, TimeMod, Transfer, TransferStatus,
};
