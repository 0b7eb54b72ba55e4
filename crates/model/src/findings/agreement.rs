//! Treaties and other agreements that an article tells of.

use super::{ActorId, RuleId};
use tenkyo_text::Span;

/// One agreement, with every mention in this article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its name: of `knowledge/agreements`, else the fullest in the text.
    pub name: String,
    /// Its id in `knowledge/agreements`, when it is known there.
    pub knowledge: Option<String>,
    /// Where it is named, in order.
    pub mentions: Vec<Span>,
    /// Who made it.
    pub parties: Vec<ActorId>,
    /// What it lays down, as the text words it.
    pub clauses: Vec<Span>,
    /// When it was signed.
    pub signed: Option<AgreementDate>,
    /// From when it is in force.
    pub in_force: Option<AgreementDate>,
    /// When it ended.
    pub ended: Option<AgreementDate>,
    /// The agreement whose place it takes, as an index into [`super::Findings::agreements`].
    pub predecessor: Option<usize>,
    /// What made it.
    pub rule: RuleId,
}

/// A day, month or year in the life of an agreement, with what it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementDate {
    /// ISO date, month or year; none where the text tells that it happened and not when.
    pub value: Option<String>,
    /// The words of this article that tell it; none where `knowledge/agreements` alone does.
    pub span: Option<Span>,
}
