//! Utterances of different speakers with one content.

use crate::clusters::{self, Edge};
use crate::corpus::Corpus;
use crate::similarity::{Pairs, Weights};
use std::collections::BTreeMap;
use tenkyo_model::Polarity;
use tenkyo_model::ledger::Utterance;

/// A pair of characters found in more contents than this tells nothing about which belong together.
const COMMON: usize = 60;

/// Fewest pairs of characters of a content that may be a part of another one.
const LONG: usize = 6;

/// Groups of utterances with one content and more than one speaker, or a denial among them; each in order, all in order.
pub(super) fn groups(corpus: &Corpus<'_>, utterances: &[Utterance]) -> Vec<Vec<usize>> {
    let pairs: Vec<Pairs> = utterances.iter().map(|u| Pairs::of(&u.text)).collect();
    let weights = Weights::new(corpus.lexicon, corpus.memo);
    let edges = candidates(&pairs).into_iter().filter_map(|(left, right)| {
        let likeness = weights.compare(&pairs[left], &pairs[right]);
        let long = pairs[left].len().min(pairs[right].len()) >= LONG;
        let alike =
            likeness.jaccard >= 0.45 || (long && likeness.containment >= 0.75 && likeness.jaccard >= 0.3);
        alike.then_some(Edge { left, right, strength: likeness.jaccard })
    });
    let clusters = clusters::of(utterances.len(), edges.collect(), &[], |_, _| false);
    let several = |group: &Vec<usize>| {
        let first = &utterances[group[0]].speaker;
        group
            .iter()
            .any(|i| utterances[*i].speaker != *first || utterances[*i].polarity == Polarity::Negative)
    };
    clusters.into_iter().filter(several).collect()
}

/// Pairs of contents that share several pairs of characters which are not common.
fn candidates(contents: &[Pairs]) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, content) in contents.iter().enumerate() {
        for pair in content.iter() {
            holders.entry(pair).or_default().push(index);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for holders in holders.values().filter(|h| h.len() <= COMMON) {
        for (i, left) in holders.iter().enumerate() {
            for right in &holders[i + 1..] {
                *shared.entry((*left, *right)).or_default() += 1;
            }
        }
    }
    shared.into_iter().filter(|(_, n)| *n >= 3).map(|(pair, _)| pair).collect()
}
