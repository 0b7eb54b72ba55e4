//! The best sequence of labels (Viterbi).

use super::features::{Run, SIZE, features, runs};
use super::gazetteer::Known;
use super::labels::{LABELS, OUTSIDE, STRIDE, begin, inside};
use crate::hash::Features;
use crate::weights::{Index, prefetch};
use crate::word::Word;
use std::ops::Range;
use tenkyo_model::Pos;

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

    /// The places of those of these features that have weights.
    fn places(&self, hashes: &[u32]) -> Places {
        let mut places = Places::default();
        for hash in hashes {
            let (place, has) = self.index.look(*hash);
            places.list[places.found] = place as u32;
            places.found += usize::from(has);
        }
        places.list().iter().for_each(|place| prefetch(&self.rows[*place as usize]));
        places
    }

    /// The sums of the weights at these places for each label.
    fn scores(&self, places: &[u32]) -> [i32; STRIDE] {
        let mut scores = [0; STRIDE];
        for place in places {
            for (score, weight) in scores.iter_mut().zip(&self.rows[*place as usize]) {
                *score += i32::from(*weight);
            }
        }
        scores
    }
}

/// Places of the features of a token.
#[derive(Clone, Debug)]
struct Places {
    list: [u32; SIZE],
    found: usize,
}

impl Default for Places {
    fn default() -> Self {
        Self { list: [0; SIZE], found: 0 }
    }
}

impl Places {
    fn list(&self) -> &[u32] {
        &self.list[..self.found]
    }
}

/// Labels this far behind the best one (in the model's whole numbers) are not gone on with.
const MARGIN: i32 = 6_000;
/// How many tokens are looked up at once.
const BLOCK: usize = 16;
/// A score that no label reaches.
const NEVER: i32 = i32::MIN / 128;

/// Finds the best labels; keeps its memory from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    runs: Vec<Run>,
    back: Vec<[u8; STRIDE]>,
    features: Vec<Features<SIZE>>,
    places: Vec<Places>,
    labels: Vec<u8>,
    /// What the gazetteer says; lent out while labels are looked for.
    pub(super) known: Vec<Known>,
}

impl Decoder {
    /// The best label of each token; `known` is what the gazetteer says of each.
    ///
    /// Tokens that are never a part of a name cut the sentence into stretches, each with its own best labels.
    pub fn labels(&mut self, words: &[Word], known: &[Known], table: Table<'_>) -> &[u8] {
        runs(words, &mut self.runs);
        self.labels.clear();
        self.labels.resize(words.len(), OUTSIDE as u8);
        let mut start = 0;
        while start < words.len() {
            let length = words[start..].iter().take_while(|w| can_be_named(w.pos)).count();
            if length > 0 {
                self.stretch(start..start + length, words, known, table);
            }
            start += length + 1;
        }
        &self.labels
    }

    fn stretch(&mut self, tokens: Range<usize>, words: &[Word], known: &[Known], table: Table<'_>) {
        self.back.clear();
        let mut scores = [NEVER; STRIDE];
        scores[OUTSIDE] = 0;
        for start in tokens.clone().step_by(BLOCK) {
            self.find(start..tokens.end.min(start + BLOCK), words, known, table);
            for places in &self.places {
                let here = table.scores(places.list());
                let (next, back) = step(&scores, &here, table.transitions);
                scores = next;
                self.back.push(back);
            }
        }
        let mut label = (0..LABELS).max_by_key(|l| scores[*l]).unwrap_or(OUTSIDE) as u8;
        for (at, back) in tokens.zip(&self.back).rev() {
            self.labels[at] = label;
            label = back[usize::from(label)];
        }
    }

    /// Finds the places of the features of some tokens: first all features, then all places, so that the memory that each
    /// step reads was asked for by the step before.
    fn find(&mut self, tokens: Range<usize>, words: &[Word], known: &[Known], table: Table<'_>) {
        self.features.clear();
        self.features.extend(tokens.map(|at| {
            let features = features(words, &self.runs, known, at);
            features.hashes().iter().for_each(|hash| table.index.prefetch(*hash));
            features
        }));
        self.places.clear();
        self.places.extend(self.features.iter().map(|f| table.places(f.hashes())));
    }
}

/// Whether a token can be a part of a name: particles, endings and verbs are left outside.
fn can_be_named(pos: Pos) -> bool {
    use Pos::*;
    !matches!(
        pos,
        Case | Topic
            | Conjunctive
            | Particle
            | Auxiliary
            | DependentVerb
            | Verb
            | Comma
            | FullStop
            | Conjunction
    )
}

/// The best score of each label at the next token, the best one at 0, and the label before each.
fn step(
    scores: &[i32; STRIDE],
    here: &[i32; STRIDE],
    transitions: &[[i16; STRIDE]],
) -> ([i32; STRIDE], [u8; STRIDE]) {
    // Score and label before in one number, so that one comparison decides.
    let mut best = [NEVER << 5; STRIDE];
    for before in (0..LABELS).filter(|b| scores[*b] > -MARGIN) {
        for (best, transition) in best.iter_mut().zip(&transitions[before]) {
            *best = (*best).max((scores[before] + i32::from(*transition)) << 5 | before as i32);
        }
    }
    // Inside a name only that name can go on.
    for class in 0..(LABELS - 1) / 2 {
        let label = inside(class);
        let from =
            |before: usize| (scores[before] + i32::from(transitions[before][label])) << 5 | before as i32;
        best[label] = from(begin(class)).max(from(label));
    }
    let back = best.map(|b| (b & 31) as u8);
    let mut next: [i32; STRIDE] = std::array::from_fn(|l| ((best[l] >> 5) + here[l]).max(NEVER));
    let top = next[..LABELS].iter().copied().fold(NEVER, i32::max);
    next.iter_mut().for_each(|n| *n = (*n - top).max(NEVER));
    (next, back)
}
