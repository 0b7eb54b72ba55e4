//! What is done by saying it, told by the words said alone: whoever holds that somebody must act asks him, whatever attributes
//! the words (`…すべきだとの考えを示した`).

use super::clause::Clause;
use super::content;
use super::evoke::{self, Evoked};
use super::scene::Scene;
use std::collections::BTreeSet;
use tenkyo_lexicon::events::{Frame, Slot};
use tenkyo_model::EventType;
use tenkyo_text::Span;

/// The acts of the statements whose attribution evokes none among `found`.
pub(super) fn acts<'a>(scene: &Scene<'a>, found: &[Evoked<'a>]) -> Vec<Evoked<'a>> {
    let frames: Vec<&Frame> = scene.lexicon().frames.iter().filter(|f| is_of_words(f)).collect();
    let acting = found.iter().filter(|e| super::performs(e.frame.kind));
    let told: BTreeSet<Span> =
        acting.flat_map(|e| content::cued(scene, &e.clause)).map(|s| s.content).collect();
    let silent = scene.findings.statements.iter().filter(|s| !told.contains(&s.content));
    let clauses = silent.filter_map(|s| clause(scene, s.cue?));
    clauses.filter_map(|clause| evoke::best(scene, frames.iter().copied(), &clause)).collect()
}

/// Whether the frame is known by what is quoted.
fn is_of_words(frame: &Frame) -> bool {
    frame.kind == EventType::Request && frame.with.contains_key(&Slot::Quote)
}

/// The clause of the words that attribute a statement.
fn clause(scene: &Scene<'_>, cue: Span) -> Option<Clause> {
    let bunsetsu = &scene.context.analysis.bunsetsu;
    let first = bunsetsu.partition_point(|b| b.span.end <= cue.start);
    let phrases = (first..bunsetsu.len()).take_while(|i| bunsetsu[*i].span.start < cue.end);
    let index = phrases.filter(|i| scene.phrases[*i].predicate.is_some() && scene.is_told(*i)).last()?;
    Clause::of_predicate(scene, index, cue)
}
