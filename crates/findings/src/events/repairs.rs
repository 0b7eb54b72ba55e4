//! Heads that the parser cannot know: attempts (`侵攻しようとする`), wishes (`延ばすよう圧力をかける`), what goes on
//! (`韓国を訪問中の長官`).

use super::phrase::Phrase;
use crate::Context;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::Relation;

/// How many phrases on the predicate of a wish may stand.
const NEXT: usize = 6;

/// A wish (`延ばすよう`) hangs on the next predicate, not on one beyond it.
pub(super) fn wishes(context: Context<'_>, phrases: &[Phrase], heads: &mut [Option<usize>]) {
    let ends = &context.lexicon.events.grammar.wished;
    for index in 0..phrases.len() {
        let Some(head) = heads[index].filter(|head| *head > index + 1) else { continue };
        let words = &context.article.text[context.analysis.bunsetsu[index].span];
        if phrases[index].predicate.is_some() && ends.iter().any(|end| words.ends_with(end.as_str())) {
            let next = (index + 1..head).take(NEXT).find(|i| phrases[*i].predicate.is_some());
            heads[index] = next.or(Some(head));
        }
    }
}

/// What stands right before a noun that tells what goes on hangs on that (`韓国を訪問中の長官`).
pub(super) fn lasting(context: Context<'_>, phrases: &[Phrase], heads: &mut [Option<usize>]) {
    for index in 1..phrases.len() {
        let genitive = context.analysis.bunsetsu[index].relation == Relation::No;
        let goes_on = genitive && phrases[index].predicate.is_some() && phrases[index].slot.is_none();
        let object = matches!(phrases[index - 1].slot, Some(Slot::Wo | Slot::Ni | Slot::De));
        if goes_on && object && heads[index - 1].is_some_and(|head| head > index) {
            heads[index - 1] = Some(index);
        }
    }
}

/// In `侵攻しようとする` the first verb governs what the parser hangs on する.
pub(super) fn attempts(context: Context<'_>, phrases: &mut [Phrase], heads: &mut [Option<usize>]) {
    let text: &str = &context.article.text;
    let tokens = &context.analysis.tokens;
    let grammar = &context.lexicon.events.grammar;
    let suru = |i: usize| {
        let first = tokens[phrases[i].content.clone()].first();
        first.is_some_and(|t| grammar.suru.iter().any(|s| s == t.lemma(text)))
    };
    let willed = |i: usize| {
        let words = &text[context.analysis.bunsetsu[i].span];
        phrases[i].predicate.is_some() && grammar.is_attempt(words)
    };
    let found: Vec<_> =
        (1..phrases.len()).filter(|i| heads[i - 1] == Some(*i) && suru(*i) && willed(i - 1)).collect();
    for verb in found {
        for head in heads[..verb - 1].iter_mut().filter(|h| **h == Some(verb)) {
            *head = Some(verb - 1);
        }
        phrases[verb - 1].slot = None;
    }
}
