//! Endings and words of forecasts (`data/ja/forecast`).

use crate::quantity::Words;
use crate::{DataError, Sources};
use serde::Deserialize;
use tenkyo_model::Likelihood;

/// Endings and words of forecasts.
#[derive(Debug)]
pub struct Forecasts {
    /// Endings that make a clause a forecast.
    pub endings: Vec<Ending>,
    /// Lists that forecasts need.
    pub words: ForecastWords,
}

/// Endings of one likelihood.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Id of the rule.
    pub id: String,
    /// Why it is there.
    pub reason: String,
    /// A name of [`Likelihood`].
    pub likelihood: String,
    /// What must stand before.
    pub before: Before,
    /// Whether there is no word of likelihood.
    #[serde(default)]
    pub plain: bool,
    /// The endings.
    pub words: Vec<String>,
    /// `text => likelihood`.
    pub examples: Vec<String>,
    /// Texts without a forecast.
    pub counter_examples: Vec<String>,
}

/// What must stand before an ending.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Before {
    /// A non-past predicate that is no state.
    Verb,
    /// That, or a noun.
    VerbOrNoun,
    /// The continuative stem of a verb.
    Stem,
    /// The stem of a negation.
    Negative,
    /// A word of the future somewhere in the clause.
    Future,
}

/// Lists that forecasts need.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForecastWords {
    /// Words that attribute an expectation.
    pub cues: Words,
    /// Words of the future.
    pub future: Words,
    /// First person.
    pub own: Words,
    /// After an ending these make it describe a noun or ask.
    pub not_after: Words,
    /// Exceptions to `not_after`.
    pub keeps: Words,
    /// Auxiliaries of a state that holds now.
    pub ongoing: Words,
    /// Between a noun and an ending.
    pub noun_links: Words,
    /// Conjunctive particles of conditions.
    pub conditional: Words,
    /// Negations of a predicate.
    pub negative: Words,
    /// Nouns that name something that happens.
    pub event_nouns: Words,
    /// Verbs of being.
    pub stative: Words,
    /// Verbs of wishing.
    pub wishes: Words,
    /// Ends of the words that set a condition.
    pub conditions: Words,
    /// Negations that affirm.
    pub affirming: Words,
    /// Between a predicate and an ending.
    pub tails: Words,
    /// Whole cues that take what is told as a sign of what comes.
    pub signs: Words,
    /// Phrases that end like conditions and are none.
    pub set_phrases: Words,
    /// After a length of time, or at the end of an expression of time, these make it a bound from now on.
    pub within: Words,
    /// Auxiliaries of what can be or is done.
    pub not_done: Words,
    /// Particles of subjects and topics.
    pub subject: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ending: Vec<Ending>,
}

impl Ending {
    /// Its likelihood.
    pub fn likelihood(&self) -> Likelihood {
        Likelihood::from_name(&self.likelihood).unwrap_or(Likelihood::Unstated)
    }
}

impl Forecasts {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let path = "ja/forecast/endings.toml";
        let file: File = sources.parse_file(path)?;
        if let Some(wrong) = file.ending.iter().find(|e| Likelihood::from_name(&e.likelihood).is_none()) {
            let message = format!("unknown likelihood {}", wrong.likelihood);
            return Err(DataError::Rule { file: path.into(), rule: wrong.id.clone(), message });
        }
        Ok(Self { endings: file.ending, words: sources.parse_file("ja/forecast/words.toml")? })
    }
}
