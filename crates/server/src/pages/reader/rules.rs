//! Why a rule exists, by its id, as the data files say it.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use tenkyo_lexicon::Sources;
use toml::{Table, Value};

static REASONS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut reasons = BTreeMap::new();
    let sources = Sources::embedded();
    let files = sources.below("ja").chain(sources.below("knowledge"));
    for (_, text) in files.filter(|(path, _)| path.ends_with(".toml")) {
        // The tests of the lexicon compile every file.
        gather(&Value::Table(text.parse::<Table>().unwrap_or_default()), &mut reasons);
    }
    reasons
});

/// What the rule says of itself, in English; models have no reason of their own.
pub(super) fn reason(id: &str) -> Option<&'static str> {
    REASONS.get(id).map(String::as_str)
}

fn gather(value: &Value, reasons: &mut BTreeMap<String, String>) {
    match value {
        Value::Table(table) => {
            if let (Some(Value::String(id)), Some(Value::String(reason))) =
                (table.get("id"), table.get("reason"))
            {
                reasons.entry(id.clone()).or_insert_with(|| reason.clone());
            }
            table.values().for_each(|value| gather(value, reasons));
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, reasons)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_say_why_they_exist() {
        assert!(reason("source.narration").is_some_and(|reason| reason.contains("narration")));
        assert_eq!(reason("no.such.rule"), None);
    }
}
