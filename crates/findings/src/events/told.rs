//! Which clauses tell an event at all.

use super::clause::Voice;
use super::evoke::Evoked;
use super::scene::Scene;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::{EventType, MentionForm};
use tenkyo_text::Span;

/// Whether the predicate of phrase `index` is only a condition (`求めれば`) or a question (`応じるかどうかは`).
pub(super) fn is_condition(scene: &Scene<'_>, index: usize) -> bool {
    let phrase = &scene.phrases[index];
    let verbal = phrase.predicate.is_some_and(|p| !p.nominal || p.span.end > scene.token_end(p.token));
    let asks = verbal && phrase.slot == Some(Slot::List);
    phrase.predicate.is_some() && (asks || ends_with(scene, index, &scene.lexicon().grammar.conditional))
}

/// Whether the predicate of phrase `index` is an if, not a purpose (`求めれば`, not `求めるため`).
pub(super) fn is_if(scene: &Scene<'_>, index: usize) -> bool {
    let grammar = &scene.lexicon().grammar;
    let phrase = &scene.phrases[index];
    let clause = phrase.predicate.is_some() && phrase.slot.is_none();
    clause && ends_with(scene, index, &grammar.ifs) && !ends_with(scene, index, &grammar.no_ifs)
}

/// Whether the noun of phrase `index` is told to be an earlier one of its kind (`前回の核実験`).
pub(super) fn is_former(scene: &Scene<'_>, index: usize) -> bool {
    let words = |d: &usize| scene.words(scene.phrases[*d].words);
    let former = &scene.lexicon().grammar.former;
    scene.dependents(index).iter().map(words).any(|told| former.iter().any(|w| w == told))
}

/// Whether a word is part of a name (`国家安全保障会議`).
pub(super) fn is_name(scene: &Scene<'_>, word: Span) -> bool {
    let named = |form| matches!(form, MentionForm::Name | MentionForm::Alias);
    let mut mentions = scene.findings.actors.iter().flat_map(|a| &a.mentions);
    mentions.any(|m| named(m.form) && m.span.contains(word))
}

/// Whether phrase `index` tells what is wished for (`延ばすよう`).
pub(super) fn is_wish(scene: &Scene<'_>, index: usize) -> bool {
    scene.phrases[index].predicate.is_some() && ends_with(scene, index, &scene.lexicon().grammar.wished)
}

/// Drops the events that a request only asks for (`訪れるよう求める`, `訪れるよう請われる`).
pub(super) fn drop_wishes(scene: &Scene<'_>, found: &mut Vec<Evoked<'_>>) {
    let asks = |index: usize| {
        let Some(lemma) = scene.lemma(index) else { return false };
        let mut frames = scene.lexicon().of_predicate(lemma);
        frames.any(|frame| frame.kind == EventType::Request && !frame.with.contains_key(&Slot::Quote))
    };
    let wished = |index: usize| {
        scene.heads[index].is_some_and(asks) && ends_with(scene, index, &scene.lexicon().grammar.wished)
    };
    found.retain(|e| !wished(e.clause.predicate));
}

/// Drops the events whose nouns are only what somebody asks for or refuses (`辞任を求める`, `撤退を拒否する`): what is asked or
/// refused is itself a request at most.
pub(super) fn drop_wanted(scene: &Scene<'_>, found: &mut Vec<Evoked<'_>>) {
    let wants = |index: usize| {
        let Some(lemma) = scene.lemma(index) else { return false };
        let mut frames = scene.lexicon().of_predicate(lemma);
        frames.any(|f| {
            let refuses = f.kind == EventType::Reject && !f.negative;
            (f.kind == EventType::Request || refuses) && !f.with.contains_key(&Slot::Quote)
        })
    };
    let asked = |e: &Evoked<'_>| {
        let object = scene.phrases[e.clause.noun].slot == Some(Slot::Wo);
        let noun = e.clause.voice == Voice::Noun && e.frame.kind != EventType::Request;
        noun && object && scene.heads[e.clause.noun].is_some_and(wants)
    };
    found.retain(|e| !asked(e) && !is_aim(scene, e));
}

/// Whether the event is only what somebody makes a condition or an aim (`撤退を条件に`, `撤退することを前提に`).
fn is_aim(scene: &Scene<'_>, evoked: &Evoked<'_>) -> bool {
    let shell = scene.described(evoked.clause.predicate).unwrap_or(evoked.clause.noun);
    let object = scene.phrases[shell].slot == Some(Slot::Wo);
    let next = scene.phrases.get(shell + 1).filter(|_| object);
    next.is_some_and(|next| scene.lexicon().grammar.aims.iter().any(|w| w == scene.words(next.words)))
}

/// Whether the predicate of phrase `index` commands (`返せと騒ぐ`): then it tells no event.
pub(super) fn is_command(scene: &Scene<'_>, index: usize) -> bool {
    let phrase = &scene.phrases[index];
    let tokens = &scene.context.analysis.tokens[phrase.content.clone()];
    let form = tokens.last().and_then(|t| t.field(5));
    phrase.predicate.is_some()
        && form.is_some_and(|form| form.starts_with(scene.lexicon().grammar.imperative.as_str()))
}

/// Whether phrase `index`, without punctuation, ends with one of `words`.
pub(super) fn ends_with(scene: &Scene<'_>, index: usize, words: &[String]) -> bool {
    let whole = scene.words(scene.context.analysis.bunsetsu[index].span);
    let bare = whole.trim_end_matches(|c: char| !c.is_alphanumeric());
    words.iter().any(|w| bare.ends_with(w.as_str()))
}
