//! The parties of an event that its own clause does not set out as subject and object: of an occasion that another clause
//! is told with (`Yとの会談で語った`), of a passive without an agent, of a courtly passive.

use super::clause::{Clause, Voice};
use super::evoke;
use super::joint;
use super::roles::{Roles, first};
use super::scene::Scene;
use super::subject;
use tenkyo_lexicon::events::{Effect, Frame, Slot};
use tenkyo_model::{ActorId, ActorKind, EventType};

/// How many phrases deep the sides of a treaty are looked for (`XとYの間の協力に関する条約`).
const DEPTH: usize = 4;

/// How many phrases deep the sides of a talk are looked for (`XとYの鉄道に関する協議`).
const NOUN_DEPTH: usize = 2;

/// The sides of the talk at which the clause says that something was done (`XとYの協議で合意した`).
pub(super) fn at_talk(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let talks = |i: &usize| {
        let words = evoke::nouns(scene, *i).into_iter();
        words.flat_map(|w| scene.lexicon().of_noun(scene.words(w))).any(|f| f.kind == EventType::Consult)
    };
    let at = clause.phrases(Slot::De).filter(talks);
    at.map(|i| sides(scene, i, NOUN_DEPTH)).find(|a| !a.is_empty()).unwrap_or_default()
}

/// Both sides of what a passive tells without an agent: its subject, else those whose it is (`XとYの条約が調印された`).
pub(super) fn of_passive(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let named = first(scene, clause, &[Slot::Ga, Slot::Topic]);
    if !named.is_empty() {
        return named;
    }
    let subjects = [Slot::Ga, Slot::Topic].into_iter().flat_map(|s| clause.phrases(s).collect::<Vec<_>>());
    let shared = subjects.map(|i| sides(scene, i, DEPTH)).find(|a| a.len() > 1);
    shared.unwrap_or_default()
}

/// The two states that the text was about, for a clause that tells what both do and has no subject at all
/// (`軍事境界線の開放で合意した`).
pub(super) fn told_before(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let named =
        [Slot::Ga, Slot::Topic, Slot::Head].into_iter().flat_map(|s| clause.phrases(s).collect::<Vec<_>>());
    let own = named.into_iter().any(|i| !subject::is_adverbial(scene, i));
    let main = scene.heads[clause.predicate].is_none();
    let told = clause.noun == clause.predicate
        || matches!(scene.phrases[clause.noun].slot, Some(Slot::Wo | Slot::Ni | Slot::De));
    if own || !main || !told || clause.voice != Voice::Active || clause.held {
        return Vec::new();
    }
    joint::two(scene, clause.predicate, &|kind| kind == ActorKind::State).unwrap_or_default()
}

/// The two or more actors of one list that describes phrase `index`.
fn sides(scene: &Scene<'_>, index: usize, depth: usize) -> Vec<ActorId> {
    let near = || scene.dependents(index).iter().rev().filter(|d| scene.phrases[**d].slot.is_some());
    let listed = near().map(|d| scene.participants(*d)).find(|a| a.len() > 1);
    let deeper = || near().filter(|_| depth > 0).map(|d| sides(scene, *d, depth - 1)).find(|a| a.len() > 1);
    listed.or_else(deeper).unwrap_or_default()
}

/// The parties and companions of an occasion that a clause is told with: its subject is the one, and who is named with
/// the noun the other (`Xは…Yとの会談で語った`).
pub(super) fn of_occasion(
    scene: &Scene<'_>,
    clause: &Clause,
    companions: Vec<ActorId>,
) -> (Vec<ActorId>, Vec<ActorId>) {
    let with = clause.actors(scene, Slot::With);
    if with.is_empty() && companions.is_empty() {
        return (sides(scene, clause.noun, NOUN_DEPTH), companions);
    }
    if with.is_empty() || !is_occasion(scene, clause) {
        return (Vec::new(), companions);
    }
    let others = |mut found: Vec<ActorId>| {
        found.retain(|a| !with.contains(a) && !scene.is_medium(*a) && acts(scene, *a));
        found
    };
    let near = others(subject::above(scene, clause));
    let parties =
        if near.is_empty() { others(subject::marked_before(scene, clause, Slot::Topic)) } else { near };
    (parties, with)
}

fn acts(scene: &Scene<'_>, actor: ActorId) -> bool {
    matches!(scene.kind(actor), ActorKind::Person | ActorKind::State)
}

