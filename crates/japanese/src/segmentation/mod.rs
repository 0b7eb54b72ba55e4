//! Where bunsetsu begin: a linear model over the tokens around each gap.

mod features;

pub use features::{SIZE, features, pair};

use crate::relation::relation;
use crate::weights::Weights;
use crate::word::Word;
use std::ops::Range;
use tenkyo_model::{Analysis, Bunsetsu, Pos};
use tenkyo_text::Span;

/// Weight of a pair of context ids between which a bunsetsu always begins.
pub const ALWAYS: i16 = i16::MAX;
/// Weight of a pair of context ids between which none ever does.
pub const NEVER: i16 = -ALWAYS;

/// Appends the bunsetsu over `tokens` to the analysis and says which they are; their heads come later. `words` are the
/// tokens as integers.
pub fn segment(
    text: &str,
    tokens: Range<usize>,
    words: &[Word],
    weights: Weights<'_>,
    analysis: &mut Analysis,
) -> Range<usize> {
    let first = analysis.bunsetsu.len();
    let mut start = tokens.start;
    for i in tokens.clone().skip(1).chain([tokens.end]) {
        let begins = || begins(words, start - tokens.start, i - tokens.start, weights);
        if start < i && (i == tokens.end || begins()) {
            let span =
                Span { start: analysis.tokens[start].span.start, end: analysis.tokens[i - 1].span.end };
            let relation = relation(text, &analysis.tokens[start..i]);
            analysis.bunsetsu.push(Bunsetsu { span, tokens: start..i, head: None, relation });
            start = i;
        }
    }
    first..analysis.bunsetsu.len()
}

/// Whether a bunsetsu begins with token `at`; the one before began with token `start`.
fn begins(words: &[Word], start: usize, at: usize, weights: Weights<'_>) -> bool {
    if !can_begin(words[at].pos) {
        return false;
    }
    let pair = weights.score(&[pair(words, at)]);
    if pair.abs() == i32::from(ALWAYS) {
        return pair > 0;
    }
    let features = features(words, start, at);
    weights.prefetch(features.hashes());
    weights.score(features.hashes()) > 0
}

/// Whether a bunsetsu can begin with such a token: with particles, commas and closing brackets none does.
fn can_begin(pos: Pos) -> bool {
    use Pos::*;
    !matches!(
        pos,
        Case | Topic | Genitive | Conjunctive | Coordinating | Comma | FullStop | Close | DependentVerb
    )
}
