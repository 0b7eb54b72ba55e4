//! Fills a frame from a clause: who acts, who is acted on.

use super::clause::{Clause, Voice};
use super::passive::passive;
use super::scene::Scene;
use super::{agentless, content, counterpart, parties, subject};
use crate::certainty;
use tenkyo_lexicon::events::{Counterpart, Frame, Slot};
use tenkyo_model::{ActorId, ActorKind, EventType, Polarity, Statement};

/// The participants of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles {
    pub(super) source: Vec<ActorId>,
    pub(super) target: Vec<ActorId>,
    /// Whether the clause itself names the target.
    pub(super) named: bool,
    /// Whether a noun has its source beside it (`ロシアのウクライナ侵攻を非難`), so that it is told for its own sake.
    pub(super) own: bool,
    /// Whether the clause tells who is acted on, but no actor: then nobody else is.
    pub(super) closed: bool,
}

impl Roles {
    /// Puts states in the place of their places.
    fn localise(&mut self, scene: &Scene<'_>) {
        for actors in [&mut self.source, &mut self.target] {
            for actor in actors.iter_mut() {
                *actor = scene.state_of(*actor);
            }
            once(actors);
        }
    }
}

/// How many heads upwards the giver of what somebody gets is looked for.
const UPWARDS: usize = 3;
/// How many owners of a noun deep a clause that says who does it is looked for.
const OWNERS: usize = 2;
/// Where the target of an active verb may stand on a noun instead.
const ON_NOUNS: [Slot; 4] = [Slot::Against, Slot::With, Slot::Compound, Slot::About];
/// Where the one who acts stands on a noun.
const ACTS_ON_NOUN: [Slot; 4] = [Slot::By, Slot::Origin, Slot::Kara, Slot::No];
/// Where what is left stands on a noun.
const LEFT: [Slot; 2] = [Slot::Origin, Slot::Kara];

