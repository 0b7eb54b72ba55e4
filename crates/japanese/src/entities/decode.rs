//! The best sequence of labels (Viterbi).

use super::features::{Run, features, runs};
use super::labels::{LABELS, OUTSIDE, STRIDE, begin, class_of, inside};
use crate::weights::Index;
use crate::word::Word;

/// Weights of each feature for each label, then those of each label after each other one.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    index: Index<'a>,
    rows: &'a [[i16; STRIDE]],
    transitions: &'a [[i16; STRIDE]],
}

impl<'a> Table<'a> {
    /// A table of 2ⁿ tags, as many rows, and one row of transitions for each of the 32 labels.
    ///
    /// # Panics
    /// When the numbers are not of that shape.
    pub fn new(numbers: &'a [i16]) -> Self {
        let places = numbers.len().saturating_sub(STRIDE * STRIDE) / (STRIDE + 1);
        let (tags, rest) = numbers.split_at(places);
        let (rows, rest) = rest.as_chunks::<STRIDE>();
        let (rows, transitions) = rows.split_at(places);
        assert!(rest.is_empty() && transitions.len() == STRIDE, "a table has tags, rows and transitions");
        Self { index: Index::new(tags), rows, transitions }
    }

    fn scores(&self, hashes: &[u32]) -> [i32; STRIDE] {
        let mut scores = [0; STRIDE];
        for place in hashes.iter().filter_map(|h| self.index.find(*h)) {
            for (score, weight) in scores.iter_mut().zip(&self.rows[place]) {
                *score += i32::from(*weight);
            }
        }
        scores
    }
}

/// Finds the best labels; keeps its memory from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    runs: Vec<Run>,
    back: Vec<[u8; STRIDE]>,
    labels: Vec<u8>,
    /// What the gazetteer says; lent out while labels are looked for.
    pub(super) known: Vec<u32>,
}

impl Decoder {
    /// The best label of each token; `known` is what the gazetteer says of each.
    pub fn labels(&mut self, words: &[Word], known: &[u32], table: Table<'_>) -> &[u8] {
        runs(words, &mut self.runs);
        self.back.clear();
        let mut scores = [i32::MIN / 2; STRIDE];
        scores[OUTSIDE] = 0;
        for at in 0..words.len() {
            let here = table.scores(features(words, &self.runs, known, at).hashes());
            let (next, back) = step(&scores, &here, table.transitions);
            scores = next;
            self.back.push(back);
        }
        self.trace(&scores);
        &self.labels
    }

    fn trace(&mut self, scores: &[i32; STRIDE]) {
        let mut label = (0..LABELS).max_by_key(|l| scores[*l]).unwrap_or(OUTSIDE) as u8;
        self.labels.clear();
        for back in self.back.iter().rev() {
            self.labels.push(label);
            label = back[usize::from(label)];
        }
        self.labels.reverse();
    }
}

/// The best score of each label at the next token, and the label before it.
fn step(
    scores: &[i32; STRIDE],
    here: &[i32; STRIDE],
    transitions: &[[i16; STRIDE]],
) -> ([i32; STRIDE], [u8; STRIDE]) {
    let mut best = [i32::MIN / 2; STRIDE];
    let mut back = [0; STRIDE];
    for before in 0..LABELS {
        for label in 0..STRIDE {
            let score = scores[before] + i32::from(transitions[before][label]);
            if score > best[label] {
                best[label] = score;
                back[label] = before as u8;
            }
        }
    }
    // Inside a name only that name can go on.
    for class in 0..(LABELS - 1) / 2 {
        let label = inside(class);
        let from = |before: usize| scores[before] + i32::from(transitions[before][label]);
        let before = if from(begin(class)) >= from(label) { begin(class) } else { label };
        (best[label], back[label]) = (from(before), before as u8);
    }
    debug_assert!(class_of(OUTSIDE).is_none());
    for (best, here) in best.iter_mut().zip(here) {
        *best += here;
    }
    (best, back)
}
