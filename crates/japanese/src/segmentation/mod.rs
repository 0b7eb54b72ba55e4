//! Where bunsetsu begin: a linear model over the tokens around each gap.

mod features;

pub use features::{SIZE, features};

use crate::relation::relation;
use crate::weights::Weights;
use crate::word::Word;
use std::ops::Range;
use tenkyo_model::{Analysis, Bunsetsu, Pos};
use tenkyo_text::Span;

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
        let can = || can_begin(words[i - tokens.start].pos);
        let begins = || {
            let features = features(words, start - tokens.start, i - tokens.start);
            weights.prefetch(features.hashes());
            weights.score(features.hashes()) > 0
        };
        if start < i && (i == tokens.end || can() && begins()) {
            let span =
                Span { start: analysis.tokens[start].span.start, end: analysis.tokens[i - 1].span.end };
            let relation = relation(text, &analysis.tokens[start..i]);
            analysis.bunsetsu.push(Bunsetsu { span, tokens: start..i, head: None, relation });
            start = i;
        }
    }
    first..analysis.bunsetsu.len()
}

/// Whether a bunsetsu can begin with such a token: with particles, commas and closing brackets none does.
fn can_begin(pos: Pos) -> bool {
    use Pos::*;
    !matches!(
        pos,
        Case | Topic | Genitive | Conjunctive | Coordinating | Comma | FullStop | Close | DependentVerb
    )
}
