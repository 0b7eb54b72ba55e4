//! Heads of phrases: the parser's, and where it only chained them, a reading of particles.

use super::phrase::Phrase;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::{Analysis, Sentence};

/// The head of each phrase.
pub(super) fn heads(analysis: &Analysis, phrases: &[Phrase]) -> Vec<Option<usize>> {
    let mut heads: Vec<_> = analysis.bunsetsu.iter().map(|b| b.head).collect();
    for sentence in &analysis.sentences {
        if is_chain(&heads, sentence) {
            for index in sentence.bunsetsu.clone() {
                heads[index] = head(phrases, index, sentence.bunsetsu.end);
            }
        }
    }
    heads
}

/// Whether each phrase of a longer sentence hangs on the next: nothing was parsed.
fn is_chain(heads: &[Option<usize>], sentence: &Sentence) -> bool {
    let inner = sentence.bunsetsu.start..sentence.bunsetsu.end.saturating_sub(1);
    inner.len() > 3 && inner.clone().all(|i| heads[i] == Some(i + 1))
}

fn head(phrases: &[Phrase], index: usize, end: usize) -> Option<usize> {
    let after = index + 1..end;
    let last = after.clone().next_back()?;
    let predicate = |i: &usize| phrases[*i].predicate.is_some();
    let noun = |i: &usize| !phrases[*i].predicate.is_some_and(|p| !p.nominal);
    let found = match (phrases[index].slot, phrases[index].predicate) {
        (Some(Slot::No | Slot::List | Slot::With | Slot::Origin), _) => after.clone().find(noun),
        (Some(Slot::Topic), _) => after.clone().rev().find(predicate),
        (Some(_), _) => after.clone().find(predicate),
        (None, Some(_)) if phrases[index].ends_with_comma => after.clone().rev().find(predicate),
        (None, Some(_)) => after.clone().next(),
        (None, None) => after.clone().next(),
    };
    Some(found.unwrap_or(last))
}
