//! How sure an event is and whether it happens, as its clause and its sentence tell.

use super::evoke::Evoked;
use super::scene::Scene;
use super::told;
use crate::certainty;
use tenkyo_lexicon::events::Effect;
use tenkyo_model::{Certainty, EventType, Polarity, Pos, Relation};

/// What the clause makes of its event.
pub(super) struct Reading {
    pub(super) kind: EventType,
    pub(super) certainty: Certainty,
    pub(super) polarity: Polarity,
}

/// How many heads upwards words of intention are looked for.
const REACH: usize = 3;
/// How many heads upwards a word of doubt is looked for.
const CLIMB: usize = 4;

/// Reads type, certainty and polarity.
pub(super) fn read(scene: &Scene<'_>, evoked: &Evoked<'_>) -> Reading {
    let (frame, clause) = (evoked.frame, &evoked.clause);
    let stance = certainty::of_clause(scene.context, clause.trigger);
    let bare = certainty::of_clause(scene.context, clause.word).certainty;
    let tried = attempted(scene, clause.predicate);
    let bare = if tried { bare.max(Certainty::Possible) } else { bare };
    let own = stance
        .certainty
        .max(bare)
        .max(carried(scene, clause.predicate))
        .max(doubted(scene, clause.predicate));
    let mut reading = Reading { kind: frame.kind, certainty: own, polarity: stance.polarity };
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
    if intended
        || scene.phrases[clause.predicate].headed
        || (!super::performs(frame.kind) && depends(scene, clause.predicate))
    {
        reading.certainty = reading.certainty.max(Certainty::Probable);
    }
    // To show that one means to accept or refuse is to do so.
    let answers = matches!(frame.kind, EventType::Agree | EventType::Reject | EventType::Concede);
    if intended && answers && reading.certainty == Certainty::Probable {
        reading.certainty = Certainty::Certain;
    }
    if intended && given_up(scene, clause.predicate) {
        flip(&mut reading.polarity);
        reading.certainty = Certainty::Certain;
    }
    if let Some(kind) = frame.intended.filter(|_| intended || vowed(scene, evoked)) {
        reading.kind = kind;
    }
    if let Some(kind) = frame.answering.filter(|_| evoked.answers.is_some()) {
        reading.kind = kind;
    }
    if let Some(kind) = frame.offered.filter(|_| leads_to(scene, clause.predicate, &words.offers)) {
        reading.kind = kind;
        reading.certainty = reading.certainty.max(Certainty::Probable);
    }
    reading
}

/// Whether the verb is not in the past, so that the event is still to come (`全面的に反撃する`).
fn vowed(scene: &Scene<'_>, evoked: &Evoked<'_>) -> bool {
    let tokens = &scene.context.analysis.tokens;
    let last = tokens[scene.context.analysis.tokens_in(evoked.clause.trigger)].last();
    last.is_some_and(|t| t.pos == Pos::Verb && scene.words(t.span) == t.lemma(scene.text()))
}

/// Whether the event comes about only on a condition that its sentence tells (`送れば、制裁を強化する`).
fn depends(scene: &Scene<'_>, index: usize) -> bool {
    scene.dependents(index).iter().any(|d| told::is_if(scene, *d))
}

/// Whether the plan that the predicate of phrase `index` tells is given up (`攻撃する計画を断念した`).
fn given_up(scene: &Scene<'_>, index: usize) -> bool {
    let plan = scene.heads[index].and_then(|noun| scene.heads[noun]);
    let Some(lemma) = plan.and_then(|verb| scene.lemma(verb)) else { return false };
    scene.lexicon().words.light_verbs(lemma).any(|light| light.effect == Effect::Fails)
}

/// Whether the event is only tried (`侵攻しようとした`).
fn attempted(scene: &Scene<'_>, index: usize) -> bool {
    let words = scene.words(scene.context.analysis.bunsetsu[index].span);
    scene.phrases[index].predicate.is_some() && scene.lexicon().grammar.is_attempt(words)
}

/// The certainty of the clause that goes on after the predicate of phrase `index` (`訪れて、協議する予定だ`).
fn carried(scene: &Scene<'_>, index: usize) -> Certainty {
    let bunsetsu = &scene.context.analysis.bunsetsu[index];
    let tokens = &scene.context.analysis.tokens[bunsetsu.tokens.clone()];
    let last = tokens.iter().rev().find(|t| !matches!(t.pos, Pos::Comma | Pos::FullStop | Pos::Close));
    let open = last.is_some_and(|t| {
        let ongoing = scene.lexicon().grammar.ongoing.iter().any(|w| w == t.lemma(scene.text()));
        let stem = !ongoing && matches!(t.pos, Pos::Verb | Pos::DependentVerb | Pos::Verbal);
        stem || (t.pos == Pos::Conjunctive && scene.words(t.span).chars().count() == 1)
    });
    let head = scene.heads[index].filter(|_| open && bunsetsu.relation == Relation::Predicate);
    head.map_or(Certainty::Certain, |head| {
        let words = scene.phrases[head].words;
        certainty::of_clause(scene.context, words).certainty.min(Certainty::Possible)
    })
}

/// How sure an event is that the sentence tells as a view, a rumour or a possibility (`送ったとの見方がある`).
fn doubted(scene: &Scene<'_>, index: usize) -> Certainty {
    let doubts = &scene.lexicon().words.doubts;
    let mut at = index;
    for _ in 0..CLIMB {
        let Some(head) = scene.heads[at] else { return Certainty::Certain };
        if opens_with(scene, head, doubts) && scene.phrases[head].predicate.is_none() {
            return Certainty::Possible;
        }
        at = head;
    }
    Certainty::Certain
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
    if scene.context.analysis.bunsetsu[index].relation == Relation::Predicate {
        return false;
    }
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
