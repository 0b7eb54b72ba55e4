//! How alike two texts are by their words, without knowing the language: pairs of neighbouring characters and single Chinese
//! characters, rare ones first.
//!
//! Hiragana carry grammar and vary with wording, so pairs of them do not count; Chinese characters, katakana, letters and
//! digits carry what is said.

use crate::nouns::is_ideograph;
use tenkyo_lexicon::ledger::Common;

/// A text as its pairs of characters, in order, each once, with what each tells.
///
/// How much a pair tells does not depend on the documents at hand: adding one changes no comparison of others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pairs {
    list: Vec<Pair>,
    outline: Outline,
}

/// What bounds how alike two texts are: small, and in one place, for comparing each of many with many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outline {
    /// Number of different pairs.
    len: u32,
    /// What all of them tell.
    total: f64,
    sketch: Sketch,
}

/// Both characters and, in the last bits, in how many sentences of 10,000 they stand side by side.
type Pair = u64;

/// Bits for the number of sentences.
const SEEN: u32 = 16;
/// Bits for a character.
const CHARACTER: u32 = 21;

impl Pairs {
    pub fn of(text: &str, common: &Common) -> Self {
        let characters: Vec<char> = text.chars().flat_map(plain).collect();
        let beside = characters.windows(2).map(|w| (w[0], w[1])).filter(|(a, b)| carries(*a) && carries(*b));
        // A verb is often one Chinese character between hiragana.
        let alone = characters.iter().filter(|c| is_ideograph(**c)).map(|c| (*c, '\0'));
        let mut list: Vec<Pair> = beside.chain(alone).map(|(a, b)| packed(a, b)).collect();
        list.sort_unstable();
        list.dedup();
        for pair in &mut list {
            *pair |= u64::from(common.seen(&unpacked(*pair)));
        }
        let total = list.iter().map(|p| weight(*p, common)).sum();
        Self { outline: Outline { len: list.len() as u32, total, sketch: Sketch::of(&list) }, list }
    }

    /// The pairs in order.
    pub fn iter(&self) -> impl Iterator<Item = Pair> {
        self.list.iter().copied()
    }

    /// Number of different pairs.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Weight that two texts share, as a part of both together (Jaccard) and as a part of the smaller one.
    pub fn compare(&self, other: &Self, common: &Common) -> Likeness {
        let (a, b) = (&self.list, &other.list);
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += weight(*x, common);
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        self.outline.parts(&other.outline, shared)
    }

    /// What bounds its likeness to others.
    pub fn outline(&self) -> Outline {
        self.outline
    }
}

impl Outline {
    /// What [`Pairs::compare`] gives at most, at a fraction of its cost.
    pub fn at_most(&self, other: &Self) -> Likeness {
        let most = |a: &Self, b: &Self| f64::from(a.len.saturating_sub(a.sketch.without(&b.sketch))) * MOST;
        let shared = most(self, other).min(most(other, self)).min(self.total).min(other.total);
        self.parts(other, shared)
    }

    fn parts(&self, other: &Self, shared: f64) -> Likeness {
        let part = |whole: f64| if whole > 0.0 { shared / whole } else { 0.0 };
        Likeness {
            jaccard: part(self.total + other.total - shared),
            containment: part(self.total.min(other.total)),
        }
    }
}

fn packed(a: char, b: char) -> Pair {
    u64::from(u32::from(a)) << (SEEN + CHARACTER) | u64::from(u32::from(b)) << SEEN
}

fn unpacked(pair: Pair) -> (char, char) {
    let character = |bits: u64| char::from_u32((bits & ((1 << CHARACTER) - 1)) as u32).unwrap_or_default();
    (character(pair >> (SEEN + CHARACTER)), character(pair >> SEEN))
}

fn weight(pair: Pair, common: &Common) -> f64 {
    common.weight((pair & ((1 << SEEN) - 1)) as u16)
}

/// The most that a pair tells: `ln(10_000 / 2)` for what is hardly ever seen.
const MOST: f64 = 8.52;

/// A Bloom filter of the pairs: a bit that one text has and another has not stands for a pair that they do not share.
#[derive(Clone, Copy, Debug, Default)]
struct Sketch([u64; 4]);

impl Sketch {
    fn of(pairs: &[Pair]) -> Self {
        let mut sketch = Self::default();
        for pair in pairs {
            // The golden ratio in 64 bits spreads them (Fibonacci hashing).
            let bit = pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56;
            sketch.0[(bit / 64) as usize] |= 1 << (bit % 64);
        }
        sketch
    }

    /// Number of bits that the other has not.
    fn without(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & !b).count_ones()).sum()
    }
}

/// Full-width letters and digits as half-width ones, in lower case.
fn plain(c: char) -> impl Iterator<Item = char> {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    narrow.to_lowercase()
}

fn carries(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3041}'..='\u{309f}')
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
    use proptest::prelude::*;
    use std::sync::LazyLock;
    use tenkyo_lexicon::Lexicon;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::embedded().unwrap());

    fn likeness(a: &str, b: &str) -> Likeness {
        let common = &LEXICON.ledger.common;
        Pairs::of(a, common).compare(&Pairs::of(b, common), common)
    }

    proptest! {
        #[test]
        fn no_likeness_is_above_its_bound(a in "[日本国大統領会談砲弾0-9ァ-ンa-z]{0,80}", b in "[日本国大統領会談砲弾0-9ァ-ンa-z]{0,80}") {
            let common = &LEXICON.ledger.common;
            for b in [format!("{a}{b}"), b] {
                let (a, b) = (Pairs::of(&a, common), Pairs::of(&b, common));
                let (likeness, most) = (a.compare(&b, common), a.outline().at_most(&b.outline()));
                prop_assert!(likeness.jaccard <= most.jaccard + 1e-9, "{likeness:?} {most:?}");
                prop_assert!(likeness.containment <= most.containment + 1e-9, "{likeness:?} {most:?}");
            }
        }
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
