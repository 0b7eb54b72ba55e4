//! When an event happened: the time expression of its clause.

use super::clause::Clause;
use super::evoke::Evoked;
use super::scene::Scene;
use crate::times;
use tenkyo_model::{BlockKind, Event, Time, TimeKind};
use tenkyo_text::Span;

/// How many bytes back a speaker's words are still of one occasion.
const NEAR: u32 = 1200;

/// The date of `clause` with the time expression that it comes from.
pub(super) fn of(scene: &Scene<'_>, clause: &Clause) -> Option<(String, Option<Span>)> {
    if scene.block_kind(clause.word) == Some(BlockKind::Title) {
        return None;
    }
    let dated = times::of_clause(scene.context, scene.findings, clause.word)?;
    let span = scene.sentence(clause.noun).map(|s| Span { start: s.span.start, end: clause.word.start })?;
    let weak = matches!(dated.basis, times::DateBasis::Article | times::DateBasis::Published);
    match weak.then(|| before(scene, span)).flatten() {
        Some(time) => Some((time.value.split('T').next().unwrap_or_default().to_owned(), Some(time.span))),
        None => Some((dated.value, dated.span)),
    }
}

/// The date on which the same speaker spoke just before, for words whose own sentence has no date.
pub(super) fn of_speech(
    scene: &Scene<'_>,
    evoked: &Evoked<'_>,
    said: &[Event],
) -> Option<(String, Option<Span>)> {
    let dated = times::of_clause(scene.context, scene.findings, evoked.clause.word)?;
    let weak = matches!(dated.basis, times::DateBasis::Article | times::DateBasis::Published);
    let sentence = scene.sentence(evoked.clause.noun)?;
    if !weak || before(scene, Span { start: sentence.span.start, end: evoked.clause.word.start }).is_some() {
        return None;
    }
    let near = said.iter().rev().take_while(|e| e.trigger.start + NEAR > evoked.clause.word.start);
    let same = near.into_iter().find(|e| e.source == evoked.roles.source)?;
    same.date.clone().map(|date| (date, same.date_span))
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
