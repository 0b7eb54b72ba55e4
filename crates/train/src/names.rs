//! Learns named entities: a conditional random field, with corpora that mark different things.
//!
//! Where a corpus does not say what a token is (a class that it does not mark, one that it does not tell from another), all
//! labels that it leaves open are right: the gradient is that of the sum over all sequences that agree with the corpus.

use crate::corpora::classes::{ANYTHING, Meaning, meaning, unmarked};
use crate::learner::{Dropout, shuffled};
use crate::prepared::Prepared;
use crate::slots::Slots;
use tenkyo_japanese::entities::{CLASSES, LABELS, STRIDE, begin, features, follows, inside, known, runs};

/// Places for features while they are learnt (2ⁿ), and in the model, where those that weigh most are kept.
const BITS: u32 = 20;
const KEPT_BITS: u32 = 19;
/// Features seen less often are not learnt.
const LEAST: usize = 2;
/// Share of the features that are left out at random in each step.
const DROPOUT: f32 = 0.45;
const CORPORA: usize = 4;
const RATE: f32 = 0.05;
/// Rounds of one run; the weights after those of its second half count.
const ROUNDS: u64 = 4;
/// Runs, each in an order of its own; the model is their mean.
const RUNS: u64 = 3;
const SCALE: f32 = 256.0;
type Row = [f32; STRIDE];

/// Weights while they are learnt, and the means of those remembered.
pub struct Model {
    weights: Vec<Row>,
    squares: Vec<Row>,
    sums: Vec<Row>,
    snapshots: f32,
    dropout: Dropout,
    transitions: [Row; STRIDE],
    transition_squares: [Row; STRIDE],
    transition_sums: [Row; STRIDE],
}

/// Learns from the sentences; gives the weights and which features have them.
pub fn train(sentences: &[Prepared]) -> (Model, Slots) {
    let n = (CORPORA + 1) << BITS;
    let seen = sentences.iter().flat_map(|s| hashes(s).into_iter().flatten()).collect();
    let slots = Slots::new(seen, BITS, LEAST);
    let places: Vec<Vec<Vec<u32>>> =
        sentences.iter().map(|s| hashes(s).iter().map(|h| slots.find(h)).collect()).collect();
    let mut model = Model {
        weights: vec![[0.0; STRIDE]; n],
        squares: vec![[1e-2; STRIDE]; n],
        sums: vec![[0.0; STRIDE]; n],
        snapshots: 0.0,
        dropout: Dropout::new(DROPOUT),
        transitions: [[0.0; STRIDE]; STRIDE],
        transition_squares: [[1e-1; STRIDE]; STRIDE],
        transition_sums: [[0.0; STRIDE]; STRIDE],
    };
    let allowed: Vec<Vec<u32>> = sentences.iter().map(allowed).collect();
    for round in 0..RUNS * ROUNDS {
        let mut loss = 0.0;
        if round % ROUNDS == 0 {
            model.restart();
        }
        for i in shuffled(sentences.len(), round + 1) {
            loss += model.sentence(sentences[i].corpus(), &places[i], &allowed[i]);
        }
        if round % ROUNDS >= ROUNDS / 2 {
            model.remember();
        }
        println!("round {round}: loss {loss:.0}");
    }
    (model, slots)
}

/// For each token the labels, as bits, that agree with the corpus.
fn allowed(sentence: &Prepared) -> Vec<u32> {
    let source = sentence.gold.source;
    let tokens = &sentence.analysis.tokens;
    let mut allowed = vec![unmarked(source); tokens.len()];
    for (start, end, label) in &sentence.gold.names {
        let first = tokens.partition_point(|t| t.span.end as usize <= *start);
        let after = tokens.partition_point(|t| (t.span.start as usize) < *end);
        if first >= after {
            continue;
        }
        let aligned =
            tokens[first].span.start as usize == *start && tokens[after - 1].span.end as usize == *end;
        match meaning(source, label) {
            Meaning::Nothing => {}
            Meaning::Name(classes) if aligned => {
                let bits = |of: fn(usize) -> usize| {
                    let classes = (0..CLASSES.len()).filter(|c| classes.contains(&CLASSES[*c]));
                    classes.fold(0, |bits, c| bits | 1u32 << of(c))
                };
                allowed[first..after].fill(bits(inside));
                allowed[first] = bits(begin);
            }
            _ => allowed[first..after].fill(ANYTHING),
        }
    }
    allowed
}

