//! The words of the report: `messages/*.toml`, looked up by key.

use crate::Language;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Words {
    texts: BTreeMap<String, String>,
    pub language: Language,
}

static JAPANESE: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("../messages/ja.toml"), Language::Japanese));
static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("../messages/en.toml"), Language::English));

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Japanese => &JAPANESE,
            Language::English => &ENGLISH,
        }
    }

    fn parse(text: &str, language: Language) -> Self {
        let sections: BTreeMap<String, BTreeMap<String, String>> =
            toml::from_str(text).expect("a test parses both files");
        let texts = sections.into_iter().flat_map(|(section, entries)| {
            entries.into_iter().map(move |(key, text)| (format!("{section}.{key}"), text))
        });
        Self { texts: texts.collect(), language }
    }

    /// The words with this key, if any.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The words with this key; its own last part where there are none.
    pub fn get<'s>(&'s self, key: &'s str) -> &'s str {
        self.find(key).unwrap_or_else(|| key.split_once('.').map_or(key, |(_, last)| last))
    }

    /// The words with this key, with `{name}` filled in; what is filled in is not read for names again.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let (mut out, mut rest) = (String::new(), self.get(key));
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(before);
            out.push_str(values.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value));
            rest = after;
        }
        out + rest
    }

    /// Several things in a row.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [many @ .., last] => {
                format!("{}{}{last}", many.join(self.get("list.comma")), self.get("list.and"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_things() {
        let keys = |w: &Words| w.texts.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&JAPANESE), keys(&ENGLISH));
    }

    #[test]
    fn every_value_of_the_ledger_has_words() {
        use tenkyo_model::ledger::{DisputeKind, OutcomeResult};
        use tenkyo_model::{Certainty, EventType, Likelihood, TransferStatus};
        let mut keys: Vec<String> = EventType::NAMES.iter().map(|(_, n)| format!("event.{n}")).collect();
        keys.extend(TransferStatus::NAMES.iter().map(|(_, n)| format!("status.{n}")));
        keys.extend(Likelihood::NAMES.iter().map(|(_, n)| format!("forecast.{n}")));
        keys.extend(DisputeKind::NAMES.iter().map(|(_, n)| format!("dispute.{n}")));
        keys.extend(OutcomeResult::NAMES.iter().map(|(_, n)| format!("forecast.{n}")));
        for (_, n) in Certainty::NAMES {
            keys.extend(
                ["sure.", "plain.", "plain.not-", "according.", "according.not-"].map(|k| format!("{k}{n}")),
            );
        }
        for key in keys {
            assert!(JAPANESE.find(&key).is_some(), "{key}");
        }
    }

    #[test]
    fn what_is_filled_in_is_left_alone() {
        let filled = ENGLISH.fill("said.direct", &[("on", ""), ("speaker", "{text}"), ("text", "{on}")]);
        assert_eq!(filled, "{text} said: “{on}”");
    }
}
