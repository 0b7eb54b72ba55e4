//! Light verbs, words of intention, words of context (`data/ja/event/words.toml`).

use super::{Plover, Slot};
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use tenkyo_model::{Certainty, Polarity};

/// Words around events.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Verbs that say only that, or how, the event of a noun comes about.
    pub light: Vec<Light>,
    /// Nouns and verbs after a clause that tell how far the event is from having happened.
    pub outlooks: Vec<Outlook>,
    /// For each PLOVER context, words that tell it.
    pub contexts: Vec<(String, Vec<String>)>,
    light_index: BTreeMap<String, Vec<usize>>,
}

/// A class of light verbs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Light {
    /// Its id.
    pub id: String,
    /// Verbs in dictionary form, and verbal nouns without する.
    pub verbs: Vec<String>,
    /// Where the noun stands, in the active or the passive clause.
    pub slots: Vec<Slot>,
    /// What becomes of the event.
    pub effect: Effect,
    /// Why the class is one.
    pub reason: String,
}

/// What a light verb makes of the event of its noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// It happens; the subject of the verb acts.
    Happens,
    /// It does not happen, or no longer.
    Fails,
    /// It is to happen.
    Planned,
    /// It may happen.
    Considered,
    /// It happens to the subject of the verb (`攻撃を受ける`).
    Undergone,
}

/// A word after a clause that tells how far the event is from having happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The word: the stem of a noun, or the dictionary form of a verb.
    pub word: String,
    /// Whether it tells what the subject means to do.
    pub intention: bool,
    /// How sure the event is then.
    pub certainty: Certainty,
    /// Whether the event is then affirmed.
    pub polarity: Polarity,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    light: Vec<Light>,
    outlook: Vec<OutlookEntry>,
    contexts: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutlookEntry {
    words: Vec<String>,
    #[serde(default)]
    intention: bool,
    certainty: String,
    #[serde(default = "affirmed")]
    polarity: String,
}

fn affirmed() -> String {
    Polarity::Positive.name().into()
}

impl Words {
    pub(super) fn load(sources: &Sources, plover: &Plover) -> Result<Self, DataError> {
        let file = "ja/event/words.toml";
        let form = |message: String| DataError::Form { file: file.into(), message };
        let text = sources.text(file).ok_or_else(|| form("the file is missing".into()))?;
        let parsed: File = toml::from_str(text).map_err(|e| form(e.to_string()))?;
        if let Some(unknown) = parsed.contexts.keys().find(|c| !plover.has_context(c)) {
            return Err(form(format!("{unknown} is no PLOVER context; plover.toml lists them")));
        }
        let mut outlooks = Vec::new();
        for entry in parsed.outlook {
            entry.add_to(&mut outlooks).map_err(form)?;
        }
        let light_index = index(&parsed.light);
        Ok(Self { light: parsed.light, outlooks, contexts: parsed.contexts.into_iter().collect(), light_index })
    }

    /// The classes of light verbs that `lemma` belongs to.
    pub fn light_verbs(&self, lemma: &str) -> impl Iterator<Item = &Light> {
        self.light_index.get(lemma).into_iter().flatten().map(|i| &self.light[*i])
    }

    /// The outlook that `word` tells.
    pub fn outlook(&self, word: &str) -> Option<&Outlook> {
        self.outlooks.iter().find(|o| o.word == word)
    }
}

impl OutlookEntry {
    fn add_to(self, outlooks: &mut Vec<Outlook>) -> Result<(), String> {
        let certainty = Certainty::from_name(&self.certainty).ok_or(format!("no certainty {}", self.certainty))?;
        let polarity = Polarity::from_name(&self.polarity).ok_or(format!("no polarity {}", self.polarity))?;
        let intention = self.intention;
        outlooks.extend(self.words.into_iter().map(|word| Outlook { word, intention, certainty, polarity }));
        Ok(())
    }
}

fn index(light: &[Light]) -> BTreeMap<String, Vec<usize>> {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, class) in light.iter().enumerate() {
        for verb in &class.verbs {
            index.entry(verb.clone()).or_default().push(i);
        }
    }
    index
}