impl Model {
    /// One step on one sentence; gives the loss.
    fn sentence(&mut self, corpus: usize, places: &[Vec<u32>], allowed: &[u32]) -> f32 {
        let own = |place: &u32| ((corpus + 1) << BITS) + *place as usize;
        let dropout = &mut self.dropout;
        let both = |places: &Vec<u32>| {
            let kept = places.iter().filter(|_| dropout.keep());
            kept.flat_map(|p| [*p as usize, own(p)]).collect()
        };
        let slots: Vec<Vec<usize>> = places.iter().map(both).collect();
        let emissions: Vec<Row> = slots.iter().map(|s| self.emission(s)).collect();
        let all = vec![ANYTHING; places.len()];
        let (free, free_pairs, free_log) = self.marginals(&emissions, &all);
        let (held, held_pairs, held_log) = self.marginals(&emissions, allowed);
        if !held_log.is_finite() || !free_log.is_finite() {
            return 0.0;
        }
        for (at, slots) in slots.iter().enumerate() {
            let gradient: Row = std::array::from_fn(|l| free[at][l] - held[at][l]);
            if gradient.iter().all(|g| g.abs() < 1e-4) {
                continue;
            }
            for slot in slots {
                step(&mut self.weights[*slot], &mut self.squares[*slot], &gradient);
            }
        }
        for before in 0..LABELS {
            let gradient: Row = std::array::from_fn(|l| free_pairs[before][l] - held_pairs[before][l]);
            step(&mut self.transitions[before], &mut self.transition_squares[before], &gradient);
        }
        free_log - held_log
    }

    fn emission(&self, slots: &[usize]) -> Row {
        let mut row = [0.0; STRIDE];
        for slot in slots {
            for (sum, weight) in row.iter_mut().zip(&self.weights[*slot]) {
                *sum += weight;
            }
        }
        row.iter_mut().for_each(|sum| *sum *= self.dropout.scale());
        row
    }

    /// Probabilities of each label at each token and of each pair of labels over the sentence, and the log of their sum.
    fn marginals(&self, emissions: &[Row], allowed: &[u32]) -> (Vec<Row>, [Row; STRIDE], f32) {
        let n = emissions.len();
        let mut edges = [[0.0f32; STRIDE]; STRIDE];
        for (before, edge) in edges.iter_mut().enumerate().take(LABELS) {
            for (label, e) in edge.iter_mut().enumerate().take(LABELS) {
                *e = if follows(before, label) { self.transitions[before][label].exp() } else { 0.0 };
            }
        }
        let mut log = 0.0;
        let node: Vec<Row> = emissions
            .iter()
            .zip(allowed)
            .map(|(row, bits)| {
                let top = row[..LABELS].iter().copied().fold(f32::MIN, f32::max);
                log += top;
                std::array::from_fn(
                    |l| if l < LABELS && bits >> l & 1 == 1 { (row[l] - top).exp() } else { 0.0 },
                )
            })
            .collect();
        let mut alpha: Vec<Row> = Vec::with_capacity(n);
        let mut before: Row = std::array::from_fn(|l| f32::from(u8::from(l == 0)));
        for node in &node {
            let mut here = [0.0f32; STRIDE];
            for (b, edge) in before.iter().zip(&edges).take(LABELS) {
                for (h, e) in here.iter_mut().zip(edge) {
                    *h += b * e;
                }
            }
            let sum: f32 = here.iter().zip(node).map(|(h, n)| h * n).sum();
            log += sum.ln();
            before = std::array::from_fn(|l| here[l] * node[l] / sum);
            alpha.push(before);
        }
        let mut beta: Row = std::array::from_fn(|l| f32::from(u8::from(l < LABELS)));
        let mut marginals = vec![[0.0f32; STRIDE]; n];
        let mut pairs = [[0.0f32; STRIDE]; STRIDE];
        let start: Row = std::array::from_fn(|l| f32::from(u8::from(l == 0)));
        for at in (0..n).rev() {
            let sum: f32 = alpha[at].iter().zip(&beta).map(|(a, b)| a * b).sum();
            marginals[at] = std::array::from_fn(|l| alpha[at][l] * beta[l] / sum);
            let previous = if at == 0 { &start } else { &alpha[at - 1] };
            let right: Row = std::array::from_fn(|l| node[at][l] * beta[l]);
            let mut next = [0.0f32; STRIDE];
            for (b, edge) in edges.iter().enumerate().take(LABELS) {
                next[b] = edge.iter().zip(&right).map(|(e, r)| e * r).sum();
            }
            let total: f32 = previous.iter().zip(&next).map(|(p, n)| p * n).sum();
            for b in 0..LABELS {
                let scale = previous[b] / total;
                if scale > 0.0 {
                    for l in 0..LABELS {
                        pairs[b][l] += scale * edges[b][l] * right[l];
                    }
                }
            }
            let largest = next.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
            beta = next.map(|n| n / largest);
        }
        (marginals, pairs, log)
    }

