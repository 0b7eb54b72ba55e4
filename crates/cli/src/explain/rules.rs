//! Rules by their ids, as their data files have them.

use tenkyo_lexicon::Sources;

/// A rule as its file has it.
pub struct Rule {
    /// Path of the file.
    pub file: String,
    /// The rule's own part of it.
    pub text: String,
}

/// The rule with this id, wherever it stands.
pub fn find(sources: &Sources, id: &str) -> Option<Rule> {
    let files = sources.below("ja").chain(sources.below("knowledge"));
    let mut files = files.filter(|(path, text)| path.ends_with(".toml") && text.contains(id));
    files.find_map(|(file, text)| {
        let value = text.parse::<toml::Table>().ok()?;
        let rule = within(&toml::Value::Table(value), id)?;
        Some(Rule { file: file.to_owned(), text: toml::to_string(&rule).ok()? })
    })
}

fn within(value: &toml::Value, id: &str) -> Option<toml::Table> {
    match value {
        toml::Value::Table(table) if table.get("id").and_then(|i| i.as_str()) == Some(id) => {
            Some(table.clone())
        }
        toml::Value::Table(table) => table.values().find_map(|v| within(v, id)),
        toml::Value::Array(values) => values.iter().find_map(|v| within(v, id)),
        _ => None,
    }
}
