//! Coded events: what one actor did to another, by the frames of `data/ja/event`.
//!
//! [`evoke`] finds the words that tell an event, [`roles`] who takes part, [`outlook`] how sure it is, [`dating`] when it
//! was; [`merge`] makes one record of each distinct event.

mod agentless;
mod clause;
mod content;
mod counterpart;
mod dating;
mod evoke;
mod exchange;
mod heads;
mod joint;
mod kinds;
mod merge;
mod names;
mod outlook;
mod owners;
mod participants;
mod parties;
mod passive;
mod phrase;
mod repairs;
mod roles;
mod scene;
mod speech;
mod subject;
mod told;
mod wars;

use crate::Context;
use dating::Day;
use merge::Draft;
use scene::Scene;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::{
    ActorId, ActorKind, BlockKind, Certainty, Diagnostic, Event, EventType, Findings, RuleId, StatementId,
};

/// Adds the events.
pub fn find(context: Context<'_>, findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {
    let scene = Scene::new(context, findings);
    let wider = participants::wider(&scene);
    let unnamed = participants::of(&scene);
    if unnamed.is_empty() {
        findings.events = events(&scene);
        participants::widen(findings, wider);
        return;
    }
    participants::widen(findings, wider);
    let named = findings.actors.len();
    participants::add(context, unnamed, findings);
    findings.events = events(&Scene::new(context, findings));
    participants::drop_idle(findings, named);
}

fn events(scene: &Scene<'_>) -> Vec<Event> {
    let mut drafts = Vec::new();
    let mut said: Vec<Draft> = Vec::new();
    for evoked in evoke::all(scene) {
        let draft = record(scene, &evoked, &said);
        if is_forecast(scene, &draft.event) || is_unreal(&draft.event) {
            continue;
        }
        if performs(draft.event.kind) {
            said.push(draft.clone());
        }
        merge::add(scene, &mut drafts, draft);
    }
    for war in wars::find(scene) {
        if drafts.iter().any(|d| wages(scene, &d.event, &war)) {
            continue;
        }
        let draft = Draft { event: war, weak: true, headline: true, apart: false, former: false };
        merge::add(scene, &mut drafts, draft);
    }
    let mut events: Vec<Event> = drafts.into_iter().map(|d| d.event).collect();
    events.sort_by_key(|e| e.trigger.start);
    events.retain_mut(|event| {
        let one_sided = event.target.is_empty();
        with_bodies(scene, event);
        one_sided || !event.target.is_empty() || event.source.len() > 1
    });
    events
}

/// Whether the event is an attack that commentators only hold possible: that is a forecast, and stands among those.
fn is_forecast(scene: &Scene<'_>, event: &Event) -> bool {
    let attack = event.kind == EventType::Assault;
    let open = event.certainty == Certainty::Possible;
    let teller = event.according_to.first();
    attack && open && teller.is_some_and(|a| scene.kind(*a) == ActorKind::Group && scene.is_commentator(*a))
}

/// Whether nobody does what is only held possible.
fn is_unreal(event: &Event) -> bool {
    event.source.is_empty() && event.certainty >= Certainty::Possible
}

/// Whether `event` tells what its side did in `war`, so that the war's name adds nothing.
fn wages(scene: &Scene<'_>, event: &Event, war: &Event) -> bool {
    let acting = |side: &[ActorId]| side.iter().flat_map(|a| scene.acting_for(*a)).collect::<Vec<_>>();
    let (source, target) = (acting(&event.source), acting(&event.target));
    event.kind == war.kind
        && war.source.iter().any(|a| source.contains(a))
        && war.target.iter().any(|a| target.contains(a))
}

fn record(scene: &Scene<'_>, evoked: &evoke::Evoked<'_>, said: &[Draft]) -> Draft {
    let mut reading = outlook::read(scene, evoked);
    let occasion = performs(reading.kind).then(|| dating::of_speech(scene, evoked, said)).flatten();
    let dated = occasion.or_else(|| dating::of_answer(scene, evoked));
    let weak = dated.as_ref().is_none_or(|d| d.weak);
    let coming = dated.as_ref().is_some_and(|d| !d.weak && is_to_come(scene, &d.value));
    if coming && !performs(reading.kind) && !is_past(scene, evoked.clause.predicate) {
        reading.certainty = reading.certainty.max(Certainty::Probable);
    }
    let headline = scene.block_kind(evoked.clause.word) == Some(BlockKind::Title);
    let (apart, former) = (evoked.frame.apart, told::is_former(scene, evoked.clause.noun));
    Draft { event: event(scene, evoked, &reading, dated), weak, headline, apart, former }
}

