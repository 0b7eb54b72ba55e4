//! Actors and their mentions.

use super::RuleId;
use crate::names::names;
use tenkyo_text::Span;

/// Index into [`super::Findings::actors`]; `a1` in records is index 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub u32);

/// Someone or something that acts or speaks, or a place, with every mention in this article.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The best name: of `knowledge/`, else the fullest in the text.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its id in `knowledge/`, when it is known there.
    pub knowledge: Option<String>,
    /// Its Wikidata id, when certain.
    pub wikidata: Option<String>,
    /// Titles that the text gives it.
    pub roles: Vec<Role>,
    /// Where it is mentioned, in order.
    pub mentions: Vec<Mention>,
}

impl Actor {
    /// Unnamed people or bodies under the words for them, not yet mentioned anywhere.
    pub fn group(name: String) -> Self {
        let kind = ActorKind::Group;
        Self { name, kind, knowledge: None, wikidata: None, roles: Vec::new(), mentions: Vec::new() }
    }
}

/// Kinds of actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A government, party, company, medium, agency.
    Organization,
    /// A state or territory.
    State,
    /// A place that does not act.
    Place,
    /// Unnamed but specific people (`複数の専門家`).
    Group,
}

/// A title with the state or body in which it is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The title as it stands in the text.
    pub title: String,
    /// Where it is held, when the text says.
    pub of: Option<ActorId>,
    /// Whether the text marks it as past (`当時`, `元`, `前`).
    pub former: bool,
    /// The words that mark it so, without the title (`前`, `当時`).
    pub mark: Option<Span>,
    /// From when it was held, where it is known: year or month, ISO 8601.
    pub from: Option<String>,
    /// Until when; none for "still" and for unknown.
    pub to: Option<String>,
}

impl Role {
    /// A role of which only the title and where it is held are known.
    pub fn new(title: impl Into<String>, of: Option<ActorId>, former: bool) -> Self {
        Self { title: title.into(), of, former, mark: None, from: None, to: None }
    }
}

/// One place in the text that refers to an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words; empty for an omitted subject, at the place where it would stand.
    pub span: Span,
    /// Their form.
    pub form: MentionForm,
    /// What found it.
    pub rule: RuleId,
}

/// Forms of mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionForm {
    /// The name, with or without a title in the same noun phrase.
    Name,
    /// Another name or spelling.
    Alias,
    /// A title alone (`大統領`).
    Title,
    /// A definite description or metonym (`北朝鮮の独裁者`).
    Description,
    /// `同氏`, `彼`, `両首脳`.
    Pronoun,
    /// An unnamed group.
    Group,
    /// A subject left out.
    Omitted,
}

names!(ActorKind {
    Person = "person", Organization = "organization", State = "state", Place = "place", Group = "group",
});
names!(MentionForm {
    Name = "name", Alias = "alias", Title = "title", Description = "description", Pronoun = "pronoun",
    Group = "group", Omitted = "omitted",
});
