//! Heads that the parser cannot know: attempts (`侵攻しようとする`), wishes (`延ばすよう圧力をかける`), what goes on
//! (`韓国を訪問中の長官`), subjects inside what is said.

use super::phrase::Phrase;
use crate::Context;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::{Pos, Relation};

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

/// The subject inside what somebody says or opposes belongs there when the clause has a topic that acts
/// (`政府は、会社が規則に違反していると非難した`).
pub(super) fn inner_subjects(context: Context<'_>, phrases: &[Phrase], heads: &mut [Option<usize>]) {
    for sentence in &context.analysis.sentences {
        for index in sentence.bunsetsu.clone() {
            let acts = phrases[index].slot == Some(Slot::Ga) && !phrases[index].actors.is_empty();
            let Some(head) = heads[index].filter(|_| acts) else { continue };
            let topical =
                (sentence.bunsetsu.start..index).any(|t| is_topic_of(context, phrases, heads, t, head));
            let inner = (index + 1..head).find(|p| is_inner(phrases, heads, *p, head));
            let taken =
                |p: usize| (index + 1..p).any(|i| phrases[i].slot == Some(Slot::Ga) && heads[i] == Some(p));
            if let Some(inner) = inner.filter(|p| topical && !taken(*p) && !opens(context, index, *p)) {
                heads[index] = Some(inner);
            }
        }
    }
}

/// Whether phrase `topic` is an actor as topic of the predicate of phrase `head`, or of one that goes on there.
fn is_topic_of(
    context: Context<'_>,
    phrases: &[Phrase],
    heads: &[Option<usize>],
    topic: usize,
    head: usize,
) -> bool {
    let acts = phrases[topic].slot == Some(Slot::Topic) && !phrases[topic].actors.is_empty();
    let goes_on = |at: usize| {
        let bunsetsu = &context.analysis.bunsetsu[at];
        let tokens = &context.analysis.tokens[bunsetsu.tokens.clone()];
        let last = tokens.iter().rev().find(|t| t.pos != Pos::Comma);
        let stem = last.is_some_and(|t| matches!(t.pos, Pos::Verb | Pos::DependentVerb | Pos::Verbal));
        stem && bunsetsu.relation == Relation::Predicate && heads[at] == Some(head)
    };
    let quoting = |at: usize| phrases[head].slot == Some(Slot::Quote) && heads[head] == Some(at);
    acts && heads[topic].is_some_and(|at| at == head || goes_on(at) || quoting(at))
}

/// Whether phrase `at` is the predicate of what the predicate of phrase `head` quotes or has as its object.
fn is_inner(phrases: &[Phrase], heads: &[Option<usize>], at: usize, head: usize) -> bool {
    let Some(above) = heads[at].filter(|_| phrases[at].predicate.is_some()) else { return false };
    let quoted = phrases[at].slot == Some(Slot::Quote) && above == head;
    // `発動したことについての論評を発表した`: what describes the object may itself be described by a clause.
    let shell = |i: usize| phrases[i].actors.is_empty() && phrases[i].predicate.is_none();
    let joins =
        |i: usize| shell(i) && matches!(phrases[i].slot, Some(Slot::No | Slot::About | Slot::Against));
    let mut last = above;
    while let Some(next) = heads[last].filter(|next| joins(last) && *next < head) {
        last = next;
    }
    let governed = matches!(phrases[last].slot, Some(Slot::Wo | Slot::Ni | Slot::About))
        && phrases[last].actors.is_empty();
    let described = phrases[at].slot.is_none() && !phrases[at].ends_with_comma && above == at + 1;
    let verbal = phrases[at].predicate.is_some_and(|p| !p.nominal || phrases[at].content.end > p.token + 1);
    let deed = verbal && matches!(phrases[at].slot, Some(Slot::Wo | Slot::Ni)) && above == head;
    quoted || deed || (described && governed && heads[last] == Some(head))
}

/// Whether a quotation opens after phrase `from`, at or before phrase `to`.
fn opens(context: Context<'_>, from: usize, to: usize) -> bool {
    let bunsetsu = &context.analysis.bunsetsu[from + 1..=to];
    let tokens = |range: &std::ops::Range<usize>| &context.analysis.tokens[range.clone()];
    bunsetsu.iter().any(|b| tokens(&b.tokens).iter().any(|t| t.pos == Pos::Open))
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