/// Whether the predicate of phrase `index` stands in the past.
fn is_past(scene: &Scene<'_>, index: usize) -> bool {
    let past = &scene.context.lexicon.transfers.words.past;
    let content = scene.phrases[index].content.clone();
    scene.context.analysis.tokens[content].iter().any(|t| past.has(t.lemma(scene.text())))
}

/// Whether the date lies after the day on which the article was published: what is to come is only expected.
fn is_to_come(scene: &Scene<'_>, date: &str) -> bool {
    let Some(published) = &scene.findings.published else { return false };
    let first = date.split('/').next().unwrap_or(date);
    let length = first.len().min(published.value.len());
    first.get(..length) > published.value.get(..length)
}

fn event(
    scene: &Scene<'_>,
    evoked: &evoke::Evoked<'_>,
    reading: &outlook::Reading,
    dated: Option<Day>,
) -> Event {
    let statement = scene.statement(evoked.clause.word);
    let chain = statement.map(|(_, s)| s.speaker.into_iter().chain(s.via.iter().map(|l| l.actor)).collect());
    let mut according_to: Vec<ActorId> = chain.unwrap_or_default();
    if performs(reading.kind) {
        according_to.retain(|a| !evoked.roles.source.contains(a));
    }
    Event {
        kind: reading.kind,
        mode: evoked.frame.mode.clone().filter(|m| scene.lexicon().plover.has_mode(reading.kind, m)),
        contexts: contexts(scene, evoked),
        trigger: evoked.clause.trigger,
        source: evoked.roles.source.clone(),
        target: evoked.roles.target.clone(),
        date: dated.as_ref().map(|day| day.value.clone()),
        date_span: dated.and_then(|day| day.span),
        date_local: None,
        date_japan: None,
        place: place(scene, evoked),
        polarity: reading.polarity,
        certainty: reading.certainty,
        according_to,
        statement: statement.map(|(index, _)| StatementId(index as u32)),
        rule: RuleId::from(evoked.frame.id.as_str()),
    }
}

/// What an official does is done by the body and the state for which he acts, and what is done to him is done to them;
/// but arrest, violence and resignation meet the person alone.
fn with_bodies(scene: &Scene<'_>, event: &mut Event) {
    use EventType::*;
    let alone = matches!(event.kind, Coerce | Assault | Retreat);
    let named: Vec<_> = event.source.iter().chain(&event.target).copied().collect();
    let sides = [Some(&mut event.source), Some(&mut event.target).filter(|_| !alone)];
    for side in sides.into_iter().flatten() {
        let bodies: Vec<_> =
            side.iter().flat_map(|a| scene.bodies(*a)).filter(|b| !named.contains(b)).collect();
        for body in bodies {
            if !side.contains(&body) {
                side.push(body);
            }
        }
    }
    event.target.retain(|a| !event.source.contains(a));
}

/// The place that the clause names.
fn place(scene: &Scene<'_>, evoked: &evoke::Evoked<'_>) -> Option<ActorId> {
    let slots = [Slot::De, Slot::Ni, Slot::Wo];
    let mut named = slots.into_iter().flat_map(|slot| evoked.clause.actors(scene, slot));
    named.find(|a| scene.kind(*a) == ActorKind::Place)
}

/// Whether saying it is doing it: the speaker of such words vouches for no fact but acts.
pub(super) fn performs(kind: EventType) -> bool {
    use EventType::*;
    matches!(kind, Accuse | Reject | Request | Threaten)
}

/// The PLOVER contexts that the words around the trigger tell.
fn contexts(scene: &Scene<'_>, evoked: &evoke::Evoked<'_>) -> Vec<String> {
    let words = scene.words(scene.subtree(evoked.clause.predicate).cover(evoked.clause.trigger));
    let told = scene
        .lexicon()
        .words
        .contexts
        .iter()
        .filter(|(_, keys)| keys.iter().any(|k| words.contains(k.as_str())));
    told.map(|(context, _)| context.clone()).collect()
}
