//! How sure an event is and whether it happens, as its clause and its sentence tell.

use super::evoke::Evoked;
use super::scene::Scene;
use tenkyo_lexicon::events::{Effect, Outlook};
use tenkyo_model::{Certainty, EventType, Polarity};

/// What the clause makes of its event.
pub(super) struct Reading {
    pub(super) kind: EventType,
    pub(super) certainty: Certainty,
    pub(super) polarity: Polarity,
}

/// How many heads upwards words of outlook are looked for.
const REACH: usize = 3;

/// Reads type, certainty and polarity.
pub(super) fn read(scene: &Scene<'_>, evoked: &Evoked<'_>) -> Reading {
    let (frame, clause) = (evoked.frame, &evoked.clause);
    let outlook = outlook(scene, clause.predicate);
    let mut reading = Reading { kind: frame.kind, certainty: Certainty::Certain, polarity: Polarity::Positive };
    if let Some(outlook) = outlook {
        reading.certainty = outlook.certainty;
        reading.polarity = outlook.polarity;
    }
    match clause.effect {
        Effect::Fails => flip(&mut reading.polarity),
        Effect::Planned => reading.certainty = reading.certainty.max(Certainty::Probable),
        Effect::Considered => reading.certainty = reading.certainty.max(Certainty::Possible),
        Effect::Happens | Effect::Undergone => {}
    }
    match frame.negated {
        Some(kind) if clause.negative => reading.kind = kind,
        _ if clause.negative => flip(&mut reading.polarity),
        _ => {}
    }
    let intended = outlook.is_some_and(|o| o.intention) || clause.effect == Effect::Planned;
    if let Some(kind) = frame.intended.filter(|_| intended) {
        reading.kind = kind;
    }
    reading
}

fn flip(polarity: &mut Polarity) {
    *polarity = match polarity {
        Polarity::Positive => Polarity::Negative,
        Polarity::Negative => Polarity::Positive,
    };
}

/// The word of outlook that follows the predicate of phrase `index`.
fn outlook<'a>(scene: &Scene<'a>, index: usize) -> Option<&'a Outlook> {
    let mut at = index;
    for _ in 0..REACH {
        at = scene.heads[at]?;
        if let Some(found) = word(scene, at) {
            return Some(found);
        }
        if scene.phrases[at].predicate.is_some() {
            return None;
        }
    }
    None
}

/// The outlook that the noun of phrase `index` tells.
fn word<'a>(scene: &Scene<'a>, index: usize) -> Option<&'a Outlook> {
    let tokens = &scene.context.analysis.tokens;
    let noun = tokens[scene.phrases[index].content.clone()].first()?;
    scene.lexicon().words.outlook(scene.words(noun.span))
}