/// The participants of `clause` by `frame`; none when the frame does not fit.
pub(super) fn fill(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> Option<Roles> {
    if !fits(scene, frame, clause) {
        return None;
    }
    let bare = clause.voice == Voice::Active && parties::is_bare_passive(scene, frame, clause);
    let mut roles = match clause.voice {
        _ if frame.symmetric => both(scene, clause),
        _ if bare => passive(scene, frame, clause),
        Voice::Active | Voice::Causative => active(scene, frame, clause),
        Voice::Passive if parties::is_honorific(scene, clause) => active(scene, frame, clause),
        Voice::Passive if parties::is_sent(frame, clause) => parties::sent(scene, clause),
        Voice::Passive => passive(scene, frame, clause),
        Voice::Undergone => undergone(scene, clause),
        Voice::Noun => noun(scene, frame, clause),
    };
    if super::performs(frame.kind) {
        let speakers = content::cued(scene, clause).filter_map(|s| s.speaker);
        let blames = matches!(frame.kind, EventType::Accuse | EventType::Threaten);
        let own = |s: ActorId| !scene.is_medium(s) || scene.is_mouthpiece(s);
        let sure = speakers.filter(|s| own(*s) || (blames && roles.source.is_empty()));
        let sure: Vec<_> = sure.filter(|_| !subject::is_beside(scene, clause)).collect();
        roles.source = if sure.is_empty() { roles.source } else { sure };
        roles.source.retain(|a| blames || !scene.is_medium(*a));
        if roles.source.is_empty() && clause.voice == Voice::Active {
            roles.source = subject::marked_before(scene, clause, Slot::Topic);
            roles.source.retain(|a| !scene.is_medium(*a));
        }
        let blamed = |a: ActorId| frame.kind == EventType::Accuse && scene.kind(a) == ActorKind::Organization;
        roles.target.retain(|a| !scene.is_medium(*a) || blamed(*a));
    }
    if frame.kind == EventType::Request && clause.voice == Voice::Active {
        let mut asked = content::asked(scene, clause);
        asked.retain(|a| !roles.source.contains(a));
        roles.target = if asked.is_empty() { roles.target } else { asked };
    }
    complete(scene, frame, clause, &mut roles);
    roles.localise(scene);
    let nobody = roles.source.is_empty();
    roles.source = with_owners(scene, clause, std::mem::take(&mut roles.source));
    roles.source.retain(|a| !only_tells(scene, frame, clause, *a));
    roles.source = acting(scene, frame, &roles.source);
    roles.target.retain(|a| may_suffer(scene, *a, frame) && !roles.source.contains(a));
    roles.named = !roles.target.is_empty();
    if roles.target.is_empty() && clause.voice == Voice::Active {
        roles.target = parties::of_joined(scene, frame, clause);
        roles.localise(scene);
        roles.target.retain(|a| may_suffer(scene, *a, frame) && !roles.source.contains(a));
        roles.named = !roles.target.is_empty();
    }
    if roles.target.is_empty() && frame.kind == EventType::Protest {
        roles.target = agentless::opposed_by_clause(scene, clause);
        roles.target.retain(|a| !roles.source.contains(a));
    }
    if roles.target.is_empty() && frame.kind == EventType::Aid && clause.voice == Voice::Active {
        roles.target = subject::addressed(scene, clause);
        roles.localise(scene);
        roles.target.retain(|a| may_suffer(scene, *a, frame) && !roles.source.contains(a));
    }
    if nobody && (bare || agentless::tells(scene, frame, clause)) {
        agentless::aim(scene, frame, clause, &mut roles.target);
        roles.localise(scene);
        return (frame.lone || !roles.target.is_empty()).then_some(roles);
    }
    if roles.target.is_empty() && !roles.closed && !matches!(clause.voice, Voice::Undergone | Voice::Noun) {
        (roles.target, roles.named) = counterpart::of(scene, frame, clause, &roles.source);
        roles.localise(scene);
        roles.target.retain(|a| may_suffer(scene, *a, frame));
    }
    let home = roles.source.iter().flat_map(|a| scene.bodies(*a)).collect::<Vec<_>>();
    if frame.kind == EventType::Consult
        && !home.is_empty()
        && !roles.target.is_empty()
        && roles.target.iter().all(|a| home.contains(a))
    {
        return None;
    }
    let answer = frame.counterpart.contains(&Counterpart::Exchange);
    let murdered = |a: &ActorId| scene.kind(*a) == ActorKind::Person && frame.kind == EventType::Assault;
    let struck = clause.voice == Voice::Noun
        && frame.agentless
        && (agentless::is_means(scene, clause) || roles.target.iter().all(murdered));
    let acted = !roles.source.is_empty() || (struck && !roles.target.is_empty());
    let whole = acted && (frame.lone || answer || !roles.target.is_empty());
    whole.then_some(roles)
}

/// Whether the actor, who speaks for no state or body, only tells of deeds that such do.
fn only_tells(scene: &Scene<'_>, frame: &Frame, clause: &Clause, actor: ActorId) -> bool {
    use EventType::*;
    let deed = matches!(frame.kind, Assault | Coerce | Mobilize | Sanction | Aid | Cooperate | Retreat);
    let person = matches!(scene.kind(actor), ActorKind::Person | ActorKind::Group);
    let owns = |cue: tenkyo_text::Span| {
        let mut tokens = scene.context.analysis.tokens[scene.context.analysis.tokens_in(cue)].iter();
        tokens.any(|t| scene.lexicon().grammar.owning.iter().any(|v| v == t.lemma(scene.text())))
    };
    let tells = |s: &Statement| s.speaker == Some(actor) && !s.cue.is_some_and(owns);
    let speaks = scene.statement(clause.word).is_some_and(|(_, s)| tells(s));
    deed && person && speaks && scene.bodies(actor).is_empty()
}

/// Fills a side that the clause itself leaves out of what happens between two.
fn complete(scene: &Scene<'_>, frame: &Frame, clause: &Clause, roles: &mut Roles) {
    let lacks = |side: &[ActorId]| side.is_empty();
    let open = frame.symmetric && frame.counterpart.is_empty() && clause.voice != Voice::Noun;
    if open && lacks(&roles.target) && !lacks(&roles.source) {
        let known = roles.source.clone();
        let near =
            if frame.lone { subject::addressed(scene, clause) } else { subject::omitted(scene, clause) };
        let ways = [subject::partner(scene, clause, 1), near, subject::companion(scene, clause)];
        let other = |mut a: Vec<ActorId>| {
            a.retain(|a| !known.contains(a) && !scene.is_medium(*a));
            a
        };
        roles.target = ways.into_iter().map(other).find(|a| !a.is_empty()).unwrap_or_default();
    }
    if clause.voice == Voice::Undergone && lacks(&roles.source) {
        roles.source = subject::partner(scene, clause, UPWARDS);
    }
}

/// Those of `actors` who can act so; else the bodies and states for which they act.
fn acting(scene: &Scene<'_>, frame: &Frame, actors: &[ActorId]) -> Vec<ActorId> {
    let fit = |all: Vec<ActorId>| {
        all.into_iter().filter(|a| allowed(scene, *a, &frame.source_kinds)).collect::<Vec<_>>()
    };
    let own = fit(actors.to_vec());
    if own.is_empty() { fit(actors.iter().flat_map(|a| scene.bodies(*a)).collect()) } else { own }
}

fn allowed(scene: &Scene<'_>, actor: ActorId, kinds: &[ActorKind]) -> bool {
    let kind = scene.kind(actor);
    if kinds.is_empty() { kind != ActorKind::Place } else { kinds.contains(&kind) }
}

/// Whether the actor may be acted on; a place stands for its state where the article does not name that.
fn may_suffer(scene: &Scene<'_>, actor: ActorId, frame: &Frame) -> bool {
    use EventType::{Assault, Coerce, Mobilize, Retreat};
    let land = matches!(frame.kind, Assault | Coerce | Mobilize | Retreat)
        && frame.target_kinds.contains(&ActorKind::State);
    allowed(scene, actor, &frame.target_kinds) || (land && scene.is_land(actor))
}

/// Whether the words that the frame asks for stand in their slots, and those that it forbids nowhere.
fn fits(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> bool {
    let wanted = frame.with.iter().all(|(slot, words)| stands(scene, clause, *slot, words));
    let told = frame.quoted.is_none_or(|polarity| {
        content::quoted(scene, clause)
            .is_some_and(|span| certainty::of_words(scene.context, span).polarity == polarity)
    });
    wanted
        && told
        && (!frame.negative || is_negated(scene, clause))
        && frame.without.iter().all(|word| !stands(scene, clause, Slot::Any, std::slice::from_ref(word)))
}

fn is_negated(scene: &Scene<'_>, clause: &Clause) -> bool {
    certainty::of_clause(scene.context, clause.trigger).polarity == Polarity::Negative
}

/// Whether one of `words` stands in `slot` of the clause.
fn stands(scene: &Scene<'_>, clause: &Clause, slot: Slot, words: &[String]) -> bool {
    let passive = clause.voice == Voice::Passive;
    let looked = |s: Slot| match slot {
        Slot::Any => passive || clause.voice == Voice::Noun || !matches!(s, Slot::Ga | Slot::Head),
        Slot::Wo => s == Slot::Wo || s == Slot::Topic || (passive && s == Slot::Ga),
        slot => s == slot,
    };
    let holds = |span| words.iter().any(|w| scene.words(span).contains(w.as_str()));
    let own = matches!(slot, Slot::Any | Slot::Wo) && holds(scene.phrases[clause.noun].words);
    let described =
        || slot == Slot::Any && clause.noun != clause.predicate && holds(scene.subtree(clause.noun));
    let said =
        || matches!(slot, Slot::Any | Slot::Quote) && content::cued(scene, clause).any(|s| holds(s.content));
    let joined = || {
        let before = scene.dependents(clause.predicate).iter().filter(|d| scene.phrases[**d].slot.is_none());
        slot == Slot::Any && before.into_iter().any(|d| holds(scene.phrases[*d].words))
    };
    own || described()
        || said()
        || joined()
        || clause.fillers.iter().any(|(s, index)| looked(*s) && holds(scene.subtree(*index)))
}

pub(super) fn first(scene: &Scene<'_>, clause: &Clause, slots: &[Slot]) -> Vec<ActorId> {
    slots.iter().map(|s| clause.actors(scene, *s)).find(|a| !a.is_empty()).unwrap_or_default()
}

fn active(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> Roles {
    let target = with_owners(scene, clause, first(scene, clause, &frame.target));
    let target = if target.is_empty() { first(scene, clause, &ON_NOUNS) } else { target };
    if let Some(visited) = described_target(scene, frame, clause).filter(|_| target.is_empty()) {
        return Roles { source: subject::omitted(scene, clause), target: visited, ..Roles::default() };
    }
    let told = first(scene, clause, &[Slot::By]);
    let told = if told.is_empty() { doer_of_noun(scene, frame, clause) } else { told };
    let source = if told.is_empty() { subject::of(scene, clause) } else { told };
    let source = if source.is_empty() { first(scene, clause, acts_on_noun(frame)) } else { source };
    let source = if source.is_empty() { parties::announced(scene, clause.noun, OWNERS) } else { source };
    let source = if source.is_empty() && frame.lone { parties::held_at(scene, clause) } else { source };
    Roles { source, target, ..Roles::default() }
}

/// The person whose the noun is, when another only announces it (`大統領が国防長官の辞任を発表する`).
fn doer_of_noun(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> Vec<ActorId> {
    let own = clause.noun != clause.predicate && !frame.target.contains(&Slot::No);
    let mut doers = if own { clause.actors(scene, Slot::No) } else { Vec::new() };
    doers.retain(|a| scene.kind(*a) == ActorKind::Person && allowed(scene, *a, &frame.source_kinds));
    doers
}

/// What the clause describes, when that cannot act but only be acted on (`訪問したトルコ`).
fn described_target(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> Option<Vec<ActorId>> {
    let heads = clause.actors(scene, Slot::Head);
    let acts = |a: &ActorId| allowed(scene, *a, &frame.source_kinds);
    (!heads.is_empty() && frame.target.contains(&Slot::Wo) && !heads.iter().any(acts)).then_some(heads)
}

/// A group with the state or body that it belongs to: `ロシアの外交官`.
fn with_owners(scene: &Scene<'_>, clause: &Clause, mut target: Vec<ActorId>) -> Vec<ActorId> {
    if !target.is_empty() && target.iter().all(|a| scene.kind(*a) == ActorKind::Group) {
        let of_target = |i: &usize| scene.participants(*i) == target;
        let phrase = clause.fillers.iter().map(|(_, i)| *i).find(of_target);
        target.extend(phrase.map(|i| scene.owners(i)).unwrap_or_default());
        once(&mut target);
    }
    target
}

fn undergone(scene: &Scene<'_>, clause: &Clause) -> Roles {
    let target = subject::of(scene, clause);
    let mut source =
        first(scene, clause, &[Slot::By, Slot::Origin, Slot::Kara, Slot::No, Slot::Ni, Slot::Compound]);
    if source.is_empty() {
        source = clause.actors(scene, Slot::De);
        source.retain(|a| scene.kind(*a) == ActorKind::Organization);
    }
    Roles { source, target, ..Roles::default() }
}

/// Whether what stands with から is left, and does not act (`イラクからの撤退`).
fn leaves(frame: &Frame) -> bool {
    frame.kind == EventType::Retreat && frame.target.contains(&Slot::Kara)
}

fn acts_on_noun(frame: &Frame) -> &'static [Slot] {
    if leaves(frame) { &[Slot::By, Slot::No] } else { &ACTS_ON_NOUN }
}

fn noun(scene: &Scene<'_>, frame: &Frame, clause: &Clause) -> Roles {
    if frame.target.contains(&Slot::Head) {
        let target = clause.actors(scene, Slot::Head);
        let source = subject::above(scene, clause);
        let source = if source.is_empty() { subject::omitted(scene, clause) } else { source };
        return Roles { own: !source.is_empty(), source, target, ..Roles::default() };
    }
    let mut source = first(scene, clause, acts_on_noun(frame));
    let left = if leaves(frame) { first(scene, clause, &LEFT) } else { Vec::new() };
    let mut target = if left.is_empty() { first(scene, clause, &ON_NOUNS) } else { left };
    let body = |a: &ActorId| scene.kind(*a) == ActorKind::Organization;
    let owned = clause.actors(scene, Slot::No);
    if target.is_empty() && suffers(scene, frame, &owned) {
        source = first(scene, clause, &[Slot::By, Slot::Origin, Slot::Kara]);
        target = owned;
    }
    let goal = frame.target.contains(&Slot::Compound);
    if source.is_empty() && !goal && (frame.lone || clause.compound.iter().all(body)) {
        source = clause.compound.clone();
        target.retain(|a| !source.contains(a));
    }
    if target.is_empty() && frame.kind == EventType::Assault {
        target = agentless::casualties(scene, clause);
        target.retain(|a| !source.contains(a));
    }
    let own = !source.is_empty();
    let argument = scene.phrases[clause.noun].slot.is_none_or(|s| !matches!(s, Slot::No | Slot::Any));
    let object = matches!(scene.phrases[clause.noun].slot, None | Some(Slot::Wo)) && is_owned(scene, clause);
    let told = clause.phrases(Slot::Against).next().is_some() || (object && suffers(scene, frame, &target));
    if source.is_empty() && argument && told && !target.is_empty() {
        source = subject::above(scene, clause);
        if source.is_empty() && suffers(scene, frame, &target) {
            source = subject::omitted(scene, clause);
        }
        source.retain(|a| !target.contains(a));
    }
    let asking = frame.kind == EventType::Request && !source.is_empty();
    if target.is_empty() && argument && (asking || clause.phrases(Slot::Origin).next().is_some()) {
        target = subject::above(scene, clause);
    }
    Roles { source, target, own, ..Roles::default() }
}

/// Whether the verb over the noun tells that its subject did it.
fn is_owned(scene: &Scene<'_>, clause: &Clause) -> bool {
    let Some(lemma) = scene.heads[clause.noun].and_then(|head| scene.lemma(head)) else { return false };
    scene.lexicon().grammar.owning.iter().any(|verb| verb == lemma)
}

/// Whether the owners of such a noun are those to whom it is done (`記者の拘束`, `人質の解放`).
fn suffers(scene: &Scene<'_>, frame: &Frame, owners: &[ActorId]) -> bool {
    let deed = matches!(frame.kind, EventType::Coerce | EventType::Assault | EventType::Retreat);
    let people = |a: &ActorId| matches!(scene.kind(*a), ActorKind::Person | ActorKind::Group);
    let to_people = frame.target_kinds.contains(&ActorKind::Person) && frame.target.contains(&Slot::No);
    deed && to_people && !owners.is_empty() && owners.iter().all(people)
}

/// Both sides of an event in which they act alike.
fn both(scene: &Scene<'_>, clause: &Clause) -> Roles {
    let mut companions = Vec::new();
    for slot in [Slot::To, Slot::With, Slot::Ni, Slot::Against] {
        companions.extend(clause.actors(scene, slot));
    }
    if companions.is_empty() && matches!(clause.voice, Voice::Active | Voice::Causative) {
        let objects = [Slot::Wo, Slot::Topic, Slot::Ni]
            .into_iter()
            .flat_map(|slot| clause.phrases(slot).collect::<Vec<_>>());
        let shared = objects.map(|i| scene.partners(i)).find(|a| !a.is_empty());
        companions = shared.unwrap_or_else(|| beside(scene, clause));
    }
    let mut parties = match clause.voice {
        Voice::Noun => first(scene, clause, &[Slot::No, Slot::By]),
        Voice::Passive => parties::of_passive(scene, clause),
        _ => subject::of(scene, clause),
    };
    if clause.voice == Voice::Noun && parties.is_empty() && clause.compound.is_empty() {
        let (subject, with) = parties::of_occasion(scene, clause, companions);
        return Roles { own: !subject.is_empty(), ..split(subject, with) };
    }
    parties.extend(clause.actors(scene, Slot::No));
    parties.extend(clause.actors(scene, Slot::By));
    if parties.iter().chain(&companions).all(|a| scene.is_medium(*a)) {
        parties = parties::at_talk(scene, clause);
    }
    if companions.is_empty() || parties.is_empty() {
        companions.extend(&clause.compound);
    }
    if parties.is_empty() && companions.is_empty() {
        parties = parties::told_before(scene, clause);
    }
    split(parties, companions)
}

/// The companion that stands before the predicate though the parser hangs it elsewhere (`王外相と事件について協議する`).
fn beside(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let Some(sentence) = scene.sentence(clause.predicate) else { return Vec::new() };
    let before = (sentence.bunsetsu.start..clause.predicate).rev();
    let own = before.take_while(|i| scene.phrases[*i].predicate.is_none());
    let mut companions = own.filter(|i| scene.phrases[*i].slot == Some(Slot::To));
    let joined = companions.find(|i| scene.list_from(*i) == *i && !scene.phrases[*i].actors.is_empty());
    joined.map(|i| scene.participants(i)).unwrap_or_default()
}

/// Keeps the first of each actor, in the order of the text.
fn once(actors: &mut Vec<ActorId>) {
    let mut seen = std::collections::BTreeSet::new();
    actors.retain(|a| seen.insert(*a));
}

fn split(mut parties: Vec<ActorId>, mut companions: Vec<ActorId>) -> Roles {
    once(&mut parties);
    once(&mut companions);
    if parties.iter().any(|p| !companions.contains(p)) {
        parties.retain(|p| !companions.contains(p));
    } else if parties.is_empty() {
        parties = companions.clone();
    }
    if companions.is_empty() || companions == parties {
        companions = parties.split_off(parties.len().min(1));
    }
    Roles { source: parties, target: companions, ..Roles::default() }
}
