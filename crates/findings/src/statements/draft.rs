//! A statement before its speakers are told apart.

use tenkyo_model::{ActorId, Link, Mode, RuleId};
use tenkyo_text::Span;

/// What one cue says; with several speakers it becomes one statement each.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// What was said.
    pub content: Span,
    /// How it is rendered.
    pub mode: Mode,
    /// Who is held responsible.
    pub speakers: Vec<ActorId>,
    /// The words that attribute it.
    pub cue: Option<Span>,
    /// Who relays it, nearest to the speaker first.
    pub via: Vec<Link>,
    /// To whom.
    pub addressee: Option<ActorId>,
    /// Whether the speaker denies it.
    pub denied: bool,
    /// What made it.
    pub rule: RuleId,
    /// The line it stands in.
    pub line: usize,
    /// Where the speaker's name would stand, in bytes, when the clause leaves it out.
    pub omitted: Option<u32>,
}

/// What lies between speaker and cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Content {
    /// The words.
    pub span: Span,
    /// How they are rendered.
    pub mode: Mode,
}
