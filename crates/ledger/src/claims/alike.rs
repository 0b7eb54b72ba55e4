//! Utterances of different speakers with one content.

use crate::clusters::{self, Edge};
use crate::corpus::Corpus;
use crate::similarity::Pairs;
use crate::utterances::Utterances;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;
use tenkyo_model::Polarity;

/// A pair of characters found in more contents than this tells nothing about which belong together.
const COMMON: usize = 60;

/// Fewest pairs of characters, none of them common, that contents which belong together share.
const SHARED: usize = 3;

/// Fewest pairs of characters of a content that may be a part of another one.
const LONG: usize = 6;

/// Groups of utterances with one content and more than one speaker, or a denial among them; each in order, all in order.
pub(super) fn groups(corpus: &Corpus<'_>, utterances: &Utterances) -> Vec<Vec<usize>> {
    let (list, pairs) = (&utterances.list, &utterances.pairs);
    let edges = candidates(pairs).into_iter().filter_map(|(left, right)| {
        let likeness = pairs[left].compare(&pairs[right], &corpus.lexicon.ledger.common);
        let long = pairs[left].len().min(pairs[right].len()) >= LONG;
        let alike =
            likeness.jaccard >= 0.45 || (long && likeness.containment >= 0.75 && likeness.jaccard >= 0.3);
        alike.then_some(Edge { left, right, strength: likeness.jaccard })
    });
    let clusters = clusters::of(list.len(), edges.collect(), &[], |_, _| false);
    let several = |group: &Vec<usize>| {
        let first = &list[group[0]].speaker;
        group.iter().any(|i| list[*i].speaker != *first || list[*i].polarity == Polarity::Negative)
    };
    clusters.into_iter().filter(several).collect()
}

/// The contents, in order, that hold each pair of characters which is not common.
fn rare(contents: &[Arc<Pairs>]) -> HashMap<u64, Vec<usize>, BuildHasherDefault<Spread>> {
    let mut holders: HashMap<u64, Vec<usize>, BuildHasherDefault<Spread>> = HashMap::default();
    for (index, content) in contents.iter().enumerate() {
        for pair in content.iter() {
            let holders = holders.entry(pair).or_default();
            // One more than may be tells that there are too many.
            if holders.len() <= COMMON {
                holders.push(index);
            }
        }
    }
    // What only one content holds ties it to none.
    holders.retain(|_, holders| (2..=COMMON).contains(&holders.len()));
    holders
}

/// Hashes a pair of characters, which is a number already, by the golden ratio in 64 bits (Fibonacci hashing).
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, number: u64) {
        let spread = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        // The table looks at the lowest and the highest bits.
        self.0 = spread ^ spread >> 32;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Pairs of contents that share several pairs of characters which are not common, in order.
fn candidates(contents: &[Arc<Pairs>]) -> Vec<(usize, usize)> {
    let rare = rare(contents);
    let (mut shared, mut touched) = (vec![0_usize; contents.len()], Vec::new());
    let mut candidates = Vec::new();
    for (left, content) in contents.iter().enumerate() {
        for holders in content.iter().filter_map(|pair| rare.get(&pair)) {
            for right in &holders[holders.partition_point(|h| *h <= left)..] {
                shared[*right] += 1;
                touched.push(*right);
            }
        }
        touched.sort_unstable();
        touched.dedup();
        let several = touched.iter().filter(|right| shared[**right] >= SHARED);
        candidates.extend(several.map(|right| (left, *right)));
        touched.drain(..).for_each(|right| shared[right] = 0);
    }
    candidates
}
