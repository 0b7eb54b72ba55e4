//! Learns where bunsetsu begin.

use crate::learner::{Learner, shuffled};
use crate::prepared::Prepared;
use tenkyo_japanese::segmentation::features;

const BITS: u32 = 18;
const ROUNDS: u64 = 8;

/// The table for GSD's bunsetsu.
pub fn train(sentences: &[Prepared]) -> Vec<i16> {
    let mut learner = Learner::new(BITS, 2);
    for round in 0..crate::learner::env("ROUNDS", ROUNDS as f32) as u64 {
        for i in shuffled(sentences.len(), round + 1) {
            sentence(&sentences[i], &mut learner);
        }
        if round + 3 >= crate::learner::env("ROUNDS", ROUNDS as f32) as u64 {
            learner.remember();
        }
    }
    learner.table(0)
}

fn sentence(sentence: &Prepared, learner: &mut Learner) {
    let corpus = sentence.corpus();
    let mut begins = vec![false; sentence.words.len()];
    for b in &sentence.analysis.bunsetsu {
        begins[b.tokens.start] = true;
    }
    let mut start = 0;
    for (i, begins) in begins.iter().enumerate().skip(1) {
        let f = features(&sentence.words, start, i);
        let p = 1.0 / (1.0 + (-learner.score(corpus, f.hashes())).exp());
        learner.update(corpus, f.hashes(), p - f32::from(u8::from(*begins)));
        if *begins {
            start = i;
        }
    }
}
