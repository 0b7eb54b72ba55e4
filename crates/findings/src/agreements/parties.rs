//! Who made an agreement: the sides of the events of its making, the names around it, those whom 両国 takes up.

use super::mentions::Mention;
use crate::Context;
use crate::actors::ActorIndex;
use crate::transfers::side_of;
use tenkyo_lexicon::transfers::Part;
use tenkyo_model::{ActorId, ActorKind, EventType, Findings};
use tenkyo_text::Span;

/// Sentences that those whom 両国 takes up may stand before it.
const REACH: usize = 4;

/// The parties that the sentence of a mention tells; `made` when it tells that the agreement is made.
pub(super) fn told(context: Context<'_>, findings: &Findings, mention: &Mention, made: bool) -> Vec<ActorId> {
    let index = ActorIndex::new(findings);
    let sentence = context.analysis.sentences[mention.sentence].span;
    let beside = beside(context, findings, &index, mention);
    if !made || beside.len() > 1 {
        return beside;
    }
    let mut found = of_events(findings, sentence);
    if found.is_empty() {
        found = by_particles(context, findings, &index, sentence);
    }
    let state = |a: &ActorId| findings.actors[a.0 as usize].kind == ActorKind::State;
    if found.iter().filter(|a| state(a)).count() > 1 {
        found.retain(state);
    }
    if found.len() < 2 && is_mutual(context, sentence) {
        let both = last_two(context, findings, &index, mention.sentence);
        found = if both.is_empty() { found } else { both };
    }
    found
}

/// The sides of the events that tell its making.
fn of_events(findings: &Findings, sentence: Span) -> Vec<ActorId> {
    let made = findings.events.iter().filter(|e| {
        matches!(e.kind, EventType::Support | EventType::Agree | EventType::Cooperate)
            && sentence.contains(e.trigger)
    });
    made.flat_map(|e| e.source.iter().chain(&e.target).copied()).collect()
}

/// The part that the words after a name give to it.
fn part(context: Context<'_>, end: u32) -> Option<Part> {
    context.lexicon.transfers.part(&context.article.text[end as usize..]).map(|(part, _)| part)
}

fn by_particles(
    context: Context<'_>,
    findings: &Findings,
    index: &ActorIndex,
    sentence: Span,
) -> Vec<ActorId> {
    let parts = [Part::Subject, Part::Topic, Part::With, Part::Of];
    let party = |end: u32| part(context, end).is_some_and(|p| parts.contains(&p));
    let power =
        |a: ActorId| matches!(findings.actors[a.0 as usize].kind, ActorKind::State | ActorKind::Organization);
    index
        .outermost(sentence)
        .into_iter()
        .filter(|p| party(p.span.end) && power(p.actor))
        .map(|p| p.actor)
        .collect()
}

/// The names that the name of the agreement follows: ロシアと北朝鮮の条約, エリツィン政権は北朝鮮との条約を…. One of two that are joined
/// by と, or the subject and whom the agreement is with.
fn beside(context: Context<'_>, findings: &Findings, index: &ActorIndex, mention: &Mention) -> Vec<ActorId> {
    let text = &*context.article.text;
    let sentence = context.analysis.sentences[mention.sentence].span;
    let places = index.outermost(sentence);
    let side = |a: ActorId| side_of(context, findings, a.0 as usize);
    let state = |a: ActorId| findings.actors[side(a).0 as usize].kind == ActorKind::State;
    let power = |a: ActorId| state(a) || findings.actors[a.0 as usize].kind == ActorKind::Organization;
    let before: Vec<_> =
        places.iter().filter(|p| p.span.end <= mention.span.start && power(p.actor)).collect();
    let Some(last) = before.last().filter(|p| state(p.actor)) else { return Vec::new() };
    let gap = text[last.span.end as usize..mention.span.start as usize].trim_end_matches(['「', '『']);
    let marked = context.lexicon.transfers.part(gap).filter(|(_, len)| *len == gap.len());
    let other = match marked {
        Some((Part::Of, _)) => before.iter().rev().nth(1).filter(|p| {
            context.lexicon.transfers.joins(&text[p.span.end as usize..last.span.start as usize])
        }),
        Some((Part::With, len))
            if context.lexicon.transfers.words.attributive.tail_of(&gap[..len]).is_some() =>
        {
            let subject = |end| part(context, end).is_some_and(|p| matches!(p, Part::Subject | Part::Topic));
            before.iter().rev().skip(1).find(|p| subject(p.span.end))
        }
        _ => None,
    };
    let pair = other.map(|p| vec![side(p.actor), side(last.actor)]).unwrap_or_default();
    if pair.first() == pair.last() { Vec::new() } else { pair }
}

/// Whether those who make it were named before: 両国は…に署名した.
fn is_mutual(context: Context<'_>, sentence: Span) -> bool {
    let words = &context.lexicon.agreements.words.both.words;
    words.iter().any(|w| context.article.text[sentence].contains(w.as_str()))
}

/// The two states of the nearest sentence before that names exactly two.
fn last_two(context: Context<'_>, findings: &Findings, index: &ActorIndex, at: usize) -> Vec<ActorId> {
    let states = |sentence: usize| {
        let places = index.outermost(context.analysis.sentences[sentence].span);
        let sides = places.iter().map(|p| side_of(context, findings, p.actor.0 as usize));
        let mut sides: Vec<ActorId> =
            sides.filter(|a| findings.actors[a.0 as usize].kind == ActorKind::State).collect();
        sides.sort_unstable();
        sides.dedup();
        sides
    };
    let near = (at.saturating_sub(REACH)..=at).rev().map(states);
    near.filter(|s| s.len() > 1).map(|s| if s.len() == 2 { s } else { Vec::new() }).next().unwrap_or_default()
}