/// The object of the predicate right before, which the clause goes on with (`漁船を銃撃し、拿捕した`).
pub(super) fn of_joined(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> Vec<ActorId> {
    let joined = |before: &usize| {
        let phrase = &scene.phrases[*before];
        let goes_on = phrase.predicate.is_some() && phrase.slot.is_none() && phrase.ends_with_comma;
        goes_on && scene.heads[*before] == Some(clause.predicate)
    };
    let own = clause.phrases(Slot::Wo).next().is_some() || clause.noun != clause.predicate;
    let before =
        clause.predicate.checked_sub(1).filter(|b| !own && frame.target.contains(&Slot::Wo) && joined(b));
    let objects =
        |b: usize| scene.dependents(b).iter().copied().filter(|d| scene.phrases[*d].slot == Some(Slot::Wo));
    let found = before.and_then(|b| objects(b).next_back());
    let named = found.map(|i| [scene.participants(i), scene.owners(i)]);
    named.into_iter().flatten().find(|a| !a.is_empty()).unwrap_or_default()
}

/// The subject of the clause that describes the noun of phrase `index`, or one of its owners, and says that it is to be or was
/// done (`北朝鮮が予告した衛星の打ち上げ`).
pub(super) fn announced(scene: &Scene<'_>, index: usize, depth: usize) -> Vec<ActorId> {
    let clauses = scene.dependents(index).iter().filter(|d| is_announcing(scene, **d));
    let subjects =
        clauses.flat_map(|c| scene.dependents(*c)).filter(|d| scene.phrases[**d].slot == Some(Slot::Ga));
    let found = subjects.map(|d| scene.participants(*d)).find(|a| !a.is_empty());
    let owners = || scene.dependents(index).iter().filter(|d| scene.phrases[**d].slot == Some(Slot::No));
    let deeper =
        || owners().filter(|_| depth > 0).map(|d| announced(scene, *d, depth - 1)).find(|a| !a.is_empty());
    found.or_else(deeper).unwrap_or_default()
}

fn is_announcing(scene: &Scene<'_>, index: usize) -> bool {
    let Some(lemma) = scene.lemma(index) else { return false };
    let words = scene.lexicon();
    let light = words.words.light_verbs(lemma).any(|l| matches!(l.effect, Effect::Happens | Effect::Planned));
    scene.described(index).is_some() && (light || words.grammar.owning.iter().any(|v| v == lemma))
}

/// The body in which, or the state where, something is told to be held by nobody else (`安保理で会合が開かれた`,
/// `北朝鮮で核実験が行われた`).
pub(super) fn held_at(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let subject = clause.noun != clause.predicate && scene.phrases[clause.noun].slot == Some(Slot::Ga);
    if !(clause.held || subject) {
        return Vec::new();
    }
    let official = |a: &ActorId| matches!(scene.kind(*a), ActorKind::State | ActorKind::Organization);
    let hosts = |i: usize| {
        let named = scene.participants(i).into_iter().map(|a| scene.state_of(a));
        named.filter(official).filter(|a| !scene.is_medium(*a)).collect::<Vec<_>>()
    };
    clause.phrases(Slot::De).map(hosts).find(|a| !a.is_empty()).unwrap_or_default()
}

/// Whether the noun only says on which occasion its clause happens.
fn is_occasion(scene: &Scene<'_>, clause: &Clause) -> bool {
    matches!(scene.phrases[clause.noun].slot, Some(Slot::De | Slot::Ni | Slot::No | Slot::Any) | None)
}

/// Whether the passive form honours its subject instead: it has an object of its own that acts, and nobody does it to the
/// subject (`総書記がロシアを訪問される`).
pub(super) fn is_honorific(scene: &Scene<'_>, clause: &Clause) -> bool {
    let by = [Slot::Ni, Slot::By, Slot::Kara].into_iter().any(|s| clause.phrases(s).next().is_some());
    let object = clause.actors(scene, Slot::Wo);
    let person = |a: &ActorId| scene.kind(*a) == ActorKind::Person;
    let honoured = first(scene, clause, &[Slot::Ga, Slot::Topic]);
    let states = |a: &ActorId| matches!(scene.kind(*a), ActorKind::State | ActorKind::Place);
    !by && !object.is_empty()
        && object.iter().all(states)
        && !honoured.is_empty()
        && honoured.iter().all(person)
}

/// Whether a verbal noun that ends a headline tells what is done to its subject (`記者2人が拘束`): a person or people whom
/// nobody else is told to be hit by.
pub(super) fn is_bare_passive(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> bool {
    let bare = scene.phrases[clause.predicate].predicate.is_some_and(|p| p.nominal && p.span == clause.word);
    let deed = matches!(frame.kind, EventType::Assault | EventType::Coerce | EventType::Retreat)
        && frame.target.contains(&Slot::Wo)
        && frame.target_kinds.contains(&ActorKind::Person);
    let others = [Slot::Wo, Slot::Against].into_iter().any(|s| clause.phrases(s).next().is_some());
    let people = |i: usize| {
        let named = scene.participants(i);
        !named.is_empty() && named.iter().all(|a| scene.kind(*a) == ActorKind::Person || scene.is_unarmed(*a))
            || (named.is_empty() && scene.counts_people(i))
    };
    let last = clause.phrases(Slot::Ga).chain(clause.phrases(Slot::Topic)).last();
    bare && deed && !others && last.is_some_and(people)
}

/// Whether the passive tells of forces sent somewhere: then its dative is the goal (`ロシアに派遣された北朝鮮軍`).
pub(super) fn is_sent(frame: &Frame, clause: &Clause) -> bool {
    let sends = matches!(frame.kind, EventType::Mobilize | EventType::Aid);
    let goal = sends && frame.target.contains(&Slot::Ni);
    let stands = |slot| clause.phrases(slot).next().is_some();
    goal && (stands(Slot::Ni) || stands(Slot::Kara)) && !stands(Slot::By)
}

/// Those whose forces are sent, and where.
pub(super) fn sent(scene: &Scene<'_>, clause: &Clause) -> Roles {
    let standing = [Slot::Ga, Slot::Topic, Slot::Head];
    let named = first(scene, clause, &standing);
    let subjects = standing.into_iter().flat_map(|s| clause.phrases(s).collect::<Vec<_>>());
    let described = scene.described(clause.predicate);
    let owned = || subjects.chain(described).map(|i| scene.owners(i)).find(|a| !a.is_empty());
    let from = clause.actors(scene, Slot::Kara);
    let own = if named.is_empty() { owned().unwrap_or_default() } else { named };
    let source = if from.is_empty() { own } else { from };
    let target = clause.actors(scene, Slot::Ni);
    Roles { source, target, ..Roles::default() }
}
