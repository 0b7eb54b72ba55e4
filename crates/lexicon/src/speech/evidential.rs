//! Endings that say how sure a clause is and whether it is affirmed (`[[evidential]]`).

use super::pattern::Pattern;
use crate::DataError;
use serde::Deserialize;
use std::collections::BTreeMap;
use tenkyo_model::{Certainty, Token};

/// One kind of ending.
#[derive(Debug)]
pub struct Evidential {
    /// Its id, such as `evidential.possibility`.
    pub id: String,
    /// How sure the clause is under it; none when it only affirms or denies.
    pub certainty: Option<Certainty>,
    /// Whether it turns the polarity of what it governs.
    pub negates: bool,
    /// Sentences in which it ends the clause; the words that match stand in `[ ]`.
    pub examples: Vec<String>,
    /// Sentences in which it must not match.
    pub counter_examples: Vec<String>,
}

/// All endings, ready to be looked up.
#[derive(Debug, Default)]
pub struct Evidentials {
    /// The rules, in order of the files.
    pub rules: Vec<Evidential>,
    patterns: Vec<(Pattern, usize)>,
    by_first: BTreeMap<char, Vec<usize>>,
}

/// An ending found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Ending<'l> {
    /// The rule.
    pub rule: &'l Evidential,
    /// Index of the morpheme after its last.
    pub end: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidentialForm {
    id: String,
    #[expect(dead_code, reason = "for people who read the file")]
    reason: String,
    patterns: Vec<String>,
    certainty: Option<String>,
    #[serde(default)]
    negates: bool,
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

impl Evidentials {
    /// The longest ending that begins at the morpheme `at`.
    pub fn at<'l>(&'l self, text: &str, tokens: &[Token], at: usize) -> Option<Ending<'l>> {
        let token = tokens.get(at)?;
        let written = text[token.span].chars().next()?;
        let lemma = token.lemma(text).chars().next().filter(|c| *c != written);
        [Some(written), lemma]
            .into_iter()
            .flatten()
            .filter_map(|c| self.by_first.get(&c))
            .flatten()
            .map(|i| &self.patterns[*i])
            .filter_map(|(pattern, rule)| Some((pattern.matches(text, tokens, at)?, *rule)))
            .max_by_key(|(end, rule)| (*end, std::cmp::Reverse(*rule)))
            .map(|(end, rule)| Ending { rule: &self.rules[rule], end })
    }

    pub(super) fn add(&mut self, file: &str, form: EvidentialForm) -> Result<(), DataError> {
        let wrong = |message: String| DataError::Rule { file: file.into(), rule: form.id.clone(), message };
        if form.examples.is_empty() {
            return Err(wrong("has no example; write one with the words in [ ]".into()));
        }
        let certainty = match &form.certainty {
            None => None,
            Some(name) => Some(Certainty::from_name(name).ok_or_else(|| {
                wrong(format!("certainty \"{name}\" is none of certain, probable, possible, unknown"))
            })?),
        };
        for source in &form.patterns {
            let pattern = Pattern::new(source).map_err(wrong)?;
            let first =
                pattern.first().ok_or_else(|| wrong(format!("\"{source}\" must begin with a word")))?;
            for c in first {
                self.by_first.entry(c).or_default().push(self.patterns.len());
            }
            self.patterns.push((pattern, self.rules.len()));
        }
        self.rules.push(Evidential {
            certainty,
            negates: form.negates,
            examples: form.examples,
            counter_examples: form.counter_examples,
            id: form.id,
        });
        Ok(())
    }
}
