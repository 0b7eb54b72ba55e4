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
    cued(scene, clause).next().map(|s| s.content).or_else(|| standing().map(|i| scene.subtree(i)))
}

/// The statements that the words of the clause attribute: one for each speaker.
pub(super) fn cued<'a>(scene: &'a Scene<'_>, clause: &Clause) -> impl Iterator<Item = &'a Statement> {
    let whole = clause.trigger.cover(scene.phrases[manner(scene, clause.predicate)].words);
    scene.findings.statements.iter().filter(move |s| s.cue.is_some_and(|c| c.overlaps(whole)))
}

/// Where the predicate of phrase `index` begins with the verb that tells how it is done (`繰り返し指摘する`).
fn manner(scene: &Scene<'_>, index: usize) -> usize {
    let how = |before: &usize| {
        let phrase = &scene.phrases[*before];
        let plain = phrase.slot.is_none() && !phrase.ends_with_comma && phrase.predicate.is_some();
        plain && scene.heads[*before] == Some(index)
    };
    index.checked_sub(1).filter(how).unwrap_or(index)
}

/// Who is to act in what a request asks for: the subject of its clause (`YがZすることを期待する`).
pub(super) fn asked(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let shells = clause.phrases(Slot::Wo).filter(|i| scene.phrases[*i].actors.is_empty());
    let clauses = shells.flat_map(|i| scene.dependents(i)).filter(|p| scene.phrases[**p].predicate.is_some());
    let subjects =
        clauses.flat_map(|p| scene.dependents(*p)).filter(|d| scene.phrases[**d].slot == Some(Slot::Ga));
    subjects.map(|d| scene.participants(*d)).find(|a| !a.is_empty()).unwrap_or_default()
}

/// The parties in the words of `span`, likeliest first: who does it, the subjects, anybody else.
pub(super) fn parties(scene: &Scene<'_>, span: Span) -> Vec<Vec<ActorId>> {
    let phrases: Vec<_> = within(scene, span).collect();
    let marked = |slots: &'static [Slot]| {
        let fits = move |i: &usize| scene.phrases[*i].slot.is_some_and(|s| slots.contains(&s));
        phrases.clone().into_iter().filter(fits)
    };
    let whole = |i: usize| scene.participants(scene.list_from(i));
    let mut found: Vec<_> = marked(&[Slot::By]).map(whole).collect();
    found.extend(marked(&[Slot::Ga, Slot::Topic]).flat_map(|i| [whole(i), scene.owners(i)]));
    // Against whom or with whom something is done is not who does it.
    let acts = |i: &&usize| !matches!(scene.phrases[**i].slot, Some(Slot::Against | Slot::With));
    found.extend(phrases.iter().filter(acts).map(|i| whole(*i)));
    found
}

/// The subjects in the words of `span`.
pub(super) fn subjects(scene: &Scene<'_>, span: Span) -> Vec<Vec<ActorId>> {
    let subjects = within(scene, span).filter(|i| is_subject(scene, *i));
    subjects.map(|i| scene.participants(scene.list_from(i))).collect()
}

/// The phrases in `span`.
fn within(scene: &Scene<'_>, span: Span) -> std::ops::Range<usize> {
    let bunsetsu = &scene.context.analysis.bunsetsu;
    bunsetsu.partition_point(|b| b.span.end <= span.start)
        ..bunsetsu.partition_point(|b| b.span.start < span.end)
}

fn is_subject(scene: &Scene<'_>, index: usize) -> bool {
    matches!(scene.phrases[index].slot, Some(Slot::Ga | Slot::Topic))
}

/// The subjects of the clauses of `span` that say what must be done in one of the `forms` (`すべきだ`): who is to do it.
pub(super) fn obliged(scene: &Scene<'_>, span: Span, forms: &[String]) -> Vec<Vec<ActorId>> {
    let bunsetsu = &scene.context.analysis.bunsetsu;
    let told = |i: &usize| {
        let end = bunsetsu.get(i + 1).map_or(bunsetsu[*i].span.end, |b| b.span.end);
        let words = scene.words(Span { start: bunsetsu[*i].span.start, end });
        scene.phrases[*i].predicate.is_some() && forms.iter().any(|f| words.contains(f.as_str()))
    };
    let wanted = within(scene, span).filter(told);
    let subjects = wanted.flat_map(|i| scene.dependents(i)).copied().filter(|d| is_subject(scene, *d));
    subjects.flat_map(|i| [scene.participants(scene.list_from(i)), scene.owners(i)]).collect()
}
