//! Learns which of its possible heads a bunsetsu takes.

use crate::learner::{Learner, shuffled};
use crate::prepared::Prepared;
use tenkyo_japanese::dependency::{Phrase, Search, limits, phrases};

const BITS: u32 = 20;
const ROUNDS: u64 = 10;

/// The table for GSD's arcs.
pub fn train(sentences: &[Prepared]) -> Vec<i16> {
    let mut learner = Learner::new(BITS, 2);
    let phrases: Vec<Vec<Phrase>> = sentences
        .iter()
        .map(|s| phrases(&s.gold.text, 0..s.analysis.bunsetsu.len(), &s.words, &s.analysis))
        .collect();
    for round in 0..crate::learner::env("ROUNDS", ROUNDS as f32) as u64 {
        for i in shuffled(sentences.len(), round + 1) {
            sentence(&sentences[i], &phrases[i], &mut learner);
        }
        if round + 4 >= crate::learner::env("ROUNDS", ROUNDS as f32) as u64 {
            learner.remember();
        }
    }
    learner.table(0)
}

/// Climbs the gradient of the log-probability of each gold head among the possible ones.
fn sentence(sentence: &Prepared, phrases: &[Phrase], learner: &mut Learner) {
    let bunsetsu = &sentence.analysis.bunsetsu;
    let mut search = Search::new(phrases, limits(&sentence.gold.text, 0..bunsetsu.len(), &sentence.analysis));
    for i in (0..phrases.len().saturating_sub(1)).rev() {
        let gold = bunsetsu[i].head.filter(|head| *head > i);
        let state = search.state(phrases);
        let options: Vec<_> = search.candidates(i).map(|c| (c.at, state.features(i, c))).collect();
        if options.len() > 1 && options.iter().any(|(at, _)| Some(*at) == gold) {
            let corpus = sentence.corpus();
            let scores: Vec<f32> = options.iter().map(|(_, f)| learner.score(corpus, f.hashes())).collect();
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            let sum: f32 = scores.iter().map(|s| (s - top).exp()).sum();
            for ((at, f), score) in options.iter().zip(&scores) {
                let p = (score - top).exp() / sum;
                learner.update(corpus, f.hashes(), p - f32::from(u8::from(Some(*at) == gold)));
            }
        }
        search.attach(i, gold.unwrap_or(i + 1), phrases);
    }
}
