//! Scores on gold bunsetsu, counted as the usual scorers do: spans, and arcs between spans.

use crate::corpora::Sentence;
use crate::learner::weights;
use std::collections::BTreeSet;
use tenkyo_japanese::{Tokenizer, Word, dependency, segmentation};
use tenkyo_model::Analysis;
use tenkyo_text::Span;

/// Boundary F1 and dependency F1, and dependency accuracy with gold boundaries wherever both agree.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    /// F1 of bunsetsu spans.
    pub boundary: f64,
    /// F1 of arcs.
    pub dependency: f64,
    /// Accuracy of arcs in sentences whose boundaries are all right.
    pub agreed: f64,
}

/// Parses the sentences with these tables and compares.
pub fn bunsetsu(gold: &[Sentence], segmentation: &[i16], dependency: &[i16]) -> Scores {
    let mut tokenizer = Tokenizer::new();
    let (mut spans, mut arcs, mut agreed) = ([0usize; 3], [0usize; 3], [0usize; 2]);
    for sentence in gold {
        let (gold_spans, gold_arcs) = of_gold(sentence);
        let (our_spans, our_arcs) = ours(sentence, segmentation, dependency, &mut tokenizer);
        count(&gold_spans, &our_spans, &mut spans);
        count(&gold_arcs, &our_arcs, &mut arcs);
        if gold_spans == our_spans {
            agreed[0] += gold_arcs.intersection(&our_arcs).count();
            agreed[1] += gold_arcs.len();
        }
    }
    let f1 = |[both, gold, ours]: [usize; 3]| 2.0 * both as f64 / (gold + ours) as f64;
    Scores { boundary: f1(spans), dependency: f1(arcs), agreed: agreed[0] as f64 / agreed[1] as f64 }
}

pub type Bounds = (usize, usize);

fn count<T: Ord>(gold: &BTreeSet<T>, ours: &BTreeSet<T>, counts: &mut [usize; 3]) {
    counts[0] += gold.intersection(ours).count();
    counts[1] += gold.len();
    counts[2] += ours.len();
}

pub fn of_gold(sentence: &Sentence) -> (BTreeSet<Bounds>, BTreeSet<(Bounds, Bounds)>) {
    let ends = sentence.bunsetsu.iter().skip(1).map(|b| b.0).chain([sentence.text.len()]);
    let spans: Vec<Bounds> = sentence.bunsetsu.iter().map(|b| b.0).zip(ends).collect();
    let heads = sentence.bunsetsu.iter().map(|b| b.1);
    let arcs = spans.iter().zip(heads).filter_map(|(span, head)| Some((*span, *spans.get(head?)?))).collect();
    (spans.iter().copied().collect(), arcs)
}

fn ours(
    sentence: &Sentence,
    segmentation: &[i16],
    dependency: &[i16],
    tokenizer: &mut Tokenizer,
) -> (BTreeSet<Bounds>, BTreeSet<(Bounds, Bounds)>) {
    let text = &sentence.text;
    let mut analysis = Analysis::default();
    let tokens = tokenizer.tokenize(text, Span::of(text), &mut analysis.tokens);
    let words: Vec<Word> = analysis.tokens.iter().map(|t| Word::new(text, t)).collect();
    let all = segmentation::segment(text, tokens, &words, weights(segmentation), &mut analysis);
    dependency::attach(text, all, &words, weights(dependency), &mut analysis);
    let bounds =
        |i: usize| (analysis.bunsetsu[i].span.start as usize, analysis.bunsetsu[i].span.end as usize);
    let arcs = analysis.bunsetsu.iter().enumerate();
    let arcs = arcs.filter_map(|(i, b)| Some((bounds(i), bounds(b.head?)))).collect();
    ((0..analysis.bunsetsu.len()).map(bounds).collect(), arcs)
}
