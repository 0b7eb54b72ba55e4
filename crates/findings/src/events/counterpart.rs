//! Finds a target that its clause leaves out.

use super::clause::Clause;
use super::scene::Scene;
use tenkyo_lexicon::events::{Counterpart, Frame, Slot};
use tenkyo_model::{ActorId, ActorKind, Sentence};
use tenkyo_text::Span;

/// How far back, in sentences, the one who spoke before may stand.
const MEMORY: usize = 3;

/// The target by the frame's own ways of looking for it, best first.
pub(super) fn of(scene: &Scene<'_>, frame: &Frame, clause: &Clause, source: &[ActorId]) -> Vec<ActorId> {
    frame
        .counterpart
        .iter()
        .map(|way| look(scene, *way, clause, source))
        .find(|a| !a.is_empty())
        .unwrap_or_default()
}

fn look(scene: &Scene<'_>, way: Counterpart, clause: &Clause, source: &[ActorId]) -> Vec<ActorId> {
    let mut found = match way {
        Counterpart::Content => content(scene, clause, source),
        Counterpart::Previous => previous(scene, clause, source),
        Counterpart::Owner => owner(scene, clause, source),
        Counterpart::Clause => anywhere(scene, clause, source),
        Counterpart::Discourse => discourse(scene, clause, source),
    };
    found.retain(|a| !source.contains(a));
    found
}

/// Whom the quoted clause is about.
fn content(scene: &Scene<'_>, clause: &Clause, source: &[ActorId]) -> Vec<ActorId> {
    let Some(span) = quoted(scene, clause) else { return Vec::new() };
    let phrases = || {
        let first = scene.context.analysis.bunsetsu.partition_point(|b| b.span.end <= span.start);
        let inside = scene.context.analysis.bunsetsu[first..].iter().take_while(|b| b.span.start < span.end);
        first..first + inside.count()
    };
    let other = |actors: &Vec<ActorId>| actors.iter().any(|a| !source.contains(a));
    let subject = phrases()
        .filter(|i| matches!(scene.phrases[*i].slot, Some(Slot::Ga | Slot::Topic)))
        .flat_map(|i| [scene.participants(i), scene.owners(i)])
        .find(other);
    subject.or_else(|| phrases().map(|i| scene.participants(i)).find(other)).unwrap_or_default()
}

/// The clause that the predicate quotes: the statement of its cue, else what stands before its quotative particle.
fn quoted(scene: &Scene<'_>, clause: &Clause) -> Option<Span> {
    let statements = &scene.findings.statements;
    let cued = statements.iter().find(|s| s.cue.is_some_and(|c| c.overlaps(clause.trigger)));
    let clauses = || clause.phrases(Slot::Wo).filter(|i| scene.phrases[*i].predicate.is_some());
    let standing = || clause.phrases(Slot::Quote).last().or_else(|| clauses().last());
    cued.map(|s| s.content).or_else(|| standing().map(|i| scene.subtree(i)))
}

/// The last one before who spoke, other than the source.
fn previous(scene: &Scene<'_>, clause: &Clause, source: &[ActorId]) -> Vec<ActorId> {
    let sentences = &scene.context.analysis.sentences;
    let Some(here) = scene.context.analysis.sentence_at(clause.word.start) else { return Vec::new() };
    let since = sentences[here.saturating_sub(MEMORY)].span.start;
    let before = scene.findings.statements.iter().rev().filter(|s| s.content.end <= clause.word.start);
    let near = before.take_while(|s| s.content.start >= since);
    near.filter_map(|s| s.speaker).find(|s| !source.contains(s)).into_iter().collect()
}

/// The owner of what is acted on.
fn owner(scene: &Scene<'_>, clause: &Clause, source: &[ActorId]) -> Vec<ActorId> {
    let slots = [Slot::Wo, Slot::Ni, Slot::Against, Slot::De, Slot::Ga, Slot::No];
    let phrases = slots.into_iter().flat_map(|s| clause.phrases(s).collect::<Vec<_>>());
    let owners = phrases.map(|i| scene.concerned(i)).map(|mut a| {
        a.retain(|a| !source.contains(a));
        a
    });
    owners.into_iter().find(|a| !a.is_empty()).unwrap_or_default()
}

/// Any other actor of the clause.
fn anywhere(scene: &Scene<'_>, clause: &Clause, source: &[ActorId]) -> Vec<ActorId> {
    let actors = clause.fillers.iter().flat_map(|(_, i)| [scene.participants(*i), scene.concerned(*i)]);
    actors.into_iter().find(|a| a.iter().any(|a| !source.contains(a))).unwrap_or_default()
}

/// The nearest other actor before the trigger in its sentence, else the topic or another actor of the sentences before.
fn discourse(scene: &Scene<'_>, clause: &Clause, source: &[ActorId]) -> Vec<ActorId> {
    let Some(here) = scene.context.analysis.sentence_at(clause.word.start) else { return Vec::new() };
    let sentences = &scene.context.analysis.sentences;
    let own = nearest(scene, sentences[here].bunsetsu.start..clause.predicate, source, &spoken_of);
    let earlier =
        sentences[..here].iter().rev().take(MEMORY - 1).take_while(|s| s.block == sentences[here].block);
    let topic = |slot: Option<Slot>| slot == Some(Slot::Topic);
    let told = |s: &Sentence| {
        let topics = nearest(scene, s.bunsetsu.clone(), source, &topic);
        if topics.is_empty() { nearest(scene, s.bunsetsu.clone(), source, &spoken_of) } else { topics }
    };
    if own.is_empty() { earlier.map(told).find(|a| !a.is_empty()).unwrap_or_default() } else { own }
}

fn spoken_of(slot: Option<Slot>) -> bool {
    !matches!(slot, Some(Slot::Source | Slot::No))
}

/// The actors, other than the source, of the last of `phrases` whose slot passes.
fn nearest(
    scene: &Scene<'_>,
    phrases: std::ops::Range<usize>,
    source: &[ActorId],
    passes: &dyn Fn(Option<Slot>) -> bool,
) -> Vec<ActorId> {
    let other = |i: usize| {
        let mut actors = scene.participants(i);
        actors.retain(|a| !source.contains(a) && scene.kind(*a) != ActorKind::Place);
        actors
    };
    phrases
        .rev()
        .filter(|i| passes(scene.phrases[*i].slot))
        .map(other)
        .find(|a| !a.is_empty())
        .unwrap_or_default()
}
