//! Which bunsetsu depends on which: every one on a later one, no two arcs cross.
//!
//! From right to left, each bunsetsu chooses among the bunsetsu after it that it can reach without crossing an arc: the
//! next one, that one's head, and so on. A linear model ranks them.

mod features;
mod phrase;

pub use features::{Candidate, SIZE, State};
pub use phrase::Phrase;

use crate::brackets;
use crate::hash::Features;
use crate::weights::Weights;
use crate::word::Word;
use std::ops::Range;
use tenkyo_model::{Analysis, Relation};

/// How many possible heads a bunsetsu looks at, so that time stays linear in the length of a sentence.
const CANDIDATES: usize = 24;

/// A possible head and the features of depending on it.
type Scored = (usize, Features<SIZE>);

/// Sets the heads of the bunsetsu `all` of one sentence. `words` are its tokens as integers.
pub fn attach(text: &str, all: Range<usize>, words: &[Word], weights: Weights<'_>, analysis: &mut Analysis) {
    let Some(last) = all.clone().last() else { return };
    let phrases = phrases(text, all.clone(), words, analysis);
    let mut search = Search::new(&phrases, limits(text, all.clone(), analysis));
    let mut options = Vec::with_capacity(CANDIDATES);
    for i in (0..phrases.len() - 1).rev() {
        let only = search.heads[i + 1] == phrases.len();
        let head = if only { i + 1 } else { best(&search, &phrases, i, weights, &mut options) };
        search.attach(i, head, &phrases);
        analysis.bunsetsu[all.start + i].head = Some(all.start + head);
    }
    analysis.bunsetsu[last].relation = Relation::Root;
}

/// The head of `i` that scores best; of equals the nearest. The features of all `options` come before the first score, so that
/// the memory is near when they are scored.
fn best(
    search: &Search,
    phrases: &[Phrase],
    i: usize,
    weights: Weights<'_>,
    options: &mut Vec<Scored>,
) -> usize {
    let state = search.state(phrases);
    options.clear();
    options.extend(search.candidates(i).map(|candidate| {
        let features = state.features(i, candidate);
        weights.prefetch(features.hashes());
        (candidate.at, features)
    }));
    let score = |(rank, (_, features)): &(usize, &Scored)| {
        (weights.score(features.hashes()), std::cmp::Reverse(*rank))
    };
    options.iter().enumerate().max_by_key(score).map_or(i + 1, |(_, option)| option.0)
}

/// The bunsetsu `all` of one sentence as integers.
pub fn phrases(text: &str, all: Range<usize>, words: &[Word], analysis: &Analysis) -> Vec<Phrase> {
    let bunsetsu = &analysis.bunsetsu[all];
    let first = bunsetsu.first().map_or(0, |b| b.tokens.start);
    let phrase = |b: &tenkyo_model::Bunsetsu| {
        let tokens = &analysis.tokens[b.tokens.clone()];
        Phrase::new(text, tokens, &words[b.tokens.start - first..b.tokens.end - first], b.relation)
    };
    bunsetsu.iter().map(phrase).collect()
}

/// For each bunsetsu the last one that it can depend on without leaving its brackets, as indices into `all`.
pub fn limits(text: &str, all: Range<usize>, analysis: &Analysis) -> Vec<usize> {
    let bunsetsu = &analysis.bunsetsu[all];
    let last = bunsetsu.len().saturating_sub(1);
    let mut limits = vec![last; bunsetsu.len()];
    let Some(start) = bunsetsu.first().map(|b| b.span.start as usize) else { return limits };
    let at = |byte: usize| bunsetsu.partition_point(|b| b.span.end as usize <= start + byte);
    let mut until = 0;
    for (open, close) in brackets::closing(&text[start..bunsetsu[last].span.end as usize]) {
        // Only the outermost pairs: time stays linear however deep they go.
        if open >= until {
            until = close;
            let closing = at(close - 1).min(last);
            limits[at(open)..closing].fill(closing);
        }
    }
    limits
}

/// The heads found so far, from the right.
pub struct Search {
    heads: Vec<usize>,
    left_child: Vec<usize>,
    taken: Vec<u32>,
    limits: Vec<usize>,
}

impl Search {
    /// Nothing attached yet.
    pub fn new(phrases: &[Phrase], limits: Vec<usize>) -> Self {
        let n = phrases.len();
        Self { heads: vec![n; n], left_child: (0..n).collect(), taken: vec![0; n], limits }
    }

    /// What the features look at.
    pub fn state<'a>(&'a self, phrases: &'a [Phrase]) -> State<'a> {
        State { phrases, left_child: &self.left_child, taken: &self.taken }
    }

    /// The possible heads of `i`, the nearest first.
    pub fn candidates(&self, i: usize) -> impl Iterator<Item = Candidate> + '_ {
        let n = self.heads.len();
        let head = move |j: usize| Some(self.heads[j]).filter(|h| *h < n);
        let mut nearer = None;
        let chain = std::iter::successors(Some(i + 1), move |j| head(*j)).take(CANDIDATES).enumerate();
        chain.map(move |(rank, at)| {
            let leaves_bracket = at > self.limits[i];
            let candidate = Candidate { at, nearer, farther: head(at), rank: rank as u32, leaves_bracket };
            nearer = Some(at);
            candidate
        })
    }

    /// Makes `head` the head of `i`.
    pub fn attach(&mut self, i: usize, head: usize, phrases: &[Phrase]) {
        self.heads[i] = head;
        self.left_child[head] = i;
        self.taken[head] |= 1 << (phrases[i].relation & 31);
    }
}
