//! Who takes part in what a passive clause tells.

use super::clause::Clause;
use super::roles::{Roles, first};
use super::scene::Scene;
use super::{subject, told};
use crate::certainty;
use tenkyo_lexicon::events::{Frame, Slot};
use tenkyo_model::{ActorId, ActorKind, EventType};

/// Where the one who acts stands in a passive.
const ACTS_IN_PASSIVE: [Slot; 3] = [Slot::By, Slot::Kara, Slot::Ni];

/// The participants of a passive clause.
pub(super) fn passive(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> Roles {
    let (target, closed) = patient(scene, frame, clause);
    let mut source = first(scene, clause, &ACTS_IN_PASSIVE);
    source.retain(|a| !target.contains(a));
    let by_others = clause.phrases(Slot::By).next().is_some();
    if source.is_empty() {
        source =
            clause.phrases(Slot::By).map(|i| scene.owners(i)).find(|a| !a.is_empty()).unwrap_or_default();
        source.retain(|a| !target.contains(a));
    }
    if source.is_empty() && by_others {
        return Roles { target, closed, ..Roles::default() };
    }
    if source.is_empty() {
        source = first(scene, clause, &[Slot::De]);
        source.retain(|a| !matches!(scene.kind(*a), ActorKind::State | ActorKind::Place));
    }
    if source.is_empty() {
        let means = [Slot::Ni, Slot::De].into_iter().flat_map(|s| clause.phrases(s).collect::<Vec<_>>());
        let means = means.filter(|i| {
            let occasion = || told::ends_with(scene, *i, &scene.lexicon().grammar.occasions);
            scene.phrases[*i].actors.is_empty() && !subject::is_adverbial(scene, *i) && !occasion()
        });
        let doers = |i| [scene.doers(i), scene.owners(i)];
        source = means.flat_map(doers).find(|a| !a.is_empty()).unwrap_or_default();
        source.retain(|a| !target.contains(a));
    }
    if source.is_empty() && !clause.held {
        source = subject::agent_before(scene, clause);
        source.retain(|a| !target.contains(a));
    }
    // Who is asked to come is asked by the one the text was about before.
    let invited = frame.kind == EventType::Request && frame.mode.as_deref() == Some("meet");
    let affirmed =
        || certainty::of_clause(scene.context, clause.trigger).polarity == tenkyo_model::Polarity::Positive;
    if source.is_empty() && invited && affirmed() {
        source = subject::before(scene, clause);
        source.retain(|a| !target.contains(a));
    }
    Roles { source, target, closed, ..Roles::default() }
}

/// Whom the passive clause is about, and whether it tells that in words that name no actor.
fn patient(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> (Vec<ActorId>, bool) {
    let standing = [Slot::Ga, Slot::Topic, Slot::Head];
    let named = first(scene, clause, &standing);
    if !named.is_empty() {
        return (named, false);
    }
    let subjects = || [Slot::Ga, Slot::Topic].into_iter().flat_map(|s| clause.phrases(s)).collect::<Vec<_>>();
    let described = scene.described(clause.predicate);
    let owned = subjects().into_iter().chain(described).map(|i| scene.owners(i)).find(|a| !a.is_empty());
    // The dative of what is done to somebody names who does it.
    let deed = matches!(frame.kind, EventType::Assault | EventType::Coerce);
    let by = |s: &Slot| *s == Slot::Ni && deed && frame.target.contains(&Slot::Wo);
    let aims: Vec<_> = frame.target.iter().copied().filter(|s| !by(s)).collect();
    let told = first(scene, clause, &aims);
    match owned {
        Some(owners) => (owners, false),
        None if !told.is_empty() => (told, false),
        None if described.is_some() || subjects().iter().any(|i| !subject::is_adverbial(scene, *i)) => {
            (Vec::new(), true)
        }
        None if subject::goes_on_about_things(scene, clause) => (Vec::new(), true),
        None => (subject::omitted(scene, clause), false),
    }
}
