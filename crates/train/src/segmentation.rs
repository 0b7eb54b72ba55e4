//! Learns where bunsetsu begin.

use crate::learner::{Dropout, Learner, shuffled};
use crate::prepared::Prepared;
use crate::slots::Slots;
use std::collections::BTreeMap;
use tenkyo_japanese::segmentation::{ALWAYS, NEVER, features, pair};

/// Places for features while they are learnt (2ⁿ), and in the model, where those that weigh most are kept.
const BITS: u32 = 21;
const KEPT_BITS: u32 = 19;
/// Rounds of one run; the weights after those of its second half count.
const ROUNDS: u64 = 8;
/// Runs, each in an order of its own; the model is their mean.
const RUNS: u64 = 3;
/// Features seen less often are not learnt.
const LEAST: usize = 2;
/// Share of the features that are left out at random in each step.
const DROPOUT: f32 = 0.5;

/// How often a pair of context ids has to be seen, always with one answer, for no other feature to be looked at.
const SURE: usize = 30;

/// Features of a gap that have weights, and whether a bunsetsu begins there.
type Gap = (Vec<u32>, bool);

/// The table for GSD's bunsetsu.
pub fn train(sentences: &[Prepared]) -> Vec<i16> {
    let mut learner = Learner::new(BITS, 2);
    let mut dropout = Dropout::new(DROPOUT);
    let sure = sure(sentences);
    let gaps = |s: &Prepared| gaps(s, &sure);
    let seen = sentences
        .iter()
        .flat_map(gaps)
        .flat_map(|(hashes, _)| hashes)
        .chain(sure.keys().flat_map(|pair| std::iter::repeat_n(*pair, SURE)))
        .collect();
    let slots = Slots::new(seen, BITS, LEAST);
    let placed = |gap: Gap| (slots.find(&gap.0), gap.1);
    let data: Vec<Vec<Gap>> = sentences.iter().map(|s| gaps(s).into_iter().map(placed).collect()).collect();
    for round in 0..RUNS * ROUNDS {
        if round % ROUNDS == 0 {
            learner.restart();
        }
        for i in shuffled(sentences.len(), round + 1) {
            sentence(sentences[i].corpus(), &data[i], &mut dropout, &mut learner);
        }
        if round % ROUNDS >= ROUNDS / 2 {
            learner.remember();
        }
    }
    learner.table(&slots, 0, KEPT_BITS, &sure)
}

/// Pairs of context ids between which a bunsetsu always begins, or never.
fn sure(sentences: &[Prepared]) -> BTreeMap<u32, i16> {
    let mut counts = BTreeMap::<u32, [usize; 2]>::new();
    for sentence in sentences {
        for (i, begins) in begins(sentence).into_iter().enumerate().skip(1) {
            counts.entry(pair(&sentence.words, i)).or_default()[usize::from(begins)] += 1;
        }
    }
    let weight = |[not, yes]: [usize; 2]| match (not, yes) {
        (0, SURE..) => Some(ALWAYS),
        (SURE.., 0) => Some(NEVER),
        _ => None,
    };
    counts.into_iter().filter_map(|(pair, count)| Some((pair, weight(count)?))).collect()
}

/// For each token whether a bunsetsu begins with it.
fn begins(sentence: &Prepared) -> Vec<bool> {
    let mut begins = vec![false; sentence.words.len()];
    for b in &sentence.analysis.bunsetsu {
        begins[b.tokens.start] = true;
    }
    begins
}

/// The gaps of a sentence that are not sure.
fn gaps(sentence: &Prepared, sure: &BTreeMap<u32, i16>) -> Vec<Gap> {
    let mut start = 0;
    let mut gaps = Vec::new();
    for (i, begins) in begins(sentence).into_iter().enumerate().skip(1) {
        if !sure.contains_key(&pair(&sentence.words, i)) {
            gaps.push((features(&sentence.words, start, i).hashes().to_vec(), begins));
        }
        if begins {
            start = i;
        }
    }
    gaps
}

fn sentence(corpus: usize, gaps: &[Gap], dropout: &mut Dropout, learner: &mut Learner) {
    for (places, begins) in gaps {
        let kept: Vec<u32> = places.iter().copied().filter(|_| dropout.keep()).collect();
        let p = 1.0 / (1.0 + (-learner.score(corpus, &kept) * dropout.scale()).exp());
        learner.update(corpus, &kept, p - f32::from(u8::from(*begins)));
    }
}
