//! PLOVER's table of types, modes, scores and contexts (`data/ja/event/plover.toml`).

use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use tenkyo_model::EventType;

/// PLOVER's table.
#[derive(Clone, Debug, Default)]
pub struct Plover {
    types: Vec<TypeEntry>,
    contexts: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeEntry {
    name: String,
    score: f32,
    #[serde(default)]
    modes: BTreeMap<String, f32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Where the table comes from, and under which licence.
    #[expect(dead_code, reason = "read by people; the form insists that it is there")]
    source: String,
    contexts: Vec<String>,
    #[serde(rename = "type")]
    types: Vec<TypeEntry>,
}

impl Plover {
    pub(super) fn load(sources: &Sources) -> Result<Self, DataError> {
        let file = "ja/event/plover.toml";
        let form = |message: String| DataError::Form { file: file.into(), message };
        let text = sources.text(file).ok_or_else(|| form("the file is missing".into()))?;
        let parsed: File = toml::from_str(text).map_err(|e| form(e.to_string()))?;
        for (kind, name) in EventType::NAMES {
            if !parsed.types.iter().any(|t| t.name == *name) {
                return Err(form(format!("no entry for the type {}", kind.name())));
            }
        }
        Ok(Self { types: parsed.types, contexts: parsed.contexts })
    }

    /// The score of an event, from -9 (the most hostile) to 10; the type's own where the mode has none.
    pub fn score(&self, kind: EventType, mode: Option<&str>) -> f32 {
        let Some(entry) = self.entry(kind) else { return 0.0 };
        mode.and_then(|m| entry.modes.get(m)).copied().unwrap_or(entry.score)
    }

    /// Whether `mode` is one of the type's modes.
    pub fn has_mode(&self, kind: EventType, mode: &str) -> bool {
        self.entry(kind).is_some_and(|entry| entry.modes.contains_key(mode))
    }

    /// Whether `context` is one of PLOVER's contexts.
    pub fn has_context(&self, context: &str) -> bool {
        self.contexts.iter().any(|c| c == context)
    }

    fn entry(&self, kind: EventType) -> Option<&TypeEntry> {
        self.types.iter().find(|entry| entry.name == kind.name())
    }
}
