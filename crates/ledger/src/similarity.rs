//! How alike two texts are by their words, without knowing the language: pairs of neighbouring characters and single Chinese
//! characters, rare ones first.
//!
//! Hiragana carry grammar and vary with wording, so pairs of them do not count; Chinese characters, katakana, letters and
//! digits carry what is said.

use crate::memo::Memo;
use tenkyo_lexicon::Lexicon;
use tenkyo_lexicon::ledger::{Common, Pair};

/// How much each pair of characters tells. It does not depend on the documents at hand: adding one changes no comparison of
/// others.
#[derive(Clone, Copy)]
pub(crate) struct Weights<'a> {
    common: &'a Common,
    memo: &'a Memo,
}

/// A text as its pairs, in order, each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pairs {
    list: Vec<Pair>,
    /// Names the list among all others.
    key: u128,
}

impl Pairs {
    pub fn of(text: &str) -> Self {
        let characters: Vec<char> = text.chars().flat_map(plain).collect();
        let beside = characters.windows(2).map(|w| (w[0], w[1])).filter(|(a, b)| carries(*a) && carries(*b));
        // A verb is often one Chinese character between hiragana.
        let alone = characters.iter().filter(|c| is_ideograph(**c)).map(|c| (*c, '\0'));
        let mut pairs: Vec<Pair> = beside.chain(alone).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let key = pairs.iter().fold(FNV, |hash, (a, b)| {
            (hash ^ (u128::from(u32::from(*a)) << 32 | u128::from(u32::from(*b)))).wrapping_mul(PRIME)
        });
        Self { list: pairs, key }
    }

    /// The pairs in order.
    pub fn iter(&self) -> impl Iterator<Item = Pair> {
        self.list.iter().copied()
    }

    /// Number of different pairs.
    pub fn len(&self) -> usize {
        self.list.len()
    }
}

/// Offset basis and prime of the 128-bit FNV-1a hash.
const FNV: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// Full-width letters and digits as half-width ones, in lower case.
fn plain(c: char) -> impl Iterator<Item = char> {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    narrow.to_lowercase()
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn carries(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3041}'..='\u{309f}')
}

impl<'a> Weights<'a> {
    pub fn new(lexicon: &'a Lexicon, memo: &'a Memo) -> Self {
        Self { common: &lexicon.ledger.common, memo }
    }

    fn weight(&self, pair: &Pair) -> f64 {
        self.common.weight(pair)
    }

    fn total(&self, pairs: &Pairs) -> f64 {
        pairs.list.iter().map(|p| self.weight(p)).sum()
    }

    /// Weight that two texts share, as a part of both together (Jaccard) and as a part of the smaller one.
    pub fn compare(&self, a: &Pairs, b: &Pairs) -> Likeness {
        self.memo.likeness(a.key, b.key, || self.compared(a, b))
    }

    fn compared(&self, a: &Pairs, b: &Pairs) -> Likeness {
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (a.list.get(i), b.list.get(j)) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += self.weight(x);
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        let (a, b) = (self.total(a), self.total(b));
        let part = |whole: f64| if whole > 0.0 { shared / whole } else { 0.0 };
        Likeness { jaccard: part(a + b - shared), containment: part(a.min(b)) }
    }
}

/// How alike two texts are; 0 for nothing shared, 1 for all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Likeness {
    pub jaccard: f64,
    pub containment: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> Likeness {
        let lexicon = Lexicon::embedded().unwrap();
        Weights::new(&lexicon, &Memo::default()).compare(&Pairs::of(a), &Pairs::of(b))
    }

    #[test]
    fn wording_counts_less_than_words() {
        let likeness = likeness("弾薬を供与したことはない", "弾薬の供与はしていない");
        assert!(likeness.containment > 0.99, "{likeness:?}");
    }

    #[test]
    fn width_does_not_count() {
        assert!(likeness("13000個", "13000個").jaccard > 0.99);
    }

    #[test]
    fn nothing_in_common_is_zero() {
        assert_eq!(likeness("会談した", "砲弾").jaccard, 0.0);
        assert_eq!(likeness("", "").containment, 0.0);
    }
}
