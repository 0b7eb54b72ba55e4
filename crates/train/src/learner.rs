//! Tables of weights while they are learnt: AdaGrad, with one table that all corpora share and one for each corpus.
//!
//! Corpora draw bunsetsu and arcs a little differently. What they agree on ends up in the shared table, the rest in their
//! own; the model that is shipped is the sum of the shared table and that of one corpus.

use crate::slots::Slots;
use std::collections::BTreeMap;
use tenkyo_japanese::Weights;

/// Step size.
const RATE: f32 = 0.05;
/// Steps of weights that are stored as whole numbers.
const SCALE: f32 = 512.0;

/// Weights and sums of squared gradients, `corpora + 1` tables one after the other.
pub struct Learner {
    mask: usize,
    weights: Vec<f32>,
    squares: Vec<f32>,
    sums: Vec<f32>,
    snapshots: f32,
}

impl Learner {
    /// Tables of 2^`bits` weights.
    pub fn new(bits: u32, corpora: usize) -> Self {
        let n = (corpora + 1) << bits;
        Self {
            mask: (1 << bits) - 1,
            weights: vec![0.0; n],
            squares: vec![1e-2; n],
            sums: vec![0.0; n],
            snapshots: 0.0,
        }
    }

    fn slots(&self, corpus: usize, places: &[u32]) -> impl Iterator<Item = usize> {
        let mask = self.mask;
        let size = mask + 1;
        places.iter().flat_map(move |place| {
            let at = *place as usize;
            [at, (corpus + 1) * size + at]
        })
    }

    /// The score of these features for this corpus.
    pub fn score(&self, corpus: usize, places: &[u32]) -> f32 {
        self.slots(corpus, places).map(|i| self.weights[i]).sum()
    }

    /// Goes against this gradient.
    pub fn update(&mut self, corpus: usize, places: &[u32], gradient: f32) {
        let slots: Vec<usize> = self.slots(corpus, places).collect();
        for i in slots {
            self.squares[i] += gradient * gradient;
            self.weights[i] -= RATE * gradient / self.squares[i].sqrt();
        }
    }

    /// Forgets all weights but those remembered: the next run starts anew, in another order.
    pub fn restart(&mut self) {
        self.weights.fill(0.0);
        self.squares.fill(1e-2);
    }

    /// Remembers the weights; the model is the mean of what was remembered.
    pub fn remember(&mut self) {
        self.snapshots += 1.0;
        for (sum, weight) in self.sums.iter_mut().zip(&self.weights) {
            *sum += weight;
        }
    }

    /// The table to ship, with 2^`bits` places: shared weights plus those of `corpus`, as whole numbers, for the features
    /// that weigh most. Features in `fixed` have the weight given there.
    pub fn table(&self, slots: &Slots, corpus: usize, bits: u32, fixed: &BTreeMap<u32, i16>) -> Vec<i16> {
        let size = self.mask + 1;
        let sum = |at: usize| self.sums[at] + self.sums[(corpus + 1) * size + at];
        let fixed = |at: usize| fixed.get(&slots.features[at].0).copied();
        let weight = |at: usize| match fixed(at) {
            Some(_) => f32::MAX,
            None => sum(at).abs() * (slots.features[at].1 as f32).sqrt(),
        };
        let whole = |sum: f32| (sum / self.snapshots * SCALE).round().clamp(-32_000.0, 32_000.0) as i16;
        let (tags, kept) = slots.smaller(bits, weight);
        let mut table: Vec<i16> = tags.into_iter().flat_map(|tag| [tag, 0]).collect();
        for (from, to) in kept {
            table[2 * to + 1] = fixed(from).unwrap_or_else(|| whole(sum(from)));
        }
        table
    }
}

/// A table as the program reads it.
pub fn weights(table: &[i16]) -> Weights<'_> {
    Weights::new(table)
}

/// An order of `n` things that looks random and is always the same for one `seed`.
pub fn shuffled(n: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for i in (1..n).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(i, (state % (i as u64 + 1)) as usize);
    }
    order
}

/// Leaves out features at random while learning, so that no single one is relied on; always the same for one seed.
pub struct Dropout {
    state: u64,
    /// Features left out, of 256.
    share: u64,
}

impl Dropout {
    /// Leaves out this share of the features.
    pub fn new(share: f32) -> Self {
        Self { state: 0x2545_F491_4F6C_DD1D, share: (share * 256.0) as u64 }
    }

    /// What the sum over the features that are kept is multiplied with.
    pub fn scale(&self) -> f32 {
        256.0 / (256 - self.share) as f32
    }

    /// Whether to keep the next feature.
    pub fn keep(&mut self) -> bool {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state >> 40 & 255 >= self.share
    }
}
