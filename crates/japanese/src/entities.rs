//! Named entities: for now the proper nouns of the dictionary.

use std::ops::Range;
use tenkyo_model::{Analysis, Entity, EntityLabel, Pos};

/// Appends the entities among `tokens`.
pub(crate) fn find(tokens: Range<usize>, analysis: &mut Analysis) {
    let mut open: Option<(Entity, usize)> = None;
    for i in tokens {
        let token = analysis.tokens[i];
        match (label(token.pos), &mut open) {
            (Some(label), Some((entity, next))) if entity.label == label && *next == i => {
                entity.span = entity.span.cover(token.span);
                *next = i + 1;
            }
            (Some(label), _) => {
                analysis.entities.extend(open.take().map(|(entity, _)| entity));
                open = Some((Entity { span: token.span, label }, i + 1));
            }
            (None, _) => {}
        }
    }
    analysis.entities.extend(open.map(|(entity, _)| entity));
}

fn label(pos: Pos) -> Option<EntityLabel> {
    match pos {
        Pos::Person => Some(EntityLabel::Person),
        Pos::Place => Some(EntityLabel::Location),
        Pos::Organization => Some(EntityLabel::Organization),
        _ => None,
    }
}
