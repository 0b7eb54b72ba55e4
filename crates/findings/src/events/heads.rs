//! Heads as events need them: a topic or case phrase hangs on a predicate, a topic never inside a clause that describes a noun.

use super::phrase::Phrase;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::{Bunsetsu, Relation};

/// Most steps that a phrase is raised.
const STEPS: usize = 8;

/// The head of each phrase: the parser's, raised where its kind cannot hang there.
pub(super) fn raised(bunsetsu: &[Bunsetsu], phrases: &[Phrase]) -> Vec<Option<usize>> {
    let heads: Vec<_> = bunsetsu.iter().map(|b| b.head).collect();
    (0..phrases.len()).map(|index| raise(bunsetsu, phrases, &heads, index)).collect()
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
        Some(Slot::Topic) if phrases[head].slot == Some(Slot::Quote) => {
            !phrases[index].ends_with_comma && !own_subject()
        }
        Some(Slot::Topic | Slot::Ga | Slot::Wo) => governor,
        Some(Slot::Against | Slot::Ni) if phrases[index].ends_with_comma => {
            bunsetsu[head].relation != Relation::Adnominal
        }
        Some(Slot::By) => phrases[head].actors.is_empty(),
        _ => true,
    }
}
