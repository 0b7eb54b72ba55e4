//! Equipment with a designation (`knowledge/equipment`), its kinds, and words of launches and tests (`data/ja/programme`).

use crate::actors::{Automaton, table};
use crate::quantity::Words;
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use tenkyo_model::{LaunchKind, LaunchOutcome};

/// Known equipment and words of launches.
#[derive(Debug)]
pub struct Programmes {
    /// Known equipment, in order of files and lines.
    pub equipment: Vec<Known>,
    /// Kinds of equipment.
    pub kinds: Vec<Kind>,
    /// Every spelling of every name, with the index of its equipment and whether it counts only beside a word of its kind.
    pub names: Automaton<(usize, bool)>,
    /// Words of launches and tests.
    pub launches: Launches,
}

/// One known piece of equipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its id, unique over all files.
    pub id: String,
    /// Its usual name in Japanese.
    pub name: String,
    /// Its designation in Latin letters.
    pub latin: Option<String>,
    /// Index of its kind in [`Programmes::kinds`].
    pub kind: usize,
    /// Id in `knowledge/actors` of the state that designed it; none where several did.
    pub maker: Option<String>,
    /// All names as the file has them, without the mark of weak ones.
    pub names: Vec<(String, bool)>,
}

/// A kind of equipment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Its name.
    pub id: String,
    /// Category of transfers.
    pub category: String,
    /// Words of the kind, beside which a weak name counts.
    pub words: Vec<String>,
}

/// Words of launches and tests, and how they end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Launches {
    /// Words that tell a launch or test.
    #[serde(rename = "act")]
    pub acts: Vec<Act>,
    /// What is launched or tested, beside designations.
    pub things: Words,
    /// After an act these make another word of it.
    pub not_act: Words,
    /// How it ended.
    #[serde(rename = "outcome")]
    pub outcomes: Vec<Ending>,
    /// Units of how often it happened.
    pub counts: Words,
    /// After a count these make one occasion of it.
    pub ordinals: Words,
}

/// Words that tell a launch or test.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Id of the rule.
    pub id: String,
    /// A name of [`LaunchKind`].
    pub kind: String,
    /// Whether the word names what is tested as well.
    #[serde(default)]
    pub whole: bool,
    /// Why it is there.
    pub reason: String,
    /// The words: nouns and dictionary forms.
    pub words: Vec<String>,
    /// Texts with what is found.
    pub examples: Vec<String>,
    /// Texts in which nothing is found.
    pub counter_examples: Vec<String>,
}

/// Words that say how a launch or test ended.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Id of the rule.
    pub id: String,
    /// A name of [`LaunchOutcome`].
    pub outcome: String,
    /// Whether the words deny already, so that their own negation does not turn the outcome.
    #[serde(default)]
    pub negative: bool,
    /// Why it is there.
    pub reason: String,
    /// The words.
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindFile {
    kind: Vec<Kind>,
}

impl Programmes {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        const KINDS: &str = "ja/programme/kinds.toml";
        const LAUNCHES: &str = "ja/programme/launches.toml";
        let kinds = sources.parse_file::<KindFile>(KINDS)?.kind;
        let launches: Launches = sources.parse_file(LAUNCHES)?;
        for act in &launches.acts {
            check(LAUNCHES, &act.id, LaunchKind::from_name(&act.kind).is_some(), "unknown kind")?;
        }
        for ending in &launches.outcomes {
            let known = LaunchOutcome::from_name(&ending.outcome).is_some();
            check(LAUNCHES, &ending.id, known, "unknown outcome")?;
        }
        let equipment = equipment(sources, &kinds)?;
        let mut names = BTreeMap::new();
        for (i, known) in equipment.iter().enumerate() {
            for (name, weak) in &known.names {
                names.extend(spellings(name).into_iter().map(|s| (s, (i, *weak))));
            }
        }
        Ok(Self { names: Automaton::new("knowledge/equipment", names)?, equipment, kinds, launches })
    }

    /// The kind of a piece of equipment.
    pub fn kind(&self, index: usize) -> &Kind {
        &self.kinds[self.equipment[index].kind]
    }

    /// Every spelling of the names that stand by themselves, with the category of the equipment.
    pub fn items(&self) -> impl Iterator<Item = (String, &str)> {
        let strong = |known: &Known| {
            let names = known.names.clone().into_iter().filter(|(_, weak)| !weak);
            names.flat_map(|(name, _)| spellings(&name)).collect::<Vec<_>>()
        };
        self.equipment.iter().flat_map(move |known| {
            let category = self.kinds[known.kind].category.as_str();
            strong(known).into_iter().map(move |name| (name, category))
        })
    }
}

