//! What Admiralty grades are computed from (`data/ja/grade`).

use crate::quantity::Words;
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Rules of grades.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grades {
    /// What speaks for or against a source, by the kind of source.
    pub source: BTreeMap<SourceKind, SourceRule>,
    /// What speaks for or against a piece of information.
    pub information: BTreeMap<Standing, InformationRule>,
    /// States whose media speak for them: ids of `knowledge/actors`.
    pub state_media: Words,
    /// In the name of a medium these say that the state runs it.
    pub state_run: Words,
    /// Names of people who are not named but hold an office.
    pub officials: Words,
    /// Ends of names of news agencies.
    pub agencies: Words,
    /// Ends of names of newspapers.
    pub newspapers: Words,
    /// Ends of names of broadcasters.
    pub broadcasters: Words,
    /// Ends of names of media of no told kind.
    pub media: Words,
}

/// Kinds of sources.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The state, or one who speaks for it, in a matter that it is no party to.
    Official,
    /// The same in a matter of its own.
    Party,
    /// An international body.
    Body,
    /// A news agency.
    Agency,
    /// A newspaper.
    Newspaper,
    /// A broadcaster.
    Broadcaster,
    /// A medium of another kind.
    Media,
    /// A medium of a state in which media speak for it.
    StateMedia,
    /// Somebody who is not named.
    Anonymous,
    /// Somebody who is not named and is said to hold an office.
    AnonymousOfficial,
    /// A person or body that is named and of whom nothing is known here.
    Named,
    /// Nobody: the article itself, of an outlet that is not known here.
    Unknown,
}

/// How a piece of information stands in one article.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Several independent sources say it and nobody denies it.
    Corroborated,
    /// Several say it, and somebody denies it.
    Disputed,
    /// One says it, and somebody denies it.
    Denied,
    /// It is itself a denial of what others say.
    Denial,
    /// One says it: one article cannot tell.
    Alone,
}

/// A letter for a kind of source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRule {
    /// Id of the rule.
    pub id: String,
    /// A to F.
    pub grade: char,
    /// Why, in English.
    pub reason: String,
}

/// A number for a standing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformationRule {
    /// Id of the rule.
    pub id: String,
    /// 1 to 6.
    pub grade: u8,
    /// Why, in English.
    pub reason: String,
}

impl Grades {
    /// The kind of medium that a name is of, by its end.
    pub fn medium(&self, name: &str) -> Option<SourceKind> {
        let kinds = [
            (&self.agencies, SourceKind::Agency),
            (&self.newspapers, SourceKind::Newspaper),
            (&self.broadcasters, SourceKind::Broadcaster),
            (&self.media, SourceKind::Media),
        ];
        kinds.into_iter().find(|(ends, _)| ends.tail_of(name).is_some()).map(|(_, kind)| kind)
    }

    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        const FILE: &str = "ja/grade/grades.toml";
        let grades: Self = sources.parse_file(FILE)?;
        let letters = grades.source.values().all(|r| ('A'..='F').contains(&r.grade));
        let numbers = grades.information.values().all(|r| (1..=6).contains(&r.grade));
        let message = "a grade is none of A to F and 1 to 6".to_owned();
        if letters && numbers { Ok(grades) } else { Err(DataError::Form { file: FILE.into(), message }) }
    }
}
