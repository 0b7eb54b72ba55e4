//! What an analyst can judge about events: the deeds of documents, and the words that only name one.

use super::candidate::Candidate;
use super::event;
use crate::corpus::{Corpus, Place};
use crate::corrections::Ruling;
use crate::references::Named;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_text::Span;

/// The deeds of each document and, after them, its words that name events.
pub(super) struct Items {
    /// In order.
    pub places: Vec<Place>,
    /// The words of each place, in the same order.
    spans: Vec<Span>,
    /// For each place that is no deed, its index among the words that name events.
    named: BTreeMap<Place, usize>,
}

impl Items {
    /// Of these documents; `words` in order of their documents.
    pub fn new(corpus: &Corpus<'_>, words: &[Named<'_>]) -> Self {
        let (mut places, mut spans, mut named) = (Vec::new(), Vec::new(), BTreeMap::new());
        let mut next = 0;
        for (document, d) in corpus.list.iter().enumerate() {
            for index in 0..d.deeds.len() {
                places.push(Place { document, index });
                spans.push(event(corpus, Place { document, index }).trigger);
            }
            while let Some(word) = words.get(next).filter(|w| w.document == document) {
                let place = Place { document, index: d.deeds.len() + named.len() };
                named.insert(place, next);
                places.push(place);
                spans.push(word.span);
                next += 1;
            }
        }
        Self { places, spans, named }
    }

    /// The words at a place.
    pub fn span(&self, place: Place) -> Span {
        self.places.binary_search(&place).map_or_else(|_| Span::default(), |at| self.spans[at])
    }

    /// The deeds of which rulings speak.
    pub fn ruled_deeds(&self, rulings: &[Ruling]) -> BTreeSet<Place> {
        let all = rulings.iter().flat_map(|r| [self.places[r.left], self.places[r.right]]);
        all.filter(|p| !self.named.contains_key(p)).collect()
    }

    /// The rulings as rulings on nodes: a candidate for each deed, which stands there alone, and after the candidates one for each
    /// of the words of which rulings speak. With the indices of these words.
    pub fn on_nodes(&self, rulings: Vec<Ruling>, candidates: &[Candidate<'_>]) -> (Vec<Ruling>, Vec<usize>) {
        if rulings.is_empty() {
            return (rulings, Vec::new());
        }
        let of: BTreeMap<Place, usize> =
            candidates.iter().enumerate().flat_map(|(i, c)| c.places.iter().map(move |p| (*p, i))).collect();
        let ends = rulings.iter().flat_map(|r| [r.left, r.right]);
        let ruled: BTreeSet<usize> =
            ends.filter_map(|at| self.named.get(&self.places[at]).copied()).collect();
        let ruled: Vec<usize> = ruled.into_iter().collect();
        let node = |at: usize| match self.named.get(&self.places[at]) {
            Some(word) => candidates.len() + ruled.partition_point(|r| r < word),
            None => of[&self.places[at]],
        };
        let moved = |r: Ruling| {
            let (a, b) = (node(r.left), node(r.right));
            Ruling { left: a.min(b), right: a.max(b), ..r }
        };
        (rulings.into_iter().map(moved).collect(), ruled)
    }
}
