//! Rules with patterns, looked up by the morpheme that a match begins with.

use super::pattern::Pattern;
use crate::DataError;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tenkyo_model::Token;

/// A list of rules of one kind.
#[derive(Debug)]
pub struct Table<R> {
    /// The rules, in order of the files.
    pub rules: Vec<R>,
    patterns: Vec<(Pattern, usize)>,
    by_first: BTreeMap<char, Vec<usize>>,
}

/// A rule found in a text.
#[derive(Debug)]
pub struct Match<'l, R> {
    /// The rule.
    pub rule: &'l R,
    /// Index of the morpheme after its last.
    pub end: usize,
}

impl<R> Clone for Match<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Match<'_, R> {}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self { rules: Vec::new(), patterns: Vec::new(), by_first: BTreeMap::new() }
    }
}

impl<R> Table<R> {
    /// The longest match that begins at the morpheme `at`; of equally long ones, the first rule's.
    pub fn at<'l>(&'l self, text: &str, tokens: &[Token], at: usize) -> Option<Match<'l, R>> {
        self.at_where(text, tokens, at, |_| true)
    }

    /// The same among the rules that `wanted` holds for.
    pub fn at_where<'l>(
        &'l self,
        text: &str,
        tokens: &[Token],
        at: usize,
        wanted: impl Fn(&R) -> bool,
    ) -> Option<Match<'l, R>> {
        let token = tokens.get(at)?;
        let written = text[token.span].chars().next()?;
        let lemma = token.lemma(text).chars().next().filter(|c| *c != written);
        [Some(written), lemma]
            .into_iter()
            .flatten()
            .filter_map(|c| self.by_first.get(&c))
            .flatten()
            .map(|i| &self.patterns[*i])
            .filter(|(_, rule)| wanted(&self.rules[*rule]))
            .filter_map(|(pattern, rule)| Some((pattern.matches(text, tokens, at)?, *rule)))
            .max_by_key(|(end, rule)| (*end, Reverse(*rule)))
            .map(|(end, rule)| Match { rule: &self.rules[rule], end })
    }

    /// Adds a rule under its patterns.
    pub(super) fn add(
        &mut self,
        file: &str,
        id: &str,
        patterns: &[String],
        rule: R,
    ) -> Result<(), DataError> {
        let wrong = |message: String| DataError::Rule { file: file.into(), rule: id.into(), message };
        for source in patterns {
            let pattern = Pattern::new(source).map_err(wrong)?;
            let first =
                pattern.first().ok_or_else(|| wrong(format!("\"{source}\" must begin with a word")))?;
            for c in first {
                self.by_first.entry(c).or_default().push(self.patterns.len());
            }
            self.patterns.push((pattern, self.rules.len()));
        }
        self.rules.push(rule);
        Ok(())
    }
}
