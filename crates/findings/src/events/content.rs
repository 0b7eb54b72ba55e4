//! What a clause quotes, and whom quoted words are about.

use super::clause::Clause;
use super::scene::Scene;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::{ActorId, Statement};
use tenkyo_text::Span;

/// The clause that the predicate quotes: the statement of its cue, else what stands before its quotative particle.
pub(super) fn quoted(scene: &Scene<'_>, clause: &Clause) -> Option<Span> {
    let clauses = || clause.phrases(Slot::Wo).filter(|i| scene.phrases[*i].predicate.is_some());
    let standing = || clause.phrases(Slot::Quote).last().or_else(|| clauses().last());
    cued(scene, clause).map(|s| s.content).or_else(|| standing().map(|i| scene.subtree(i)))
}

/// The statement that the words of the clause attribute.
pub(super) fn cued<'a>(scene: &Scene<'a>, clause: &Clause) -> Option<&'a Statement> {
    let whole = clause.trigger.cover(scene.phrases[clause.predicate].words);
    scene.findings.statements.iter().find(|s| s.cue.is_some_and(|c| c.overlaps(whole)))
}

/// The parties in the words of `span`, likeliest first: who does it, the subjects, anybody else.
pub(super) fn parties(scene: &Scene<'_>, span: Span) -> Vec<Vec<ActorId>> {
    let bunsetsu = &scene.context.analysis.bunsetsu;
    let first = bunsetsu.partition_point(|b| b.span.end <= span.start);
    let phrases: Vec<_> =
        (first..bunsetsu.len()).take_while(|i| bunsetsu[*i].span.start < span.end).collect();
    let marked = |slots: &'static [Slot]| {
        let fits = move |i: &usize| scene.phrases[*i].slot.is_some_and(|s| slots.contains(&s));
        phrases.clone().into_iter().filter(fits)
    };
    let mut found: Vec<_> = marked(&[Slot::By]).map(|i| scene.participants(i)).collect();
    found.extend(marked(&[Slot::Ga, Slot::Topic]).flat_map(|i| [scene.participants(i), scene.owners(i)]));
    found.extend(phrases.iter().map(|i| scene.participants(*i)));
    found
}
