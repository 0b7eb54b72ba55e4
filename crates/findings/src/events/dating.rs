//! When an event happened: the time expression of its clause.

use super::clause::Clause;
use super::scene::Scene;
use crate::times;
use tenkyo_model::BlockKind;
use tenkyo_text::Span;

/// The date of `clause` with the time expression that it comes from.
pub(super) fn of(scene: &Scene<'_>, clause: &Clause) -> Option<(String, Option<Span>)> {
    if scene.block_kind(clause.word) == Some(BlockKind::Title) {
        return None;
    }
    let dated = times::of_clause(scene.context, scene.findings, clause.word)?;
    Some((dated.value, dated.span))
}
