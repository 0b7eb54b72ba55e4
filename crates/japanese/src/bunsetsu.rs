//! Where bunsetsu begin, by rule for now.

use crate::relation::relation;
use std::ops::Range;
use tenkyo_model::{Analysis, Bunsetsu, Pos, Token};
use tenkyo_text::Span;

/// Appends the bunsetsu over `tokens` to the analysis and says which they are; their heads come later.
pub(crate) fn segment(text: &str, tokens: Range<usize>, analysis: &mut Analysis) -> Range<usize> {
    let first = analysis.bunsetsu.len();
    let mut start = tokens.start;
    for i in tokens.clone().skip(1).chain([tokens.end]) {
        if start < i && (i == tokens.end || begins(&analysis.tokens[i - 1], &analysis.tokens[i])) {
            let span =
                Span { start: analysis.tokens[start].span.start, end: analysis.tokens[i - 1].span.end };
            let relation = relation(text, &analysis.tokens[start..i]);
            analysis.bunsetsu.push(Bunsetsu { span, tokens: start..i, head: None, relation });
            start = i;
        }
    }
    first..analysis.bunsetsu.len()
}

/// Whether a bunsetsu begins between two tokens.
fn begins(before: &Token, token: &Token) -> bool {
    use Pos::*;
    match token.pos {
        Noun | Person | Place | Organization | Proper | Verbal | AdjectivalNoun | Number | AdverbialNoun
        | Pronoun => !is_noun(before.pos) && !matches!(before.pos, Prefix | Open | Symbol),
        DependentNoun => !is_noun(before.pos) || before.pos == Auxiliary,
        Verb => !matches!(before.pos, Verbal | Prefix | Open) || token.field(6) != Some("する"),
        Adjective | Adverb | Adnominal | Conjunction | Prefix | Interjection => before.pos != Open,
        Open => !is_noun(before.pos) && before.pos != Open,
        _ => false,
    }
}

pub(crate) fn is_noun(pos: Pos) -> bool {
    use Pos::*;
    matches!(
        pos,
        Noun | Person
            | Place
            | Organization
            | Proper
            | Verbal
            | AdjectivalNoun
            | Number
            | AdverbialNoun
            | Pronoun
            | DependentNoun
            | Suffix
            | Counter
    )
}
