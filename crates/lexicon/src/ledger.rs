//! Words that the ledger needs (`data/ja/ledger`): how figures are tied to nouns, which categories belong together.

mod common;
mod reference;

pub use common::{Common, Pair};
pub use reference::{Apart, Reference, References};

use crate::actors::Automaton;
use crate::{DataError, Sources};
use serde::Deserialize;

/// Words that the ledger needs.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerWords {
    /// Words between figures and nouns.
    #[serde(default)]
    pub figure: FigureWords,
    /// Categories of transfers that one claim covers.
    #[serde(default)]
    pub family: Vec<Family>,
    /// What figures count.
    #[serde(default)]
    pub indicator: Vec<Indicator>,
    /// Words for what is to come.
    #[serde(default)]
    pub planned: PlanWords,
    /// What marks a noun as what a verb is about.
    #[serde(default)]
    pub object: Vec<String>,
    /// Right after a deed, what makes it one to come.
    #[serde(default)]
    pub coming: Vec<String>,
    /// What makes a date that of the last time before.
    #[serde(default)]
    pub last: LastWords,
    /// After what a forecast names, what makes it one of its end.
    #[serde(default)]
    pub ends: Vec<String>,
    /// In a forecast, what makes its date one after which something is expected.
    #[serde(default)]
    pub later: Vec<String>,
    /// Letters that end a phrase within the words of a deed: particles and the comma.
    #[serde(default)]
    pub phrase_ends: Vec<char>,
    /// How denials are told.
    #[serde(default)]
    pub denial: DenialWords,
    /// How common characters are.
    #[serde(skip)]
    pub common: Common,
    /// Words that take up events told elsewhere.
    #[serde(skip)]
    pub references: References,
    /// All words of indicators.
    #[serde(skip)]
    indicators: Option<Automaton<()>>,
}

/// Words between figures and the nouns that they count.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureWords {
    /// After a figure and before its noun.
    pub of: Vec<String>,
    /// After a noun and before its figure.
    pub subject: Vec<String>,
    /// Nouns of what goods travel in, which are counted in their place.
    pub carriers: Vec<String>,
    /// Counters that count whatever is named.
    pub counters: Vec<String>,
    /// The calibre in which what would fit is counted where none is named.
    pub conversion: String,
    /// After a date that only says since when something is counted.
    pub since: Vec<String>,
    /// Counters of people.
    pub heads: Vec<String>,
    /// What stands after the name of a state whose people are counted.
    pub people: Vec<String>,
    /// People who are counted apart from the rest.
    pub ranks: Vec<String>,
    /// Right before a figure of some of those counted before.
    pub part: Vec<String>,
    /// Verbs that tell how much something comes to.
    pub reaches: Vec<String>,
}

/// What a figure counts, told by words beside it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable name.
    pub name: String,
    /// What it is, and why it is another than its like.
    pub reason: String,
    /// The words.
    pub words: Vec<String>,
}

/// Words for what is to come.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanWords {
    /// The words, after a figure or right before it.
    pub words: Vec<String>,
    /// The words anywhere before a figure in its part of the sentence.
    pub before: Vec<String>,
}

/// What makes a date that of the last time before, not of the deed told (`会談は2019年4月以来`).
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastWords {
    /// After a date that follows the deed.
    pub since: Vec<String>,
    /// After a date beside a deed that is told not to have been done again.
    pub ended: Vec<String>,
}

/// How denials are told.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DenialWords {
    /// Ids of the rules of events that find them.
    pub rules: Vec<String>,
    /// What a statement calls what it denies.
    pub words: Vec<String>,
}

/// Categories of transfers of which one assertion or denial speaks together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Stable name.
    pub name: String,
    /// Why they belong together.
    pub reason: String,
    /// The categories.
    pub categories: Vec<String>,
}

impl LedgerWords {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let name = "ja/ledger/words.toml";
        let words: Self = sources.parse_file(name)?;
        let indicators = words.indicator.iter().flat_map(|i| i.words.iter().map(|w| (w.clone(), ())));
        Ok(Self {
            common: Common::load(sources)?,
            references: References::load(sources)?,
            indicators: Some(Automaton::new(name, indicators.collect())?),
            ..words
        })
    }

    /// Whether a text has words of any indicator, in one pass.
    pub fn has_indicator(&self, text: &str) -> bool {
        self.indicators.as_ref().is_some_and(|words| words.is_in(text))
    }

    /// Name of the family of a category; the category itself when it is in none.
    pub fn family<'s>(&'s self, category: &'s str) -> &'s str {
        let found = self.family.iter().find(|f| f.categories.iter().any(|c| c == category));
        found.map_or(category, |f| &f.name)
    }
}

#[cfg(test)]
mod tests {
    use crate::Lexicon;

    #[test]
    fn families_hold_known_categories() {
        let lexicon = Lexicon::embedded().unwrap();
        let known: Vec<&str> = lexicon.transfers.categories.iter().map(|c| c.category.as_str()).collect();
        for category in lexicon.ledger.family.iter().flat_map(|f| &f.categories) {
            assert!(known.contains(&category.as_str()), "unknown category {category}");
        }
        assert_eq!(lexicon.ledger.family("ammunition"), "weapons");
        assert_eq!(lexicon.ledger.family("food"), "food");
    }
}
