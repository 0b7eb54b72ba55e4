//! Happenings that their clause tells without who did them (`爆弾が爆発した`, `人質が解放された`, `大使館前でデモが行われた`): at whom
//! they are aimed, and who did them as the article tells elsewhere.

use super::clause::{Clause, Voice};
use super::evoke::Evoked;
use super::scene::Scene;
use super::subject;
use tenkyo_lexicon::events::{Frame, Slot};
use tenkyo_model::{ActorId, ActorKind, EventType};

/// How many heads upwards those who are hit are looked for.
const REACH: usize = 3;

/// Whether the clause tells an event of `frame` and has no place for who did it.
pub(super) fn tells(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> bool {
    let marked = |slots: &[Slot]| scene.phrases[clause.noun].slot.is_some_and(|s| slots.contains(&s));
    let subject = clause.noun != clause.predicate && marked(&[Slot::Ga, Slot::Topic]);
    let thing = frame.with.contains_key(&Slot::Ga);
    let aimed = clause.voice == Voice::Noun
        && marked(&[Slot::Ga, Slot::Topic])
        && clause.phrases(Slot::Against).next().is_some();
    frame.agentless && (clause.voice == Voice::Passive || clause.held || subject || thing || aimed)
}

/// Leaves in `target` those whom the clause itself tells to be acted on; where it tells nobody, those at whom it is aimed.
pub(super) fn aim(scene: &Scene<'_>, frame: &Frame, clause: &Clause, target: &mut Vec<ActorId>) {
    target.retain(|a| scene.kind(*a) != ActorKind::Organization || !scene.is_medium(*a));
    if frame.kind == EventType::Retreat {
        let goals = clause.actors(scene, Slot::Ni);
        target.retain(|a| !goals.contains(a));
    }
    if target.is_empty() {
        target.extend(aimed(scene, frame, clause));
    }
}

/// At whom it is aimed: whom its noun opposes (`反日デモ`), the body at whose place it happens (`大使館前で`), else the state there.
fn aimed(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> Vec<ActorId> {
    let violent = matches!(frame.kind, EventType::Assault | EventType::Protest);
    if !violent {
        return Vec::new();
    }
    let opposed = opposed(scene, clause);
    if !opposed.is_empty() {
        return opposed;
    }
    let told = if frame.kind == EventType::Protest { opposed_by_clause(scene, clause) } else { Vec::new() };
    if !told.is_empty() {
        return told;
    }
    let owners = scene.owners(clause.noun);
    if !owners.is_empty() {
        return owners;
    }
    let sites = || sites(scene, clause);
    let body = |i: usize| {
        let named = scene.names.at_start(scene.words(scene.phrases[i].words));
        let own = scene.phrases[i].actors.iter().copied().chain(named);
        let mut found: Vec<_> = own.chain(scene.owners(i)).collect();
        found.retain(|a| scene.kind(*a) == ActorKind::Organization && !scene.is_medium(*a));
        let owners: Vec<_> = found.iter().filter_map(|a| scene.named_in(*a)).collect();
        found.into_iter().chain(owners).collect::<Vec<_>>()
    };
    let bodies = sites().into_iter().map(body).find(|a| !a.is_empty());
    let aim = bodies.unwrap_or_else(|| land(scene, clause));
    let hit = if frame.kind == EventType::Assault { hit(scene, clause) } else { Vec::new() };
    hit.into_iter().chain(aim).collect()
}

/// Against whom people protest, as the clauses tell that describe the protest or go on to it (`判決に反対するデモ`, `退陣を求めて集会を開く`).
pub(super) fn opposed_by_clause(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let slots = [Slot::Ni, Slot::Against, Slot::Wo];
    let verbal = |i: &usize| *i < clause.noun.max(clause.predicate) && scene.phrases[*i].predicate.is_some();
    let beside =
        [clause.noun, clause.predicate].into_iter().flat_map(|i| scene.dependents(i).iter().copied());
    let clauses: Vec<usize> = beside.collect();
    let inner = clauses.iter().flat_map(|i| scene.dependents(*i).iter().copied());
    let all: Vec<usize> = clauses.iter().copied().chain(inner).filter(verbal).collect();
    let aims = all.into_iter().flat_map(|c| scene.dependents(c)).copied();
    let marked = aims.filter(|d| scene.phrases[*d].slot.is_some_and(|s| slots.contains(&s)));
    let whose = |i: usize| [scene.participants(i), scene.concerned(i)];
    marked.flat_map(whose).find(|a| !a.is_empty()).unwrap_or_default()
}

/// The state or place where it happens.
fn land(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let named = |i: usize| {
        let own = scene.participants(i);
        let mut found = if own.is_empty() { scene.owners(i) } else { own };
        found.retain(|a| matches!(scene.kind(*a), ActorKind::State | ActorKind::Place));
        found
    };
    sites(scene, clause).into_iter().map(named).find(|a| !a.is_empty()).unwrap_or_default()
}

/// Those whom the clauses that go on from it tell to be hurt or killed (`爆弾が爆発し、兵士2人が死亡した`).
fn hit(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let mut at = clause.predicate;
    for _ in 0..REACH {
        let Some(head) = scene.heads[at] else { break };
        if is_casualty(scene, head) {
            let hurt = scene.dependents(head).iter().filter(|d| scene.phrases[**d].slot == Some(Slot::Ga));
            let found = hurt.map(|d| scene.participants(*d)).find(|a| !a.is_empty());
            return found.unwrap_or_default();
        }
        at = head;
    }
    Vec::new()
}

/// Whether the noun of the clause tells by what somebody is hurt or killed.
pub(super) fn is_means(scene: &Scene<'_>, clause: &Clause) -> bool {
    let by = matches!(scene.phrases[clause.noun].slot, Some(Slot::De | Slot::By | Slot::Ni));
    by && scene.heads[clause.noun].is_some_and(|head| is_casualty(scene, head))
}

/// Those who are hurt or killed by what the noun of the clause names (`空爆で市民40人が死亡した`), with those to whom they belong.
pub(super) fn casualties(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let Some(verb) = scene.heads[clause.noun].filter(|_| is_means(scene, clause)) else {
        return Vec::new();
    };
    let marked = |slot: Slot| {
        scene.dependents(verb).iter().copied().filter(move |d| scene.phrases[*d].slot == Some(slot))
    };
    let bearer = scene.described(verb);
    let hurt = marked(Slot::Ga).chain(marked(Slot::Topic)).chain(bearer);
    let of = |i: usize| {
        let mut people = scene.participants(i);
        people.extend(scene.owners(i));
        people
    };
    hurt.map(of).find(|a| !a.is_empty()).unwrap_or_default()
}

/// Whether the predicate of phrase `index` tells that somebody is hurt or killed.
pub(super) fn is_casualty(scene: &Scene<'_>, index: usize) -> bool {
    let Some(lemma) = scene.lemma(index) else { return false };
    scene.lexicon().grammar.casualties.iter().any(|w| w == lemma)
}

/// Those whom the noun itself opposes (`反米デモ`).
fn opposed(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let words = scene.words(scene.phrases[clause.noun].words);
    let prefixes = &scene.lexicon().grammar.opposing;
    let rest = prefixes.iter().find_map(|prefix| words.strip_prefix(prefix.as_str()));
    rest.and_then(|rest| scene.names.at_start(rest)).into_iter().collect()
}

/// The phrases that say where: those of the clause, else those before it in its sentence, the nearest first.
fn sites(scene: &Scene<'_>, clause: &Clause) -> Vec<usize> {
    let own = [Slot::De, Slot::Ni].into_iter().flat_map(|s| clause.phrases(s).collect::<Vec<_>>());
    let start = scene.sentence(clause.predicate).map_or(clause.predicate, |s| s.bunsetsu.start);
    let place = |i: &usize| matches!(scene.phrases[*i].slot, Some(Slot::De | Slot::Ni));
    own.chain((start..clause.predicate).rev().filter(place)).collect()
}

/// Gives those events of `found` that have no source the one that the article names elsewhere, and drops those that then have
/// none: an event stands between actors; only what is done to somebody counts by itself (`記者が拘束された`).
pub(super) fn complete(scene: &Scene<'_>, found: &mut Vec<Evoked<'_>>) {
    let sources: Vec<_> = found.iter().map(|e| doer(scene, e, found)).collect();
    for (event, source) in found.iter_mut().zip(sources) {
        if event.roles.source.is_empty() {
            event.roles.target.retain(|a| !source.contains(a));
            event.roles.source = source;
        }
    }
    found.retain(|e| !e.roles.source.is_empty() || is_suffered(scene, e));
}

/// Whether the event counts though nobody is told to have done it: a release or a protest, violence against somebody who has a
/// name of his own.
fn is_suffered(scene: &Scene<'_>, event: &Evoked<'_>) -> bool {
    let named = |a: &ActorId| matches!(scene.kind(*a), ActorKind::Person | ActorKind::Organization);
    match event.frame.kind {
        EventType::Retreat | EventType::Protest => !event.roles.target.is_empty(),
        EventType::Assault | EventType::Coerce => event.roles.target.iter().any(named),
        _ => false,
    }
}

/// Who did what `event` tells, by the rest of the article.
fn doer(scene: &Scene<'_>, event: &Evoked<'_>, all: &[Evoked<'_>]) -> Vec<ActorId> {
    if !event.roles.source.is_empty() {
        return Vec::new();
    }
    match event.frame.kind {
        EventType::Assault => {
            let near = striker(scene, event, all);
            if near.is_empty() { claimants(scene) } else { near }
        }
        EventType::Mobilize => mover(scene, event, all),
        EventType::Coerce => {
            let near = striker(scene, event, all);
            if near.is_empty() { officials(scene, event) } else { near }
        }
        _ => Vec::new(),
    }
}

/// Who did what the sentence, or with the same word the sentence before, tells of force against somebody
/// (`Xの事務所が武装集団に襲われ、職員が拉致された`).
fn striker(scene: &Scene<'_>, event: &Evoked<'_>, all: &[Evoked<'_>]) -> Vec<ActorId> {
    let place = |e: &Evoked<'_>| scene.context.analysis.sentence_at(e.clause.word.start);
    let Some(here) = place(event) else { return Vec::new() };
    let force = |e: &Evoked<'_>| matches!(e.frame.kind, EventType::Assault | EventType::Coerce);
    let near = |e: &Evoked<'_>| {
        let again = e.frame.id == event.frame.id && place(e) == here.checked_sub(1);
        e.clause.word.start < event.clause.word.start && (place(e) == Some(here) || again)
    };
    let before = all.iter().filter(|e| force(e) && near(e) && !e.roles.source.is_empty());
    let last = before.max_by_key(|e| e.clause.word.start);
    let mut found = last.map(|e| e.roles.source.clone()).unwrap_or_default();
    found.retain(|a| !event.roles.target.contains(a));
    found
}

/// Who claimed the deed or is held to have done it (`Xが犯行声明を出した`, `Xの犯行とみられる`).
fn claimants(scene: &Scene<'_>) -> Vec<ActorId> {
    let words = &scene.lexicon().grammar.claims;
    let claims = |i: &usize| {
        let own = scene.words(scene.phrases[*i].words);
        scene.is_told(*i) && words.iter().any(|w| own.ends_with(w.as_str()))
    };
    let named = |i: usize| {
        let verb = scene.heads[i].filter(|h| scene.phrases[*h].predicate.is_some());
        let owners = scene.dependents(i).iter().filter(|d| scene.phrases[**d].slot == Some(Slot::No));
        let slots = [Slot::Ga, Slot::Kara, Slot::By, Slot::Topic];
        let beside = verb.into_iter().flat_map(|v| scene.dependents(v));
        let acting =
            beside.filter(|d| **d != i && scene.phrases[**d].slot.is_some_and(|s| slots.contains(&s)));
        let bearer = verb.and_then(|v| scene.described(v));
        owners.chain(acting).copied().chain(bearer).map(|d| scene.participants(d)).find(|a| !a.is_empty())
    };
    let found = (0..scene.phrases.len()).filter(claims).find_map(named);
    let mut found = found.unwrap_or_default();
    found.retain(|a| !scene.is_medium(*a) && scene.kind(*a) != ActorKind::Place);
    found
}

/// Who moved before or after in the same way, else whom the article is about.
fn mover(scene: &Scene<'_>, event: &Evoked<'_>, all: &[Evoked<'_>]) -> Vec<ActorId> {
    let alike = all.iter().filter(|e| {
        e.frame.kind == event.frame.kind && e.frame.mode == event.frame.mode && !e.roles.source.is_empty()
    });
    let nearest = alike.min_by_key(|e| e.clause.word.start.abs_diff(event.clause.word.start));
    let mut found =
        nearest.map_or_else(|| subject::omitted(scene, &event.clause), |e| e.roles.source.clone());
    if found.iter().all(|a| scene.is_medium(*a)) {
        found = land(scene, &event.clause).into_iter().map(|a| scene.state_of(a)).collect();
    }
    let acts = |a: &ActorId| matches!(scene.kind(*a), ActorKind::State | ActorKind::Organization);
    found.retain(|a| acts(a) && !scene.is_medium(*a));
    found
}

/// The state in which it happens, unless it happens to that one (`テヘランでデモが行われた`).
fn state(scene: &Scene<'_>, event: &Evoked<'_>) -> Vec<ActorId> {
    let mut found: Vec<_> = land(scene, &event.clause).into_iter().map(|a| scene.state_of(a)).collect();
    found.retain(|a| scene.kind(*a) == ActorKind::State && !event.roles.target.contains(a));
    found
}

/// Who does such things by office: the state where it happens and its authority; where the place is not told, the state that
/// the article names most.
fn officials(scene: &Scene<'_>, event: &Evoked<'_>) -> Vec<ActorId> {
    let mut states = state(scene, event);
    if states.is_empty() && !event.frame.authorities.is_empty() {
        states.extend(scene.main_state().filter(|s| !event.roles.target.contains(s)));
    }
    let found = authority(scene, event, &states);
    found.into_iter().chain(states).collect()
}

/// The nearest body of the article, of one of `states` or of none, that does such things by its office (`警察`, `地裁`).
fn authority(scene: &Scene<'_>, event: &Evoked<'_>, states: &[ActorId]) -> Option<ActorId> {
    let ends = |name: &str| event.frame.authorities.iter().any(|w| name.ends_with(w.as_str()));
    let foreign = |i: usize| {
        let body = ActorId(i as u32);
        let of: Vec<_> = scene.bodies(body).into_iter().chain(scene.named_in(body)).collect();
        of.iter().any(|s| scene.kind(*s) == ActorKind::State) && !of.iter().any(|s| states.contains(s))
    };
    let actors = scene.findings.actors.iter().enumerate().filter(|(i, a)| ends(&a.name) && !foreign(*i));
    let far = |at: u32| at.abs_diff(event.clause.word.start);
    let sites =
        actors.flat_map(|(i, a)| a.mentions.iter().map(move |m| (far(m.span.start), ActorId(i as u32))));
    sites.min().map(|(_, actor)| actor)
}
