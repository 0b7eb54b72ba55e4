//! Dated public events (`knowledge/events`): used only to find out in which month or year an article was written.

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
