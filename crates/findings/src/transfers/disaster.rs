//! Which state relief goes to: the one that a disaster has struck.

use crate::Context;
use crate::actors::ActorIndex;
use tenkyo_model::{ActorId, ActorKind, BlockKind, Findings};
use tenkyo_text::Span;

/// Sentences of prose at the head of an article that say what it is about.
const HEAD: usize = 3;
/// Characters at most between the name of a state and that of the disaster.
const NEAR: usize = 24;

/// What the head of an article says of a disaster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Disaster {
    /// Nothing.
    None,
    /// There was one, in a place whose state is not told.
    Somewhere,
    /// The state whose name stands last before that of the disaster.
    In(ActorId),
}

/// Looks for the disaster that an article is about; of several states the one named most (`count`).
pub(super) fn find(
    context: Context<'_>,
    findings: &Findings,
    index: &ActorIndex,
    count: impl Fn(ActorId) -> usize,
) -> Disaster {
    let blocks = &context.article.blocks;
    let kind = |block: usize| blocks[block].kind;
    let sentences = context.analysis.sentences.iter().filter(|s| !kind(s.block).is_furniture());
    let title = |block: usize| matches!(kind(block), BlockKind::Title | BlockKind::Heading);
    let mut prose = 0;
    let head = sentences.take_while(|s| {
        prose += usize::from(!title(s.block));
        prose <= HEAD
    });
    let told: Vec<(Span, u32)> =
        head.filter_map(|s| Some((s.span, first_disaster(context, s.span)?))).collect();
    let states = told.iter().filter_map(|(sentence, disaster)| {
        let near = |name: &Span| name.end <= *disaster && distance(context, name.end, *disaster) <= NEAR;
        let before = index.outermost(*sentence).into_iter().rev().filter(|p| near(&p.span));
        before.filter_map(|p| state(context, findings, p.actor)).next()
    });
    match states.max_by_key(|s| count(*s)) {
        Some(state) => Disaster::In(state),
        None if told.is_empty() => Disaster::None,
        None => Disaster::Somewhere,
    }
}

/// The state itself, or the one in which a place lies.
fn state(context: Context<'_>, findings: &Findings, actor: ActorId) -> Option<ActorId> {
    let found = &findings.actors[actor.0 as usize];
    if found.kind == ActorKind::State {
        return Some(actor);
    }
    let known = &context.lexicon.actors;
    let place = known.get(known.by_id(found.knowledge.as_deref()?)?);
    let of = place.of.as_deref().filter(|_| place.kind == ActorKind::Place)?;
    let at = findings.actors.iter().position(|a| a.knowledge.as_deref() == Some(of))?;
    Some(ActorId(at as u32))
}

/// Where the first name of a disaster begins in a sentence.
fn first_disaster(context: Context<'_>, sentence: Span) -> Option<u32> {
    let words = &context.lexicon.transfers.words.disasters.words;
    let text = &context.article.text[sentence];
    words.iter().filter_map(|w| text.find(w.as_str())).min().map(|at| sentence.start + at as u32)
}

/// Characters between two places of the text.
fn distance(context: Context<'_>, from: u32, to: u32) -> usize {
    context.article.text[from as usize..to as usize].chars().count()
}
