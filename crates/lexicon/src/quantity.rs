//! Numbers, units and the words around amounts (`data/ja/quantity`).

use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Numbers, units and the words around amounts (`data/ja/quantity`).
#[derive(Debug, Default)]
pub struct Quantities {
    /// How numbers are written.
    pub numbers: Numbers,
    /// Units that follow the number.
    pub units: Vec<Unit>,
    /// Units that stand before the number.
    pub prefixes: Vec<Prefix>,
    /// Words that move the bounds.
    pub modifiers: Vec<Modifier>,
    /// Where a number is no amount, and where the counted thing is the unit.
    pub context: NumberContext,
}

/// How numbers are written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// Digits in every script.
    pub digits: BTreeMap<char, u8>,
    /// Powers of ten inside a group of four digits.
    pub tens: BTreeMap<char, f64>,
    /// Powers of ten thousand.
    pub myriads: BTreeMap<char, f64>,
    /// Signs in and between numbers.
    pub signs: Signs,
    /// The indefinite digit.
    pub several: Several,
}

/// Signs in and between numbers.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    /// Between groups of three digits.
    pub group: Vec<char>,
    /// Before the decimals.
    pub decimal: Vec<char>,
    /// Between the ends of a range.
    pub range: Vec<String>,
    /// Between two neighbouring digits.
    pub alternative: Vec<char>,
}

/// The indefinite digit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Several {
    /// Its spellings.
    pub words: Vec<char>,
    /// The smallest usual value.
    pub least: u8,
}

/// Units of one kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Id of the rule.
    pub id: String,
    /// Why it is there.
    pub reason: String,
    /// The units.
    pub words: Vec<String>,
    /// What must not follow.
    #[serde(default)]
    pub not_before: Vec<String>,
    /// Whether it counts things in general, so that a container beside it is the real unit.
    #[serde(default)]
    pub generic: bool,
    /// `text => bounds unit [about]`.
    pub examples: Vec<String>,
    /// Texts without an amount in these units.
    pub counter_examples: Vec<String>,
}

/// Units that stand before the number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prefix {
    /// Id of the rule.
    pub id: String,
    /// Why it is there.
    pub reason: String,
    /// Sign or word, and the unit that it stands for.
    pub words: BTreeMap<String, String>,
    /// `text => bounds unit [about]`.
    pub examples: Vec<String>,
    /// Texts without an amount.
    pub counter_examples: Vec<String>,
}

/// Words that move the bounds of an amount.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modifier {
    /// Id of the rule.
    pub id: String,
    /// Why it is there.
    pub reason: String,
    /// How the bounds move.
    pub bound: Bound,
    /// Words before the number.
    #[serde(default)]
    pub before: Vec<String>,
    /// Words between number and unit.
    #[serde(default)]
    pub inside: Vec<String>,
    /// Words after the unit.
    #[serde(default)]
    pub after: Vec<String>,
    /// `text => bounds unit [about]`.
    pub examples: Vec<String>,
    /// Texts without an amount.
    pub counter_examples: Vec<String>,
}

/// How a word moves the bounds.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// About the number.
    About,
    /// The number or more.
    Min,
    /// The number or less.
    Max,
    /// Less than the number, and close to it.
    Near,
}

/// Where a number is no amount, and where the counted thing is the unit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberContext {
    /// Holders of goods that are counted instead of the goods.
    pub containers: Words,
    /// Between an amount and the holder that it counts.
    pub of: Words,
    /// What a number that is no amount stands after.
    pub not_after: Words,
    /// Words with a numeral that count nothing.
    pub exceptions: Words,
}

/// A plain list of words with its reason.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Id of the list.
    pub id: String,
    /// Why it is there.
    pub reason: String,
    /// The words.
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitFile {
    unit: Vec<Unit>,
    #[serde(default)]
    prefix: Vec<Prefix>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModifierFile {
    modifier: Vec<Modifier>,
}

impl Quantities {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let units: UnitFile = sources.parse_file("ja/quantity/units.toml")?;
        let modifiers: ModifierFile = sources.parse_file("ja/quantity/modifiers.toml")?;
        Ok(Self {
            numbers: sources.parse_file("ja/quantity/numbers.toml")?,
            units: units.unit,
            prefixes: units.prefix,
            modifiers: modifiers.modifier,
            context: sources.parse_file("ja/quantity/context.toml")?,
        })
    }

    /// The longest unit at the head of `rest`, with its rule.
    pub fn unit_at<'q>(&'q self, rest: &str) -> Option<(&'q Unit, &'q str)> {
        let all = self.units.iter().flat_map(|unit| unit.words.iter().map(move |word| (unit, word.as_str())));
        let fits = all.filter(|(unit, word)| {
            rest.strip_prefix(word).is_some_and(|after| !starts_with_any(after, &unit.not_before))
        });
        fits.max_by_key(|(_, word)| word.len())
    }

    /// The longest prefix unit at the end of `before`: its length in bytes and the unit.
    pub fn prefix_of<'q>(&'q self, before: &str) -> Option<(usize, &'q str)> {
        let all = self.prefixes.iter().flat_map(|p| p.words.iter());
        let fits = all.filter(|(word, _)| before.ends_with(word.as_str()));
        fits.max_by_key(|(word, _)| word.len()).map(|(word, unit)| (word.len(), unit.as_str()))
    }

    /// The longest word among those that `pick` takes from each modifier and that `fits`.
    pub fn modifier<'q>(
        &'q self,
        pick: impl Fn(&'q Modifier) -> &'q [String],
        fits: impl Fn(&str) -> bool,
    ) -> Option<(&'q Modifier, &'q str)> {
        let all = self.modifiers.iter().flat_map(|m| pick(m).iter().map(move |word| (m, word.as_str())));
        all.filter(|(_, word)| fits(word)).max_by_key(|(_, word)| word.len())
    }
}

impl Words {
    /// Whether the list holds exactly `word`.
    pub fn has(&self, word: &str) -> bool {
        self.words.iter().any(|w| w == word)
    }

    /// Length in bytes of the longest word of the list that `text` begins with; none when there is none.
    pub fn head_of(&self, text: &str) -> Option<usize> {
        self.words.iter().filter(|w| text.starts_with(w.as_str())).map(String::len).max()
    }

    /// Length in bytes of the longest word of the list that `text` ends with; none when there is none.
    pub fn tail_of(&self, text: &str) -> Option<usize> {
        self.words.iter().filter(|w| text.ends_with(w.as_str())).map(String::len).max()
    }
}

/// Whether `text` begins with one of `words`.
pub fn starts_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(word.as_str()))
}
