//! Messages in Japanese and English: `messages/*.toml`, looked up by key.

use std::collections::BTreeMap;

/// The messages of one language.
pub struct Messages {
    texts: BTreeMap<String, String>,
    japanese: bool,
}

impl Messages {
    /// The messages of the language asked for, else of the locale of the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`).
    pub fn of_locale(asked: Option<String>) -> Self {
        let locale = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = asked.or_else(|| ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(locale));
        Self::new(locale.is_some_and(|l| l.starts_with("ja")))
    }

    fn new(japanese: bool) -> Self {
        let text =
            if japanese { include_str!("../messages/ja.toml") } else { include_str!("../messages/en.toml") };
        let table = toml::from_str::<BTreeMap<String, BTreeMap<String, String>>>(text);
        let sections = table.expect("the tests parse both files").into_iter();
        let texts = sections.flat_map(|(section, entries)| {
            entries.into_iter().map(move |(key, text)| (format!("{section}.{key}"), text))
        });
        Self { texts: texts.collect(), japanese }
    }

    /// Whether they are in Japanese, else in English.
    pub fn is_japanese(&self) -> bool {
        self.japanese
    }

    /// The message with this key; the key's own last part where there is none, as for values that need no translation.
    pub fn text<'s>(&'s self, key: &'s str) -> &'s str {
        let last = || key.split_once('.').map_or(key, |(_, last)| last);
        self.texts.get(key).map_or_else(last, String::as_str)
    }

    /// The message with `{name}` filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.text(key).to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
    }

    /// The help texts of a command and of all its verbs in this language.
    pub fn translate(&self, command: clap::Command) -> clap::Command {
        let verbs: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
        let command = match self.texts.get("help.tenkyo") {
            Some(about) => command.about(about.clone()),
            None => command,
        };
        verbs.into_iter().fold(command, |command, verb| {
            let about = self.texts.get(&format!("help.{verb}")).cloned();
            let examples = self.texts.get(&format!("examples.{verb}")).cloned();
            command.mut_subcommand(verb, |c| {
                let c = if let Some(about) = about { c.about(about) } else { c };
                if let Some(examples) = examples { c.after_help(examples) } else { c }
            })
        })
    }
}

/// The language that the arguments ask for; needed before they are parsed, as help texts are in it.
pub fn asked(arguments: impl Iterator<Item = String>) -> Option<String> {
    let arguments: Vec<String> = arguments.collect();
    let joined = arguments.iter().find_map(|a| a.strip_prefix("--lang=").map(str::to_owned));
    joined.or_else(|| arguments.iter().skip_while(|a| *a != "--lang").nth(1).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_things() {
        let keys = |japanese| Messages::new(japanese).texts.into_keys().collect::<Vec<_>>();
        // Values such as `certain` are their own English names.
        let worth = |keys: Vec<String>| -> Vec<String> {
            keys.into_iter().filter(|k| !k.starts_with("value.") && !k.starts_with("help.")).collect()
        };
        assert_eq!(worth(keys(true)), worth(keys(false)));
    }

    #[test]
    fn the_language_may_stand_anywhere() {
        let asked = |line: &str| asked(line.split(' ').map(str::to_owned));
        assert_eq!(asked("tenkyo read --lang ja a.txt").as_deref(), Some("ja"));
        assert_eq!(asked("tenkyo --lang=en read").as_deref(), Some("en"));
        assert_eq!(asked("tenkyo read a.txt"), None);
    }
}
