//! Heads as events need them: a topic or case phrase hangs on a predicate, a topic never inside a clause that describes a noun.

use super::phrase::Phrase;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::{Bunsetsu, Pos, Relation, Token};

/// Most phrases inside one pair of brackets.
const WIDEST: usize = 400;
/// Most steps that a phrase is raised.
const STEPS: usize = 8;

/// The head of each phrase: the parser's, raised where its kind cannot hang there.
pub(super) fn raised(bunsetsu: &[Bunsetsu], tokens: &[Token], phrases: &[Phrase]) -> Vec<Option<usize>> {
    let heads: Vec<_> = bunsetsu.iter().map(|b| b.head).collect();
    let last = last_inside(bunsetsu, tokens);
    let within = |index: usize, head: usize| match last[index] {
        Some(last) if head > last && index != last => last,
        _ => head,
    };
    (0..phrases.len()).map(|i| raise(bunsetsu, phrases, &heads, i).map(|head| within(i, head))).collect()
}

/// For each phrase inside brackets, the phrase that closes the innermost of them: nothing inside hangs on what stands outside.
fn last_inside(bunsetsu: &[Bunsetsu], tokens: &[Token]) -> Vec<Option<usize>> {
    let mut last = vec![None; bunsetsu.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, phrase) in bunsetsu.iter().enumerate() {
        for token in &tokens[phrase.tokens.clone()] {
            match token.pos {
                Pos::Open => open.push(index),
                Pos::Close => {
                    let first = open.pop().unwrap_or(index).max(index.saturating_sub(WIDEST));
                    for inside in last[first..=index].iter_mut().filter(|l| l.is_none()) {
                        *inside = Some(index);
                    }
                }
                _ => {}
            }
        }
    }
    last
}

fn raise(bunsetsu: &[Bunsetsu], phrases: &[Phrase], heads: &[Option<usize>], index: usize) -> Option<usize> {
    let mut head = heads[index]?;
    for _ in 0..STEPS {
        match heads[head] {
            Some(above) if !holds(bunsetsu, phrases, heads, index, head) => head = above,
            _ => break,
        }
    }
    Some(head)
}

/// Whether phrase `index` can hang on phrase `head`.
fn holds(
    bunsetsu: &[Bunsetsu],
    phrases: &[Phrase],
    heads: &[Option<usize>],
    index: usize,
    head: usize,
) -> bool {
    let relation = bunsetsu[head].relation;
    let inflected =
        matches!(relation, Relation::Root | Relation::Predicate | Relation::Quotative | Relation::Adnominal);
    let governor = phrases[head].predicate.is_some() || inflected;
    let own_subject =
        || (index + 1..head).any(|i| phrases[i].slot == Some(Slot::Ga) && heads[i] == Some(head));
    if phrases[head].transparent && phrases[index].slot != Some(Slot::Ni) {
        return false;
    }
    match phrases[index].slot {
        Some(Slot::Topic) if bunsetsu[head].relation == Relation::Adnominal => false,
        Some(Slot::Ga) if phrases[head].staged && !phrases[index].actors.is_empty() => false,
        Some(Slot::Topic) if phrases[head].slot == Some(Slot::Quote) => {
            !phrases[index].ends_with_comma && !own_subject()
        }
        Some(Slot::To) if !phrases[index].actors.is_empty() => {
            let listed =
                !phrases[head].actors.is_empty() && phrases[head].is_place == phrases[index].is_place;
            let owner = phrases[head].slot == Some(Slot::No);
            governor || listed || owner || phrases[head].actors.is_empty() && phrases[head].slot.is_none()
        }
        Some(Slot::Topic | Slot::Ga | Slot::Wo) => governor,
        Some(Slot::Against)
            if phrases[index].ends_with_comma
                && matches!(phrases[head].slot, Some(Slot::Quote | Slot::As)) =>
        {
            false
        }
        Some(Slot::Against | Slot::Ni) if phrases[index].ends_with_comma => {
            bunsetsu[head].relation != Relation::Adnominal
        }
        // `アメリカへ6日間の予定で出発する`: what goes somewhere is a predicate, not the noun between.
        Some(Slot::Ni)
            if !phrases[index].actors.is_empty()
                && matches!(phrases[head].slot, Some(Slot::De | Slot::No)) =>
        {
            governor
        }
        Some(Slot::By) => phrases[head].actors.is_empty(),
        _ => true,
    }
}
