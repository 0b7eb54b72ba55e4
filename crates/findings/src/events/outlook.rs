//! How sure an event is and whether it happens, as its clause and its sentence tell.

use super::evoke::Evoked;
use super::scene::Scene;
use crate::certainty;
use tenkyo_lexicon::events::Effect;
use tenkyo_model::{Certainty, EventType, Polarity};

/// What the clause makes of its event.
pub(super) struct Reading {
    pub(super) kind: EventType,
    pub(super) certainty: Certainty,
    pub(super) polarity: Polarity,
}

/// How many heads upwards words of intention are looked for.
const REACH: usize = 3;

/// Reads type, certainty and polarity.
pub(super) fn read(scene: &Scene<'_>, evoked: &Evoked<'_>) -> Reading {
    let (frame, clause) = (evoked.frame, &evoked.clause);
    let stance = certainty::of_clause(scene.context, clause.trigger);
    let mut reading = Reading { kind: frame.kind, certainty: stance.certainty, polarity: stance.polarity };
    match clause.effect {
        Effect::Fails => flip(&mut reading.polarity),
        Effect::Planned => reading.certainty = reading.certainty.max(Certainty::Probable),
        Effect::Considered => reading.certainty = reading.certainty.max(Certainty::Possible),
        Effect::Happens | Effect::Undergone | Effect::Broken => {}
    }
    if let Some(kind) = frame.negated.filter(|_| reading.polarity == Polarity::Negative) {
        reading.kind = kind;
        reading.polarity = Polarity::Positive;
    }
    if frame.fails {
        reading.polarity = Polarity::Negative;
    }
    let words = &scene.lexicon().words;
    let intended = clause.effect == Effect::Planned || leads_to(scene, clause.predicate, &words.intentions);
    if let Some(kind) = frame.intended.filter(|_| intended) {
        reading.kind = kind;
    }
    if let Some(kind) = frame.offered.filter(|_| leads_to(scene, clause.predicate, &words.offers)) {
        reading.kind = kind;
        reading.certainty = reading.certainty.max(Certainty::Probable);
    }
    reading
}

fn flip(polarity: &mut Polarity) {
    *polarity = match polarity {
        Polarity::Positive => Polarity::Negative,
        Polarity::Negative => Polarity::Positive,
    };
}

/// Whether the predicate of phrase `index` stands before one of `nouns`.
fn leads_to(scene: &Scene<'_>, index: usize, nouns: &[String]) -> bool {
    let mut at = index;
    for _ in 0..REACH {
        let Some(head) = scene.heads[at] else { return false };
        at = head;
        if opens_with(scene, at, nouns) {
            return true;
        }
        if scene.phrases[at].predicate.is_some() {
            return false;
        }
    }
    false
}

fn opens_with(scene: &Scene<'_>, index: usize, nouns: &[String]) -> bool {
    let tokens = &scene.context.analysis.tokens;
    let noun = tokens[scene.phrases[index].content.clone()].first();
    noun.is_some_and(|noun| nouns.iter().any(|w| w == scene.words(noun.span)))
}