fn check(file: &str, rule: &str, holds: bool, message: &str) -> Result<(), DataError> {
    let error = || DataError::Rule { file: file.into(), rule: rule.into(), message: message.into() };
    holds.then_some(()).ok_or_else(error)
}

fn equipment(sources: &Sources, kinds: &[Kind]) -> Result<Vec<Known>, DataError> {
    let mut out: Vec<Known> = Vec::new();
    for (file, text) in sources.below("knowledge/equipment").filter(|(file, _)| file.ends_with(".tsv")) {
        table::read(file, text, |row| {
            let kind = row.need("kind")?;
            let known = kinds.iter().position(|k| k.id == kind);
            let name = row.need("name")?;
            let forms = [name].into_iter().chain(row.get("latin")).chain(row.list("aliases"));
            let usual_is_weak = name.starts_with('~');
            let form = |f: &str| {
                let latin = usual_is_weak && row.get("latin") == Some(f);
                (f.trim_start_matches('~').to_owned(), f.starts_with('~') || latin)
            };
            out.push(Known {
                id: row.need("id")?.to_owned(),
                name: name.trim_start_matches('~').to_owned(),
                latin: row.get("latin").map(str::to_owned),
                kind: known
                    .ok_or_else(|| row.error(format!("kind {kind} is not in ja/programme/kinds.toml")))?,
                maker: row.get("maker").map(str::to_owned),
                names: forms.map(form).collect(),
            });
            Ok(())
        })?;
    }
    Ok(out)
}

/// The spellings of a designation: with and without the hyphen before its number, in half- and full-width letters.
fn spellings(name: &str) -> Vec<String> {
    let plain = name.replace('-', "");
    let hyphened = hyphened(&plain);
    let mut out: Vec<String> = Vec::new();
    for form in [name.to_owned(), plain, hyphened] {
        for spelling in [form.clone(), wide(&form)] {
            if !out.contains(&spelling) {
                out.push(spelling);
            }
        }
    }
    out
}

/// The name with a hyphen before its first number, when a letter stands there.
fn hyphened(name: &str) -> String {
    let mut last = None;
    for (at, c) in name.char_indices() {
        if c.is_ascii_digit() && last.is_some_and(|l: char| l.is_alphabetic()) {
            return format!("{}-{}", &name[..at], &name[at..]);
        }
        last = Some(c);
    }
    name.to_owned()
}

/// The name with its ASCII letters and digits in full width.
fn wide(name: &str) -> String {
    let shift = |c: char| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c);
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { shift(c) } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use crate::Lexicon;

    #[test]
    fn entries_are_sound() {
        let lexicon = Lexicon::embedded().unwrap();
        let mut ids = std::collections::BTreeSet::new();
        for known in &lexicon.programmes.equipment {
            assert!(ids.insert(&known.id), "{}: id twice", known.id);
            let maker = known.maker.as_deref();
            assert!(maker.is_none_or(|m| lexicon.actors.by_id(m).is_some()), "{}: unknown maker", known.id);
        }
        for kind in &lexicon.programmes.kinds {
            let known = lexicon.transfers.categories.iter().any(|c| c.category == kind.category);
            assert!(known, "{}: unknown category", kind.id);
        }
    }

    #[test]
    fn spellings_of_a_designation() {
        let all = super::spellings("Su-35");
        assert!(["Su-35", "Su35", "Ｓｕ３５"].iter().all(|s| all.iter().any(|a| a == s)), "{all:?}");
        assert!(super::spellings("スホイ35").contains(&"スホイ-35".to_owned()));
    }
}
