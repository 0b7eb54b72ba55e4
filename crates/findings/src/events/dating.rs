//! When an event happened: the time expression of its clause.

use super::clause::Clause;
use super::evoke::Evoked;
use super::merge::Draft;
use super::scene::Scene;
use crate::times;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::{BlockKind, Time, TimeKind};
use tenkyo_text::Span;

/// How many bytes back a speaker's words are still of one occasion.
const NEAR: u32 = 1200;

/// The date of an event.
#[derive(Clone, Debug)]
pub(super) struct Day {
    /// ISO day, month, year or interval.
    pub(super) value: String,
    /// The words that tell it.
    pub(super) span: Option<Span>,
    /// Whether only the article as a whole has it, so that any other date may be the true one.
    pub(super) weak: bool,
}

/// The date of `clause` with the time expression that it comes from.
pub(super) fn of(scene: &Scene<'_>, clause: &Clause) -> Option<Day> {
    if scene.block_kind(clause.word) == Some(BlockKind::Title) {
        return None;
    }
    let dated = of_words(scene, clause)?;
    let span = scene.sentence(clause.noun).map(|s| Span { start: s.span.start, end: clause.word.start })?;
    // After the subject of the clause a date is its own (`ロシアが19日に発表した制裁`).
    let start = scene.sentence(clause.predicate).map_or(clause.predicate, |s| s.bunsetsu.start);
    let subject = (start..clause.predicate).rev().find(|i| scene.phrases[*i].slot == Some(Slot::Ga));
    let subject = subject.map(|i| scene.phrases[i].words.end);
    let inside = |at: Span| subject.is_some_and(|end| end <= at.start && at.end <= clause.word.start);
    let told_inside = dated.basis == times::DateBasis::Sentence
        && scene.described(clause.predicate).is_some()
        && !dated.span.is_some_and(inside);
    let weak = told_inside || matches!(dated.basis, times::DateBasis::Article | times::DateBasis::Published);
    let named = (weak && !told_inside).then(|| before(scene, span)).flatten();
    let told = named.and_then(|time| Some((times::plain(&time.value)?, time.span)));
    Some(match told {
        Some((value, span)) => Day { value, span: Some(span), weak: false },
        None => Day { value: dated.value, span: dated.span, weak },
    })
}

/// The date by the words of the event, or by its light verb when only that has one of its own.
fn of_words(scene: &Scene<'_>, clause: &Clause) -> Option<times::Dated> {
    let by = |span| times::of_clause(scene.context, scene.findings, span);
    let own = by(clause.word)?;
    let apart = clause.noun != clause.predicate && own.basis != times::DateBasis::Clause;
    let verb = apart.then(|| by(scene.phrases[clause.predicate].words)).flatten();
    Some(verb.filter(|v| v.basis < own.basis).unwrap_or(own))
}

/// The date of an answer: its own, else that of what it answers.
pub(super) fn of_answer(scene: &Scene<'_>, evoked: &Evoked<'_>) -> Option<Day> {
    let own = of(scene, &evoked.clause);
    let asked = || evoked.answers.as_ref().and_then(|asked| of(scene, asked));
    match own {
        Some(day) if !day.weak => Some(day),
        weak => asked().filter(|day| !day.weak).or(weak),
    }
}

/// The date on which the same speaker spoke just before, for words whose own sentence has no date.
pub(super) fn of_speech(scene: &Scene<'_>, evoked: &Evoked<'_>, said: &[Draft]) -> Option<Day> {
    let dated = times::of_clause(scene.context, scene.findings, evoked.clause.word)?;
    let weak = matches!(dated.basis, times::DateBasis::Article | times::DateBasis::Published);
    let sentence = scene.sentence(evoked.clause.noun)?;
    if !weak || before(scene, Span { start: sentence.span.start, end: evoked.clause.word.start }).is_some() {
        return None;
    }
    let near = said.iter().rev().take_while(|d| d.event.trigger.start + NEAR > evoked.clause.word.start);
    let same = near.into_iter().find(|d| d.event.source == evoked.roles.source)?;
    let value = same.event.date.clone()?;
    Some(Day { value, span: same.event.date_span, weak: same.weak })
}

/// The last day, month or year named in `span`: better than none of the clause's own.
fn before<'a>(scene: &Scene<'a>, span: Span) -> Option<&'a Time> {
    let calendar = |t: &&Time| {
        let year = t.value.get(..4).is_some_and(|y| y.bytes().all(|b| b.is_ascii_digit()));
        year && matches!(t.kind, TimeKind::Date | TimeKind::Time)
    };
    let times = &scene.findings.times;
    let end = times.partition_point(|t| t.span.end <= span.end);
    times[..end].iter().rev().take_while(|t| t.span.start >= span.start).find(calendar)
}
