//! Words that take up an event told elsewhere (`data/ja/ledger/references.toml`), and what tells deeds of one kind apart.

use crate::actors::Automaton;
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use tenkyo_model::EventType;
use tenkyo_text::Span;

/// Words that take up events, and what tells deeds of one kind apart.
#[derive(Debug, Default)]
pub struct References {
    /// The rules, in the order of the file.
    pub rules: Vec<Reference>,
    /// What is done to a treaty.
    pub stages: Vec<Apart>,
    /// Which people are sent.
    pub people: Vec<Apart>,
    words: Option<Automaton<usize>>,
}

/// Words that take up an event of one kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Stable id.
    pub id: String,
    /// Why it exists.
    pub reason: String,
    /// The words.
    pub words: Vec<String>,
    /// One of these must stand in the same sentence; empty when the words alone are enough.
    #[serde(default)]
    pub needs: Vec<String>,
    /// None of these may follow at once.
    #[serde(default)]
    pub never: Vec<String>,
    /// PLOVER type of the event.
    pub kind: Option<String>,
    /// Its PLOVER mode.
    pub mode: Option<String>,
    /// Category or family of the goods that change hands, in place of a type.
    pub goods: Option<String>,
    /// Id of the actor that must be on the receiving side of the event.
    pub target: Option<String>,
    /// Whether only words with a date mean an event: deliveries go on for years.
    #[serde(default)]
    pub dated: bool,
    /// Sentences in which it is found.
    pub examples: Vec<String>,
    /// Sentences in which it is not.
    pub counter_examples: Vec<String>,
}

impl Reference {
    /// The type of the event that the words take up; none where they take up goods that change hands.
    pub fn event(&self) -> Option<EventType> {
        self.kind.as_deref().and_then(EventType::from_name)
    }
}

/// Words that tell deeds of one kind apart.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// Stable name.
    pub name: String,
    /// Why such deeds are never one with others.
    pub reason: String,
    /// The words.
    pub words: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    reference: Vec<Reference>,
    stage: Vec<Apart>,
    people: Vec<Apart>,
}

impl References {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let name = "ja/ledger/references.toml";
        let file: File = sources.parse_file(name)?;
        let mut words = BTreeMap::new();
        for (index, rule) in file.reference.iter().enumerate() {
            words.extend(rule.words.iter().map(|w| (w.clone(), index)));
        }
        let words = Some(Automaton::new(name, words)?);
        Ok(Self { rules: file.reference, stages: file.stage, people: file.people, words })
    }

    /// The words in a sentence that take up an event, with their rules, from left to right. Bytes of the sentence.
    pub fn find(&self, sentence: &str) -> Vec<(Span, &Reference)> {
        let Some(words) = &self.words else { return Vec::new() };
        let has = |list: &[String]| list.iter().any(|w| sentence.contains(w.as_str()));
        let stands = |span: Span, rule: &Reference| {
            let after = &sentence[span.end as usize..];
            let other = rule.never.iter().any(|w| after.starts_with(w.as_str()));
            (rule.needs.is_empty() || has(&rule.needs)) && !other
        };
        let found = words.find(sentence, |m| stands(m.span, &self.rules[*m.value]));
        found.iter().map(|m| (m.span, &self.rules[*m.value])).collect()
    }
}

impl Apart {
    /// The name of the first of the list whose words a text has.
    pub fn find<'a>(list: &'a [Self], text: &str) -> Option<&'a str> {
        let found = list.iter().find(|a| a.words.iter().any(|w| text.contains(w.as_str())));
        found.map(|a| a.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::Lexicon;

    #[test]
    fn rules_find_their_examples_and_nothing_else() {
        let lexicon = Lexicon::embedded().unwrap();
        let references = &lexicon.ledger.references;
        for rule in &references.rules {
            let finds = |text: &String| references.find(text).iter().any(|(_, r)| r.id == rule.id);
            assert!(!rule.reason.is_empty() && !rule.examples.is_empty(), "{}", rule.id);
            assert!(rule.event().is_some() != rule.goods.is_some(), "{}: a type or goods", rule.id);
            assert_eq!(rule.examples.iter().find(|e| !finds(e)), None, "{}", rule.id);
            assert_eq!(rule.counter_examples.iter().find(|e| finds(e)), None, "{}", rule.id);
        }
    }

    #[test]
    fn what_tells_deeds_apart_has_a_reason() {
        let lexicon = Lexicon::embedded().unwrap();
        let references = &lexicon.ledger.references;
        assert!(references.stages.iter().chain(&references.people).all(|a| !a.reason.is_empty()));
        assert_eq!(super::Apart::find(&references.stages, "条約を批准した"), Some("ratified"));
        assert_eq!(super::Apart::find(&references.stages, "条約に署名した"), None);
    }
}
