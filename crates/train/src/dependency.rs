//! Learns which of its possible heads a bunsetsu takes.

use crate::learner::{Dropout, Learner, shuffled};
use crate::prepared::Prepared;
use crate::slots::Slots;
use std::collections::BTreeMap;
use tenkyo_japanese::dependency::{Search, limits, phrases};

/// Places for features while they are learnt (2ⁿ), and in the model, where those that weigh most are kept.
const BITS: u32 = 21;
const KEPT_BITS: u32 = 20;
/// Rounds of one run; the weights after those of its second half count.
const ROUNDS: u64 = 6;
/// Runs, each in an order of its own; the model is their mean.
const RUNS: u64 = 4;
/// Features seen less often are not learnt.
const LEAST: usize = 3;
/// Share of the features that are left out at random in each step.
const DROPOUT: f32 = 0.5;

/// The features of each possible head of a bunsetsu that have weights, and which of them is right.
type Choice = (Vec<Vec<u32>>, usize);

/// The table for GSD's arcs.
pub fn train(sentences: &[Prepared]) -> Vec<i16> {
    let mut learner = Learner::new(BITS, 2);
    let mut dropout = Dropout::new(DROPOUT);
    let seen =
        sentences.iter().flat_map(choices).flat_map(|(options, _)| options.into_iter().flatten()).collect();
    let slots = Slots::new(seen, BITS, LEAST);
    let placed = |c: Choice| (c.0.iter().map(|hashes| slots.find(hashes)).collect(), c.1);
    let data: Vec<Vec<Choice>> =
        sentences.iter().map(|s| choices(s).into_iter().map(placed).collect()).collect();
    for round in 0..RUNS * ROUNDS {
        if round % ROUNDS == 0 {
            learner.restart();
        }
        for i in shuffled(sentences.len(), round + 1) {
            for choice in &data[i] {
                learn(sentences[i].corpus(), choice, &mut dropout, &mut learner);
            }
        }
        if round % ROUNDS >= ROUNDS / 2 {
            learner.remember();
        }
    }
    learner.table(&slots, 0, KEPT_BITS, &BTreeMap::new())
}

/// The choices of one sentence, those left out that are none or of which the gold head is not a part.
fn choices(sentence: &Prepared) -> Vec<Choice> {
    let bunsetsu = &sentence.analysis.bunsetsu;
    let text = &sentence.gold.text;
    let phrases = phrases(text, 0..bunsetsu.len(), &sentence.words, &sentence.analysis);
    let mut search = Search::new(&phrases, limits(text, 0..bunsetsu.len(), &sentence.analysis));
    let mut out = Vec::new();
    for i in (0..phrases.len().saturating_sub(1)).rev() {
        let gold = bunsetsu[i].head.filter(|head| *head > i);
        let state = search.state(&phrases);
        let options: Vec<_> = search.candidates(i).map(|c| (c.at, state.features(i, c))).collect();
        if let Some(right) =
            options.iter().position(|(at, _)| Some(*at) == gold).filter(|_| options.len() > 1)
        {
            out.push((options.iter().map(|(_, f)| f.hashes().to_vec()).collect(), right));
        }
        search.attach(i, gold.unwrap_or(i + 1), &phrases);
    }
    out
}

/// Climbs the gradient of the log-probability of the right head among the possible ones.
fn learn(corpus: usize, (options, right): &Choice, dropout: &mut Dropout, learner: &mut Learner) {
    let keep = |places: &Vec<u32>| places.iter().copied().filter(|_| dropout.keep()).collect();
    let options: Vec<Vec<u32>> = options.iter().map(keep).collect();
    let scale = dropout.scale();
    let scores: Vec<f32> = options.iter().map(|places| scale * learner.score(corpus, places)).collect();
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let sum: f32 = scores.iter().map(|s| (s - top).exp()).sum();
    for (k, (places, score)) in options.iter().zip(&scores).enumerate() {
        let p = (score - top).exp() / sum;
        learner.update(corpus, places, p - f32::from(u8::from(k == *right)));
    }
}
