//! Heads by rule: the first bunsetsu that fits, going from head to head.

use tenkyo_model::{Analysis, Bunsetsu, Pos, Relation};

/// The head of bunsetsu `i`, given the heads of all later ones; never beyond `limit`.
pub(super) fn head(i: usize, limit: usize, last: usize, analysis: &Analysis) -> usize {
    let chain = || {
        std::iter::successors(Some(i + 1), |j| analysis.bunsetsu[*j].head).take_while(move |j| *j <= limit)
    };
    let fits = |j: &usize| accepts(analysis, i, *j);
    let found = match analysis.bunsetsu[i].relation {
        Relation::Topic => chain().filter(fits).last(),
        Relation::Other if is_conjunction(analysis, i) => chain().filter(fits).last(),
        _ => chain().find(fits),
    };
    found.or_else(|| chain().last()).unwrap_or((i + 1).min(last))
}

fn accepts(analysis: &Analysis, i: usize, j: usize) -> bool {
    let (dependent, head) = (&analysis.bunsetsu[i], &analysis.bunsetsu[j]);
    match dependent.relation {
        Relation::No | Relation::Adnominal | Relation::Parallel => begins_as_noun(analysis, head),
        Relation::Topic => is_predicate(analysis, head) && head.relation != Relation::Adnominal,
        _ => is_predicate(analysis, head),
    }
}

fn is_conjunction(analysis: &Analysis, i: usize) -> bool {
    analysis.tokens[analysis.bunsetsu[i].tokens.clone()].iter().any(|t| t.pos == Pos::Conjunction)
}

fn begins_as_noun(analysis: &Analysis, b: &Bunsetsu) -> bool {
    let tokens = &analysis.tokens[b.tokens.clone()];
    tokens.iter().find(|t| t.pos != Pos::Open).is_some_and(|t| super::super::bunsetsu::is_noun(t.pos))
}

/// Whether a bunsetsu holds a verb or adjective, a copula, or ends the sentence.
fn is_predicate(analysis: &Analysis, b: &Bunsetsu) -> bool {
    let tokens = &analysis.tokens[b.tokens.clone()];
    b.relation == Relation::Root
        || tokens
            .iter()
            .any(|t| matches!(t.pos, Pos::Verb | Pos::DependentVerb | Pos::Adjective | Pos::Auxiliary))
        || (b.relation == Relation::Other
            && tokens.last().is_some_and(|t| t.pos == Pos::Verbal || t.pos == Pos::Comma))
}
