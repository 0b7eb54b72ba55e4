//! Finds many words at once: the longest one at the leftmost place.

use crate::DataError;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use std::collections::BTreeMap;
use tenkyo_text::Span;

/// A set of words, each with a value, to be found in a text in one pass.
pub struct Automaton<V> {
    /// None for an empty set, which the automaton cannot hold.
    words: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    values: Vec<V>,
}

/// A word that was found.
#[derive(Clone, Copy, Debug)]
pub struct Match<'v, V> {
    /// Where, in bytes of the text searched.
    pub span: Span,
    /// Its value.
    pub value: &'v V,
}

impl<V> Automaton<V> {
    /// Compiles the words; none may be empty.
    ///
    /// # Errors
    /// When the set is too large for the automaton.
    pub fn new(file: &str, words: BTreeMap<String, V>) -> Result<Self, DataError> {
        let (words, values): (Vec<_>, Vec<_>) = words.into_iter().filter(|(w, _)| !w.is_empty()).unzip();
        if words.is_empty() {
            return Ok(Self { words: None, values });
        }
        let built = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build_with_values(words.iter().zip(0u32..));
        let form = |e: daachorse::errors::DaachorseError| DataError::Form {
            file: file.to_owned(),
            message: e.to_string(),
        };
        Ok(Self { words: Some(built.map_err(form)?), values })
    }

    /// The words in `text` that `accept` lets stand, from left to right, none overlapping. After a refusal the search goes on one
    /// character later.
    pub fn find<'v>(
        &'v self,
        text: &str,
        mut accept: impl FnMut(&Match<'v, V>) -> bool,
    ) -> Vec<Match<'v, V>> {
        let mut out = Vec::new();
        let Some(words) = &self.words else { return out };
        let mut from = 0;
        'search: while from < text.len() {
            for m in words.leftmost_find_iter(&text[from..]) {
                let span = Span::new(from + m.start(), from + m.end());
                let found = Match { span, value: &self.values[m.value() as usize] };
                if accept(&found) {
                    out.push(found);
                } else {
                    let step = text[span].chars().next().map_or(1, char::len_utf8);
                    from = span.start as usize + step;
                    continue 'search;
                }
            }
            break;
        }
        out
    }

    /// Whether any of the words is in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.words.as_ref().is_some_and(|words| words.leftmost_find_iter(text).next().is_some())
    }

    /// The value of exactly this word.
    pub fn get(&self, word: &str) -> Option<&V> {
        let found = self.words.as_ref()?.leftmost_find_iter(word).next()?;
        (found.start() == 0 && found.end() == word.len()).then(|| &self.values[found.value() as usize])
    }

    /// The longest word that `text` begins with: its length in bytes and its value.
    pub fn prefix(&self, text: &str) -> Option<(usize, &V)> {
        let found = self.words.as_ref()?.leftmost_find_iter(text).next()?;
        (found.start() == 0).then(|| (found.end(), &self.values[found.value() as usize]))
    }
}

impl<V> std::fmt::Debug for Automaton<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Automaton({} words)", self.values.len())
    }
}