    /// Forgets all weights but those remembered: the next run starts anew, in another order.
    fn restart(&mut self) {
        self.weights.fill([0.0; STRIDE]);
        self.squares.fill([1e-2; STRIDE]);
        self.transitions = [[0.0; STRIDE]; STRIDE];
        self.transition_squares = [[1e-1; STRIDE]; STRIDE];
    }

    fn remember(&mut self) {
        self.snapshots += 1.0;
        for (sums, weights) in self.sums.iter_mut().zip(&self.weights) {
            sums.iter_mut().zip(weights).for_each(|(s, w)| *s += w);
        }
        for (sums, weights) in self.transition_sums.iter_mut().zip(&self.transitions) {
            sums.iter_mut().zip(weights).for_each(|(s, w)| *s += w);
        }
    }

    /// The table of a style: shared weights plus those of each corpus times its share.
    pub fn table(&self, slots: &Slots, shares: [f32; CORPORA]) -> Vec<i16> {
        let whole = |sum: f32| (sum / self.snapshots * SCALE).round().clamp(-32_000.0, 32_000.0) as i16;
        let row = |at: usize| -> Row {
            std::array::from_fn(|l| {
                let own = (0..CORPORA).map(|c| shares[c] * self.sums[((c + 1) << BITS) + at][l]).sum::<f32>();
                self.sums[at][l] + own
            })
        };
        let weight =
            |at: usize| row(at).iter().map(|w| w * w).sum::<f32>() * (slots.features[at].1 as f32).sqrt();
        let (mut out, kept) = slots.smaller(KEPT_BITS, weight);
        let mut rows = vec![[0i16; STRIDE]; 1 << KEPT_BITS];
        for (from, to) in kept {
            rows[to] = row(from).map(whole);
        }
        out.extend(rows.into_flattened());
        out.extend(self.transition_sums.iter().flatten().map(|w| whole(*w)));
        out
    }
}

fn hashes(sentence: &Prepared) -> Vec<Vec<u32>> {
    let words = &sentence.words;
    let mut of = Vec::new();
    runs(words, &mut of);
    let mut gazetteer = Vec::new();
    known(&sentence.gold.text, &sentence.analysis.tokens, words, &mut gazetteer);
    (0..words.len()).map(|at| features(words, &of, &gazetteer, at).hashes().to_vec()).collect()
}

fn step(weights: &mut Row, squares: &mut Row, gradient: &Row) {
    for l in 0..LABELS {
        let g = gradient[l];
        squares[l] += g * g;
        weights[l] -= RATE * g / squares[l].sqrt();
    }
}
