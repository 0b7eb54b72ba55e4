//! Statements, and how sure and of which sign an assertion is.

use super::{ActorId, RuleId};
use crate::names::names;
use tenkyo_text::Span;

/// Index into [`super::Findings::statements`]; `s1` in records is index 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub u32);

/// Content that the text puts in somebody's mouth, writing or mind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What was said, without outer brackets, quotative particle and cue.
    pub content: Span,
    /// How it is rendered.
    pub mode: Mode,
    /// Who is held responsible for it; none when the text leaves it open.
    pub speaker: Option<ActorId>,
    /// The words that attribute it.
    pub cue: Option<Span>,
    /// Who relays it, nearest to the speaker first.
    pub via: Vec<Link>,
    /// To whom.
    pub addressee: Option<ActorId>,
    /// How sure the speaker is of the content.
    pub certainty: Certainty,
    /// Whether the speaker affirms or denies the content.
    pub polarity: Polarity,
    /// What made it.
    pub rule: RuleId,
}

/// One link of a chain of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Who relays.
    pub actor: ActorId,
    /// The words that say so.
    pub span: Span,
}

/// How a statement is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// Word for word, in brackets.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words with quoted parts.
    Mixed,
}

/// How sure the one who asserts is (after FactBank).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// Plainly asserted.
    Certain,
    /// `だろう`, `とみられる`, `方針`.
    Probable,
    /// `可能性がある`, `かもしれない`.
    Possible,
    /// `憶測`, `説もある`: nobody vouches for it.
    Unknown,
}

/// Whether something is affirmed or negated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Polarity {
    /// It is or will be so.
    Positive,
    /// It is not or will not be so, or it is denied.
    Negative,
}

names!(Mode { Direct = "direct", Indirect = "indirect", Mixed = "mixed" });
names!(Certainty { Certain = "certain", Probable = "probable", Possible = "possible", Unknown = "unknown" });
names!(Polarity { Positive = "+", Negative = "-" });
