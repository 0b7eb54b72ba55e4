//! Near-duplicate articles: wire copies and reprints, by MinHash over runs of characters.

use crate::corpus::{Corpus, Document, Place};
use crate::corrections::{Corrections, Ruling};
use crate::memo::Text;
use std::sync::Arc;
use tenkyo_model::RuleId;
use tenkyo_model::ledger::{Judgement, Subject, Verdict};
use tenkyo_text::Span;

/// Characters in a run.
const RUN: usize = 8;
/// Rows of a signature, in bands of [`ROWS`]: two texts that share 60 % of their runs meet in a band 19 times of 20.
const BANDS: usize = 20;
const ROWS: usize = 4;
/// Articles that share this part of their runs are copies, others that share [`UNSURE`] may be.
const SAME: f64 = 0.6;
const UNSURE: f64 = 0.3;

/// Marks every article that repeats another one: the one published first is the original.
pub(crate) fn mark(corpus: &mut Corpus<'_>, corrections: &Corrections<'_>, judgements: &mut Vec<Judgement>) {
    let texts: Vec<Arc<Text>> = corpus.list.iter().map(|d| d.known.clone()).collect();
    let prints: Vec<&Print> = texts.iter().zip(&corpus.list).map(|(t, d)| t.print(|| print(d))).collect();
    let mut copies = Vec::new();
    for (a, b) in candidates(&prints) {
        let shared = jaccard(&prints[a].runs, &prints[b].runs);
        if shared < UNSURE {
            continue;
        }
        let verdict = if shared >= SAME { Verdict::Same } else { Verdict::Unsure };
        copies.push(Ruling { left: a, right: b, verdict });
        judgements.push(Judgement {
            about: Subject::Document,
            left: corpus.member(a, whole(corpus, a)),
            right: corpus.member(b, whole(corpus, b)),
            verdict,
            rule: RuleId::from("ledger.copy"),
            evidence: vec![("shared", format!("{shared:.2}"))],
        });
    }
    let places: Vec<Place> = (0..corpus.list.len()).map(|document| Place { document, index: 0 }).collect();
    let span = |p: Place| vec![whole(corpus, p.document)];
    let rulings = corrections.rulings(corpus, Subject::Document, &places, span, judgements);
    copies.retain(|c| rulings.iter().all(|r| (r.left, r.right) != (c.left, c.right)));
    copies.extend(rulings);
    for copy in copies.iter().filter(|c| c.verdict == Verdict::Same) {
        copied(corpus, copy.left, copy.right);
    }
}

fn whole(corpus: &Corpus<'_>, document: usize) -> Span {
    Span::of(&corpus.list[document].article.text)
}

/// Marks the later of two articles as a copy of the other or of what that is a copy of.
fn copied(corpus: &mut Corpus<'_>, a: usize, b: usize) {
    let (original, copy) = if first(&corpus.list[b], &corpus.list[a]) { (b, a) } else { (a, b) };
    let original = corpus.list[original].copy_of.unwrap_or(original);
    if original != copy {
        corpus.list[copy].copy_of.get_or_insert(original);
    }
}

/// Whether `a` was published before `b`.
fn first(a: &Document<'_>, b: &Document<'_>) -> bool {
    matches!((a.published, b.published), (Some(a), Some(b)) if a.last < b.first)
}

/// Hashes of all runs of letters in the article's prose, each once, in order.
fn runs(document: &Document<'_>) -> Vec<u64> {
    let prose = document.article.blocks.iter().filter(|b| b.kind.is_prose());
    let letters: Vec<char> =
        prose.flat_map(|b| document.article.text[b.span].chars()).filter(|c| c.is_alphanumeric()).collect();
    let mut runs: Vec<u64> =
        letters.windows(RUN).map(|w| w.iter().fold(FNV, |h, c| mix(h, *c as u64))).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

const FNV: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(hash: u64, value: u64) -> u64 {
    let hash = (hash ^ value).wrapping_mul(0x0000_0100_0000_01b3);
    hash ^ (hash >> 29)
}

/// The runs of letters of an article, and the bands of its signature.
pub(crate) struct Print {
    runs: Vec<u64>,
    /// A hash for each band.
    bands: Vec<u64>,
}

/// The fingerprint of an article.
fn print(document: &Document<'_>) -> Print {
    let runs = runs(document);
    let row = |row: usize| minimum(&runs, row as u64);
    let band = |band: usize| (0..ROWS).map(|at| row(band * ROWS + at)).fold(mix(FNV, band as u64), mix);
    let bands = if runs.is_empty() { Vec::new() } else { (0..BANDS).map(band).collect() };
    Print { runs, bands }
}

/// Pairs of articles that agree in one band of their signatures, in order.
fn candidates(prints: &[&Print]) -> Vec<(usize, usize)> {
    let mut bands: Vec<(u64, usize)> = Vec::with_capacity(prints.len() * BANDS);
    for (document, print) in prints.iter().enumerate() {
        bands.extend(print.bands.iter().map(|band| (*band, document)));
    }
    bands.sort_unstable();
    let mut pairs = Vec::new();
    for together in bands.chunk_by(|a, b| a.0 == b.0) {
        // Of many that agree, each with the first: all are copies of it.
        for (i, (_, a)) in together.iter().take(FIRST).enumerate() {
            pairs.extend(together[i + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// With how many of those that agree in a band the others are compared.
const FIRST: usize = 8;

fn minimum(runs: &[u64], seed: u64) -> u64 {
    let seed = mix(FNV, seed);
    runs.iter().map(|run| mix(seed, *run)).min().unwrap_or(u64::MAX)
}

/// Part of the runs of both that both have.
fn jaccard(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += usize::from(x == y);
        (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
    }
    shared as f64 / (a.len() + b.len() - shared).max(1) as f64
}
