//! Wars that the text names without saying who attacks whom.

use super::scene::Scene;
use tenkyo_lexicon::events::War;
use tenkyo_model::{ActorId, BlockKind, Certainty, Event, EventType, Polarity, RuleId};
use tenkyo_text::Span;

/// One event for each war that is named and whose sides the article knows.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Event> {
    scene.lexicon().wars.iter().filter_map(|war| event(scene, war)).collect()
}

fn event(scene: &Scene<'_>, war: &War) -> Option<Event> {
    let trigger = war.names.iter().filter_map(|name| named(scene, name)).min()?;
    let (source, target) = (sides(scene, &war.source), sides(scene, &war.target));
    if source.is_empty() || target.is_empty() {
        return None;
    }
    Some(Event {
        kind: EventType::Assault,
        mode: None,
        contexts: vec!["military".into()],
        trigger,
        source,
        target,
        date: None,
        date_span: None,
        date_local: None,
        date_japan: None,
        place: None,
        polarity: Polarity::Positive,
        certainty: Certainty::Certain,
        according_to: Vec::new(),
        statement: None,
        rule: RuleId::from(war.id.as_str()),
    })
}

/// Where the article itself first uses the name.
fn named(scene: &Scene<'_>, name: &str) -> Option<Span> {
    let mut spans = scene.text().match_indices(name).map(|(at, found)| Span::new(at, at + found.len()));
    let told = |kind: BlockKind| !kind.is_furniture() && kind != BlockKind::Sources;
    spans.find(|span| scene.block_kind(*span).is_some_and(told))
}

fn sides(scene: &Scene<'_>, ids: &[String]) -> Vec<ActorId> {
    let known = |id: &String| scene.findings.actors.iter().position(|a| a.wikidata.as_ref() == Some(id));
    ids.iter().filter_map(known).map(|i| ActorId(i as u32)).take(1).collect()
}
