//! How common characters and pairs of them are in news (`data/ja/ledger/pairs.tsv`).

use crate::{DataError, Sources};
use std::collections::HashMap;

const FILE: &str = "ja/ledger/pairs.tsv";

/// A pair of neighbouring characters; a single one stands before `'\0'`.
pub type Pair = (char, char);

/// Sentences of 10,000 in which a pair stands that is not in the file: it holds those from 4 on.
const RARE: u16 = 2;
/// Sentences in which the pairs were counted.
const SENTENCES: f64 = 10_000.0;

/// In how many of 10,000 sentences a pair of characters stands. Looked up only, never listed: no order comes out of it.
#[derive(Debug, Default)]
pub struct Common {
    seen: HashMap<Pair, u16>,
    /// The weight of a pair by the number of sentences in which it stands.
    weights: Vec<f64>,
}

impl Common {
    pub(super) fn load(sources: &Sources) -> Result<Self, DataError> {
        let lines = sources.text(FILE).unwrap_or_default().lines().zip(1..);
        let pairs =
            lines.filter(|(line, _)| !line.starts_with('#') && !line.is_empty()).map(|(line, number)| {
                entry(line).ok_or_else(|| DataError::Form {
                    file: FILE.to_owned(),
                    message: format!(
                        "line {number}: one or two characters, a tab, and a number are expected"
                    ),
                })
            });
        let seen: HashMap<Pair, u16> = pairs.collect::<Result<_, _>>()?;
        let weight = |seen: u16| (SENTENCES / f64::from(seen)).ln().max(0.0);
        let most = seen.values().copied().max().unwrap_or(RARE).max(RARE);
        Ok(Self { seen, weights: (0..=most).map(weight).collect() })
    }

    /// In how many of 10,000 sentences a pair stands.
    pub fn seen(&self, pair: &Pair) -> u16 {
        self.seen.get(pair).copied().unwrap_or(RARE).max(RARE)
    }

    /// How much a pair tells that stands in so many sentences: 0 for what stands in every sentence, 8.5 for what is hardly
    /// ever seen.
    pub fn weight(&self, seen: u16) -> f64 {
        self.weights.get(usize::from(seen)).copied().unwrap_or_default()
    }
}

fn entry(line: &str) -> Option<(Pair, u16)> {
    let (pair, count) = line.split_once('\t')?;
    let mut characters = pair.chars();
    let (first, second) = (characters.next()?, characters.next().unwrap_or('\0'));
    characters.next().is_none().then_some(((first, second), count.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use crate::Lexicon;

    #[test]
    fn what_stands_everywhere_tells_little() {
        let common = Lexicon::embedded().unwrap().ledger.common;
        let weight = |pair| common.weight(common.seen(&pair));
        assert!(weight(('日', '\0')) < 1.0);
        assert!(weight(('会', '談')) < weight(('砲', '弾')));
        assert!(weight(('鬯', '鬯')) > 8.0);
    }
}
