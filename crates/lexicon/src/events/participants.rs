//! Words for people and bodies without a name who take part in events (`data/ja/event/participants.toml`).

use crate::{DataError, Sources};
use serde::Deserialize;
use serde::de::Error;
use std::collections::BTreeSet;
use tenkyo_model::EventType;

/// A class of such words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participants {
    /// Its id, such as `participant.forces`.
    pub id: String,
    /// Why the class is one.
    pub reason: String,
    /// Last words of their noun phrases.
    pub words: BTreeSet<String>,
    /// PLOVER types of what they do of themselves; empty for all.
    #[serde(default, deserialize_with = "types")]
    pub acts: Vec<EventType>,
    /// Sentences in which the words in `{ }` are such an actor.
    pub examples: Vec<String>,
    /// Sentences in which the words in `{ }` are none.
    pub counter_examples: Vec<String>,
}

impl Participants {
    /// Whether they do such things of themselves.
    pub fn may_act(&self, kind: EventType) -> bool {
        self.acts.is_empty() || self.acts.contains(&kind)
    }
}

fn types<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<EventType>, D::Error> {
    let known = |name: String| {
        EventType::from_name(&name).ok_or_else(|| D::Error::custom(format!("{name} is no PLOVER type")))
    };
    Vec::<String>::deserialize(from)?.into_iter().map(known).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    participants: Vec<Participants>,
}

pub(super) fn load(sources: &Sources) -> Result<Vec<Participants>, DataError> {
    let file = "ja/event/participants.toml";
    let form = |message: String| DataError::Form { file: file.into(), message };
    let text = sources.text(file).ok_or_else(|| form("the file is missing".into()))?;
    let parsed: File = toml::from_str(text).map_err(|e| form(e.to_string()))?;
    let bare =
        |p: &&Participants| p.reason.is_empty() || p.examples.is_empty() || p.counter_examples.is_empty();
    match parsed.participants.iter().find(bare) {
        Some(class) => Err(DataError::Rule {
            file: file.into(),
            rule: class.id.clone(),
            message: "reason, examples and counter_examples must not be empty".into(),
        }),
        None => Ok(parsed.participants),
    }
}
