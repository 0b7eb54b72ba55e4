//! Bunsetsu and their dependencies, by rule for now: each depends on the next.

use std::ops::Range;
use tenkyo_model::{Analysis, Bunsetsu, Pos, Relation, Token};
use tenkyo_text::Span;

/// Appends the bunsetsu over `tokens` to the analysis and says which they are.
pub(crate) fn segment(text: &str, tokens: Range<usize>, analysis: &mut Analysis) -> Range<usize> {
    let first = analysis.bunsetsu.len();
    let mut start = tokens.start;
    for i in tokens.clone().skip(1).chain([tokens.end]) {
        if i == tokens.end || begins(&analysis.tokens[i - 1], &analysis.tokens[i]) {
            if start < i {
                let span =
                    Span { start: analysis.tokens[start].span.start, end: analysis.tokens[i - 1].span.end };
                let relation = relation(text, &analysis.tokens[start..i]);
                analysis.bunsetsu.push(Bunsetsu { span, tokens: start..i, head: None, relation });
            }
            start = i;
        }
    }
    let all = first..analysis.bunsetsu.len();
    for i in all.clone().take(all.len().saturating_sub(1)) {
        analysis.bunsetsu[i].head = Some(i + 1);
    }
    if let Some(last) = analysis.bunsetsu[all.clone()].last_mut() {
        last.relation = Relation::Root;
    }
    all
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

fn is_noun(pos: Pos) -> bool {
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

fn relation(text: &str, tokens: &[Token]) -> Relation {
    let Some(last) = tokens.iter().rfind(|t| !matches!(t.pos, Pos::Comma | Pos::Close | Pos::Symbol)) else {
        return Relation::Other;
    };
    match (last.pos, &text[last.span]) {
        (Pos::Topic, "は") => Relation::Topic,
        (Pos::Topic, "も") => Relation::Mo,
        (Pos::Genitive, _) => Relation::No,
        (Pos::Case, "が") => Relation::Ga,
        (Pos::Case, "を") => Relation::Wo,
        (Pos::Case, "に") => Relation::Ni,
        (Pos::Case, "で") => Relation::De,
        (Pos::Case, "から") => Relation::Kara,
        (Pos::Case, "へ") => Relation::He,
        (Pos::Case, "より") => Relation::Yori,
        (Pos::Case, "と") if last.field(2) == Some("引用") => Relation::Quotative,
        (Pos::Case, "と") => Relation::To,
        (Pos::Particle, "まで") => Relation::Made,
        (Pos::Coordinating, _) => Relation::Parallel,
        (Pos::Conjunctive, _) => Relation::Predicate,
        _ => Relation::Other,
    }
}
