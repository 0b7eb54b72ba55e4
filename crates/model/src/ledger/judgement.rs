//! Judgements on pairs: what clusters are derived from.

use super::Member;
use crate::RuleId;
use crate::names::names;

/// A verdict on whether two mentions are of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// What the two are mentions of.
    pub about: Subject,
    /// One of them.
    pub left: Member,
    /// The other; never before `left` in the order of members.
    pub right: Member,
    /// The verdict.
    pub verdict: Verdict,
    /// What decided.
    pub rule: RuleId,
    /// What it was decided on: a name and a value each, such as `similarity` and `0.83`.
    pub evidence: Vec<(&'static str, String)>,
}

/// What a judgement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// Two actors of documents.
    Actor,
    /// Two events of documents.
    Occurrence,
    /// Two statements of documents.
    Utterance,
    /// Two transfers of documents.
    Transfer,
    /// Two whole articles.
    Document,
}

/// Whether two mentions are of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// One thing.
    Same,
    /// Two things.
    Different,
    /// Nothing decides.
    Unsure,
}

names!(Subject {
    Actor = "actor", Occurrence = "occurrence", Utterance = "utterance", Transfer = "transfer", Document = "document",
});
names!(Verdict { Same = "same", Different = "different", Unsure = "unsure" });
