//! How common characters and pairs of them are in news (`data/ja/ledger/pairs.tsv`).

use crate::{DataError, Sources};
use std::collections::HashMap;

const FILE: &str = "ja/ledger/pairs.tsv";

/// A pair of neighbouring characters; a single one stands before `'\0'`.
pub type Pair = (char, char);

/// Sentences of 10,000 in which a pair stands that is not in the file: it holds those from 4 on.
const RARE: u16 = 2;

/// In how many of 10,000 sentences a pair of characters stands. Looked up only, never listed: no order comes out of it.
#[derive(Debug, Default)]
pub struct Common(HashMap<Pair, u16>);

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
        Ok(Self(pairs.collect::<Result<_, _>>()?))
    }

    /// How much a pair tells: 0 for what stands in every sentence, 8.5 for what is hardly ever seen.
    pub fn weight(&self, pair: &Pair) -> f64 {
        let seen = self.0.get(pair).copied().unwrap_or(RARE).max(RARE);
        (10_000.0 / f64::from(seen)).ln().max(0.0)
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
        assert!(common.weight(&('日', '\0')) < 1.0);
        assert!(common.weight(&('会', '談')) < common.weight(&('砲', '弾')));
        assert!(common.weight(&('鬯', '鬯')) > 8.0);
    }
}
