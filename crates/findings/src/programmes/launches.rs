//! Launches and tests of an article.

use super::acts::{self, Found};
use super::outcome;
use crate::actors::ActorIndex;
use crate::times::{self, DateBasis};
use crate::{Context, certainty};
use tenkyo_lexicon::transfers::Part;
use tenkyo_model::{
    ActorId, ActorKind, Event, EventType, Findings, Launch, LaunchKind, LaunchOutcome, Sentence,
};

/// Characters at most between an owner and the thing.
const OWNED: usize = 8;

/// Every launch and test, each once.
pub(super) fn all(context: Context<'_>, findings: &Findings) -> Vec<Launch> {
    let index = ActorIndex::new(findings);
    let mut out: Vec<Launch> = Vec::new();
    for sentence in &context.analysis.sentences {
        if context.article.blocks[sentence.block].kind.is_furniture() {
            continue;
        }
        let found = acts::all(context, sentence, &findings.equipment);
        for (i, act) in found.iter().enumerate() {
            let from = i.checked_sub(1).map_or(sentence.span.start, |i| found[i].trigger.end);
            let to = found.get(i + 1).map_or(sentence.span.end, |next| next.what.start.max(act.trigger.end));
            let launch = launch(context, findings, &index, sentence, act, (from, to));
            // A word of launching that is no event and has no end is a plan, a wish or a kind of thing.
            if launch.outcome != LaunchOutcome::Unknown || event(findings, act).is_some() {
                merge(context, &mut out, launch);
            }
        }
    }
    out
}

fn launch(
    context: Context<'_>,
    findings: &Findings,
    index: &ActorIndex,
    sentence: &Sentence,
    found: &Found<'_>,
    (from, to): (u32, u32),
) -> Launch {
    let event = event(findings, found);
    let ended = outcome::of(context, found.trigger, from, to);
    let dated = times::of_clause(context, findings, found.trigger).filter(|d| d.basis <= DateBasis::Sentence);
    let said = ended.map_or(found.trigger, |e| e.span);
    let stance = certainty::of_clause(context, said);
    let told = certainty::of_clause(context, found.trigger);
    Launch {
        kind: LaunchKind::from_name(&found.act.kind).unwrap_or(LaunchKind::Launch),
        trigger: found.trigger,
        what: found.what,
        equipment: found.equipment,
        by: event
            .and_then(|e| e.source.first().copied())
            .or_else(|| subject(context, findings, index, sentence, found)),
        outcome: ended.map_or(LaunchOutcome::Unknown, |e| e.outcome),
        outcome_span: ended.map(|e| e.span),
        count: ended.and_then(|e| outcome::count(context, findings, e, from)),
        date: dated.as_ref().map(|d| d.value.clone()),
        date_span: dated.and_then(|d| d.span),
        polarity: if ended.is_some() { tenkyo_model::Polarity::Positive } else { told.polarity },
        certainty: stance.certainty,
        according_to: chain(findings, said.start),
        rule: found.act.id.as_str().into(),
    }
}

/// The event that was coded from the same words.
fn event<'f>(findings: &'f Findings, found: &Found<'_>) -> Option<&'f Event> {
    let same = |e: &&Event| e.kind == EventType::Mobilize && e.trigger.overlaps(found.trigger);
    findings.events.iter().find(same)
}

/// Who acts by the particles: the last subject, else topic, else owner before the act.
fn subject(
    context: Context<'_>,
    findings: &Findings,
    index: &ActorIndex,
    sentence: &Sentence,
    found: &Found<'_>,
) -> Option<ActorId> {
    let text = &*context.article.text;
    let places = index.outermost(sentence.span);
    let acts = |actor: ActorId| findings.actors[actor.0 as usize].kind != ActorKind::Place;
    let before =
        || places.iter().filter(|p| p.span.end <= found.trigger.start && acts(p.actor) && !p.span.is_empty());
    let part = |end: u32| context.lexicon.transfers.part(&text[end as usize..]).map(|(part, _)| part);
    // 北朝鮮のミサイルが: whose the thing is, is told right before it.
    let gap = |end: u32| {
        found
            .what
            .start
            .checked_sub(end)
            .map(|_| text[end as usize..found.what.start as usize].chars().count())
    };
    let owner =
        before().rfind(|p| part(p.span.end) == Some(Part::Of) && gap(p.span.end).is_some_and(|n| n <= OWNED));
    if let Some(owner) = owner {
        return Some(owner.actor);
    }
    let parts = [Part::Subject, Part::Topic, Part::By, Part::Of];
    parts.into_iter().find_map(|wanted| before().rfind(|p| part(p.span.end) == Some(wanted))).map(|p| p.actor)
}

/// On whose word: the speakers of the statements that hold the byte `at`, the innermost first, with those who relay them.
fn chain(findings: &Findings, at: u32) -> Vec<ActorId> {
    let mut around: Vec<_> = findings.statements.iter().filter(|s| s.content.holds(at)).collect();
    around.sort_by_key(|s| s.content.len());
    let mut out = Vec::new();
    for actor in around.iter().flat_map(|s| s.speaker.into_iter().chain(s.via.iter().map(|l| l.actor))) {
        if !out.contains(&actor) {
            out.push(actor);
        }
    }
    out
}

/// Adds a launch unless the article has told it: the same thing of the same actor on a day that does not differ.
fn merge(context: Context<'_>, out: &mut Vec<Launch>, new: Launch) {
    let text = &*context.article.text;
    let same_thing = |a: &Launch, b: &Launch| match (a.equipment, b.equipment) {
        (Some(x), Some(y)) => x == y,
        _ => text[a.what].ends_with(&text[b.what]) || text[b.what].ends_with(&text[a.what]),
    };
    let agrees = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
    let outcomes = |a: LaunchOutcome, b: LaunchOutcome| {
        a == b || a == LaunchOutcome::Unknown || b == LaunchOutcome::Unknown
    };
    let same = |old: &&mut Launch| {
        old.kind == new.kind
            && same_thing(old, &new)
            && (old.by == new.by || old.by.is_none() || new.by.is_none())
            && agrees(&old.date, &new.date)
            && outcomes(old.outcome, new.outcome)
            && (old.count == new.count || old.count.is_none() || new.count.is_none())
            && old.polarity == new.polarity
    };
    let Some(old) = out.iter_mut().find(same) else { return out.push(new) };
    old.by = old.by.or(new.by);
    old.equipment = old.equipment.or(new.equipment);
    old.count = old.count.or(new.count);
    if old.date.is_none() {
        (old.date, old.date_span) = (new.date, new.date_span);
    }
    if old.outcome == LaunchOutcome::Unknown && new.outcome != LaunchOutcome::Unknown {
        (old.outcome, old.outcome_span) = (new.outcome, new.outcome_span);
        (old.certainty, old.according_to) = (new.certainty, new.according_to);
    }
}
