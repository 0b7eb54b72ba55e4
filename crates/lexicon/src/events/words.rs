//! Light verbs, words of intention, words of context (`data/ja/event/words.toml`).

use super::{Plover, Slot};
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Words around events.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Verbs that say only that, or how, the event of a noun comes about.
    pub light: Vec<Light>,
    /// Nouns after a clause that tell what its subject means to do.
    pub intentions: Vec<String>,
    /// Ends of nouns that only carry the act named before them (`抗議の書簡`).
    pub vehicles: Vec<String>,
    /// Nouns over a clause that leave it open: views, rumours, suspicions.
    pub doubts: Vec<String>,
    /// Those of them that offer it to the other side.
    pub offers: Vec<String>,
    /// For each PLOVER context, words that tell it.
    pub contexts: Vec<(String, Vec<String>)>,
    /// Documents and the bodies that make them.
    pub issuers: Vec<Issuer>,
    light_index: BTreeMap<String, Vec<usize>>,
}

/// Documents that stand for the body that made them: to deny a verdict is to deny the court.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// Ends of the words for them.
    pub documents: Vec<String>,
    /// Ends of the names of such bodies, likeliest first.
    pub bodies: Vec<String>,
    /// Why.
    pub reason: String,
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
    /// It happens but brings nothing about (`交渉が決裂`).
    Broken,
    /// It is to happen.
    Planned,
    /// It may happen.
    Considered,
    /// It happens to the subject of the verb (`攻撃を受ける`).
    Undergone,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    light: Vec<Light>,
    intentions: Vec<String>,
    offers: Vec<String>,
    doubts: Vec<String>,
    vehicles: Vec<String>,
    contexts: BTreeMap<String, Vec<String>>,
    issuer: Vec<Issuer>,
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
        let light_index = index(&parsed.light);
        Ok(Self {
            light: parsed.light,
            intentions: parsed.intentions,
            offers: parsed.offers,
            doubts: parsed.doubts,
            vehicles: parsed.vehicles,
            contexts: parsed.contexts.into_iter().collect(),
            issuers: parsed.issuer,
            light_index,
        })
    }

    /// The classes of light verbs that `lemma` belongs to.
    pub fn light_verbs(&self, lemma: &str) -> impl Iterator<Item = &Light> {
        self.light_index.get(lemma).into_iter().flatten().map(|i| &self.light[*i])
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
