//! Dated public events (`knowledge/events`) and terms of office (`knowledge/terms`): used only to find out in which month or year an article was written.

use crate::{DataError, Sources};
use serde::Deserialize;

/// One event.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownEvent {
    /// First day, ISO 8601, possibly only year or month.
    pub date: String,
    /// Last day, when it took longer.
    #[serde(default)]
    pub end: Option<String>,
    /// What it is called.
    pub name: String,
    /// Words that identify it: one of each list must stand in the article.
    pub words: Vec<Vec<String>>,
}

/// When somebody held an office.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Name and title as reports join them.
    pub titles: Vec<String>,
    /// First day, ISO 8601.
    pub from: String,
    /// Last day.
    pub to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermFile {
    term: Vec<Term>,
}

pub(crate) fn terms(sources: &Sources) -> Result<Vec<Term>, DataError> {
    Ok(sources.parse::<TermFile>("knowledge/terms")?.into_iter().flat_map(|(_, file)| file.term).collect())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    event: Vec<KnownEvent>,
}

pub(crate) fn load(sources: &Sources) -> Result<Vec<KnownEvent>, DataError> {
    let mut events: Vec<KnownEvent> =
        sources.parse::<File>("knowledge/events")?.into_iter().flat_map(|(_, file)| file.event).collect();
    events.sort_by(|a, b| (&a.date, &a.name).cmp(&(&b.date, &b.name)));
    Ok(events)
}
