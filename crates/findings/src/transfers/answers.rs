//! Answers that take up what was told just before: これを否定している, 北朝鮮は同意した.

use super::memory::Memory;
use super::outlook;
use super::scene::{Break, Name, Scene};
use crate::certainty;
use tenkyo_lexicon::transfers::{Effect, Part};
use tenkyo_model::{ActorId, Certainty, Polarity, Pos, Terms, Token, Transfer, TransferStatus};
use tenkyo_text::Span;

/// How many sentences an answer may stand after what it answers.
const REACH: usize = 2;

/// A predicate that answers, with those who do.
struct Answer {
    effect: Effect,
    span: Span,
    clause: u32,
    by: Vec<ActorId>,
}

/// Adds the denials and consents of a sentence that names no transfer of its own for them.
pub(super) fn add(scene: &Scene<'_>, memory: &mut Memory) {
    for answer in all(scene) {
        let told = memory.told.iter().any(|t| t.span.overlaps(answer.span));
        let record = match answer.effect {
            _ if told => None,
            Effect::Deny => denial(scene, memory, &answer),
            _ => consent(scene, memory, &answer),
        };
        memory.told.extend(record);
    }
}

fn all(scene: &Scene<'_>) -> Vec<Answer> {
    let tokens = scene.tokens();
    let of_token = |at: usize| {
        let token = &tokens[at];
        let lemma = if token.pos == Pos::Verb { token.lemma(scene.text) } else { &scene.text[token.span] };
        let effect = scene.lexicon.support(lemma)?.effect;
        let done = token.pos == Pos::Verb
            || tokens.get(at + 1).is_some_and(|t| scene.lexicon.words.light.has(t.lemma(scene.text)));
        let answers = matches!(effect, Effect::Deny | Effect::Agree | Effect::Refuse);
        let clause = scene.clause(token.span.start).start;
        let by = subjects(scene, clause, token.span.start);
        (done && answers && !by.is_empty()).then_some(Answer { effect, span: token.span, clause, by })
    };
    (0..tokens.len()).filter_map(of_token).collect()
}

/// The subject or topic of the clause, with those joined to it.
fn subjects(scene: &Scene<'_>, from: u32, to: u32) -> Vec<ActorId> {
    let subject = |n: &&Name| {
        n.span.start >= from && n.span.end <= to && matches!(n.part, Some(Part::Subject | Part::Topic))
    };
    scene.names.iter().filter(subject).map(|n| n.actor).collect()
}

/// A party denies what was told of it: the same transfer, negated, on its own word.
fn denial(scene: &Scene<'_>, memory: &Memory, answer: &Answer) -> Option<Transfer> {
    let object = scene.words(answer.clause, answer.span.start);
    let takes_up = scene.lexicon.words.demonstratives.words.iter().any(|w| object.contains(w.as_str()));
    let party =
        |t: &Transfer, a: ActorId| [t.giver, t.receiver].iter().flatten().any(|p| memory.same_side(*p, a));
    let near = memory.told.iter().rev().filter(|t| {
        let at = scene.context.analysis.sentence_at(t.span.start).unwrap_or(0);
        at + REACH >= scene.sentence
    });
    let mut open = near.filter(|t| t.polarity == Polarity::Positive);
    let told = open.find(|t| answer.by.iter().any(|a| party(t, *a))).filter(|_| takes_up)?;
    let span = Span { start: answer.clause, end: answer.span.end }.trim(scene.text);
    Some(Transfer {
        polarity: Polarity::Negative,
        certainty: Certainty::Certain,
        status: TransferStatus::Denied,
        according_to: answer.by.clone(),
        span,
        terms: Terms::default(),
        rule: "transfer.denied".into(),
        ..told.clone()
    })
}

/// Somebody consents to a request, or will not have it.
fn consent(scene: &Scene<'_>, memory: &Memory, answer: &Answer) -> Option<Transfer> {
    let request = memory.request.as_ref().filter(|r| r.sentence + REACH >= scene.sentence)?;
    let by = *answer.by.first()?;
    // What was offered is answered by whom it was offered to.
    let giver = match request.giver {
        Some(giver) if memory.same_side(by, request.receiver) => giver,
        Some(_) => return None,
        None => by,
    };
    // An object of its own (会談に応じた) is another matter.
    let tokens = scene.tokens();
    let here = |t: &Token| t.span.start >= answer.clause && t.span.end <= answer.span.start;
    let taken_up = |t: &Token| scene.lexicon.words.answered.has(&scene.text[t.span]);
    let object = |pair: &[Token]| here(&pair[1]) && pair[1].pos == Pos::Case && !taken_up(&pair[0]);
    let other = tokens.windows(2).any(object);
    let closed = scene.breaks.iter().any(|(end, kind)| *end == answer.clause && *kind == Break::Continues);
    let taken = request.giver.is_none() && memory.same_side(giver, request.receiver);
    if other || closed || taken {
        return None;
    }
    let person = memory.kind(giver) == tenkyo_model::ActorKind::Person;
    let giver = if person { memory.side(giver) } else { giver };
    let stance = certainty::of_clause(scene.context, answer.span);
    let refused = (answer.effect == Effect::Refuse) != (stance.polarity == Polarity::Negative);
    let sure = if refused { Certainty::Certain } else { Certainty::Probable };
    let span = Span { start: answer.clause, end: answer.span.end }.trim(scene.text);
    Some(Transfer {
        giver: Some(giver),
        receiver: Some(request.receiver),
        item: request.item,
        category: request.category.clone(),
        quantity: None,
        date: None,
        date_span: None,
        date_local: None,
        date_japan: None,
        status: if refused { TransferStatus::Refused } else { TransferStatus::Agreed },
        polarity: if refused { Polarity::Negative } else { Polarity::Positive },
        certainty: sure.max(stance.certainty).min(Certainty::Possible),
        according_to: outlook::chain(scene, answer.span.start),
        span,
        terms: Terms::default(),
        rule: "transfer.answer".into(),
    })
}
