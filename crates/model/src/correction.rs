//! What an analyst says against the program: kept for ever, and stronger than any judgement of ours.
//!
//! How to use it: a [`Correction`] names words by an [`Anchor`] and says one thing about them (its [`Change`]). Whoever takes it
//! down (`tenkyo correct`, the desk) makes anchors from a reading with `tenkyo_ledger::anchor::of`, stores the correction with
//! `Store::correct`, and hands `Store::corrections` to `tenkyo_ledger::build_corrected`, in the order in which they were made.
//! A later correction outranks an earlier one about the same words; [`Change::Withdraw`] takes one back. Nothing is deleted.
//!
//! Its record is `tenkyo.correction/1` (`tenkyo_record::correction`):
//!
//! ```json
//! {"schema": "tenkyo.correction/1", "by": "sato", "at": "2026-11-24T12:00:00Z", "why": "同じ会談", "kind": "same",
//!  "about": "occurrence",
//!  "left":  {"document": "0f…", "source": "a.txt", "exact": "会談した", "prefix": "宇宙基地で", "suffix": "。"},
//!  "right": {"document": "9c…", "source": "b.txt", "exact": "会談しました", "prefix": "金総書記と", "suffix": "。"}}
//! ```

use crate::EventType;
use crate::ledger::{Subject, Verdict};

/// One entry of the log of corrections.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// Who made it, as he names himself.
    pub by: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Why, in his words; may be empty.
    pub why: String,
    /// What it says.
    pub change: Change,
}

/// What a correction says.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Two mentions are of one thing, of two things, or nobody can tell (`same`, `different`, `unsure`). The anchors are what
    /// members of the ledger point to: a mention of an actor, the trigger of an event, the content of a statement, the clause
    /// of a transfer; words inside or around them do as well.
    Pair {
        /// What the two are mentions of.
        about: Subject,
        /// One of them.
        left: Anchor,
        /// The other.
        right: Anchor,
        /// The verdict.
        verdict: Verdict,
    },
    /// The statement with this content has another speaker.
    Speaker {
        /// The content.
        statement: Anchor,
        /// The right speaker: id or name of an actor; none when the text leaves it open.
        speaker: Option<String>,
    },
    /// The event or transfer at these words has another date.
    Date {
        /// The trigger or clause.
        at: Anchor,
        /// ISO day, month, year or interval; none when nobody knows.
        date: Option<String>,
    },
    /// The event at these words is of another type.
    Type {
        /// The trigger.
        event: Anchor,
        /// The right type; none when there is no event.
        kind: Option<EventType>,
        /// Its mode.
        mode: Option<String>,
    },
    /// Nobody is said to have said this.
    NotStatement {
        /// The content.
        statement: Anchor,
    },
    /// An actor has another name.
    Alias {
        /// Id or name of the actor.
        actor: String,
        /// The other name, as texts write it.
        alias: String,
    },
    /// An earlier correction no longer counts.
    Withdraw {
        /// Its number in the log.
        number: u64,
    },
}

/// Words of a document, named so that they are found again when the document is read anew or appears in another version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// Content address of the document.
    pub document: String,
    /// Name of the document: where another text has taken its place under this name, the words are looked for there.
    pub source: String,
    /// The words.
    pub exact: String,
    /// The characters before them.
    pub prefix: String,
    /// The characters after them.
    pub suffix: String,
}

/// A correction with its place in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// Its number, from 1.
    pub number: u64,
    /// The correction.
    pub correction: Correction,
}

impl Change {
    /// The name of its kind in records: `same`, `different`, `unsure`, `speaker`, `date`, `type`, `not-a-statement`, `alias`, `withdraw`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Pair { verdict, .. } => verdict.name(),
            Self::Speaker { .. } => "speaker",
            Self::Date { .. } => "date",
            Self::Type { .. } => "type",
            Self::NotStatement { .. } => "not-a-statement",
            Self::Alias { .. } => "alias",
            Self::Withdraw { .. } => "withdraw",
        }
    }
}
