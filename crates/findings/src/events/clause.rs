//! A trigger with the phrases around it, each in its slot.

use super::scene::Scene;
use tenkyo_lexicon::events::{Effect, Light, Slot};
use tenkyo_model::{ActorId, ActorKind};
use tenkyo_text::Span;

/// A trigger with the phrases around it.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// The words that evoke the event, without other words of their compound.
    pub(super) word: Span,
    /// The words to show for it: with inflection and light verb.
    pub(super) trigger: Span,
    /// The phrase of `word`.
    pub(super) noun: usize,
    /// The phrase that the participants hang on: the light verb, else `noun`.
    pub(super) predicate: usize,
    /// The phrases by slot, in order of the text.
    pub(super) fillers: Vec<(Slot, usize)>,
    /// Actors named before `word` in its own compound, nearest first.
    pub(super) compound: Vec<ActorId>,
    /// How the participants are arranged.
    pub(super) voice: Voice,
    /// What the light verb makes of the event.
    pub(super) effect: Effect,
    /// Whether a light verb in the passive holds it, so that nobody is its subject (`行われた会談`).
    pub(super) held: bool,
}

/// How participants are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    Active,
    Passive,
    Causative,
    /// The subject of the light verb is acted on.
    Undergone,
    /// A noun without a verb of its own.
    Noun,
}

impl Clause {
    /// The clause of the predicate of phrase `index`, evoked by `word`.
    pub(super) fn of_predicate(scene: &Scene<'_>, index: usize, word: Span) -> Option<Self> {
        let predicate = scene.phrases[index].predicate?;
        let voice = match predicate {
            p if p.passive => Voice::Passive,
            p if p.causative => Voice::Causative,
            _ => Voice::Active,
        };
        let mut fillers = slots(scene, index);
        let described = scene.described(index).map(|head| bearer(scene, head));
        let described = described.filter(|head| !scene.phrases[*head].actors.is_empty());
        fillers.extend(described.or_else(|| cleft(scene, index)).map(|head| (Slot::Head, head)));
        Some(Self {
            word,
            trigger: word.cover(predicate.span),
            noun: index,
            predicate: index,
            fillers,
            compound: compound(scene, index, word),
            voice,
            effect: Effect::Happens,
            held: false,
        })
    }

    /// The clause of the noun `word` of phrase `index` under a light verb.
    pub(super) fn of_light(
        scene: &Scene<'_>,
        index: usize,
        word: Span,
        verb: usize,
        light: &Light,
    ) -> Option<Self> {
        let outer = Self::of_predicate(scene, verb, word).filter(|c| c.voice != Voice::Causative)?;
        let mut fillers: Vec<_> = outer.fillers.into_iter().filter(|(_, i)| *i != index).collect();
        fillers.extend(shared(scene, index));
        fillers.sort_by_key(|(_, i)| *i);
        let voice = match (light.effect, outer.voice) {
            (Effect::Undergone, Voice::Active) => Voice::Undergone,
            _ => Voice::Active,
        };
        let compound = compound(scene, index, word);
        let trigger = if verb == index + 1 { outer.trigger } else { word };
        let held = outer.voice == Voice::Passive && light.effect != Effect::Undergone;
        Some(Self {
            word,
            trigger,
            noun: index,
            fillers,
            voice,
            compound,
            effect: light.effect,
            held,
            ..outer
        })
    }

    /// The clause of the noun `word` of phrase `index` on its own.
    pub(super) fn of_noun(scene: &Scene<'_>, index: usize, word: Span) -> Self {
        let mut fillers = shared(scene, index);
        fillers.extend(scene.owned_by(index).map(|owned| (Slot::Head, owned)));
        Self {
            word,
            trigger: word,
            noun: index,
            predicate: index,
            fillers,
            compound: compound(scene, index, word),
            voice: Voice::Noun,
            effect: Effect::Happens,
            held: false,
        }
    }

    /// The phrases in `slot`.
    pub(super) fn phrases(&self, slot: Slot) -> impl Iterator<Item = usize> {
        self.fillers.iter().filter(move |(s, _)| *s == slot).map(|(_, index)| *index)
    }

    /// The actors in `slot`.
    pub(super) fn actors(&self, scene: &Scene<'_>, slot: Slot) -> Vec<ActorId> {
        if slot == Slot::Compound {
            return self.compound.clone();
        }
        let mut seen = std::collections::BTreeSet::new();
        let whole = |i| if slot == Slot::Head { scene.list_from(i) } else { i };
        self.phrases(slot).flat_map(|i| scene.participants(whole(i))).filter(|a| seen.insert(*a)).collect()
    }
}

/// The person or body whom the noun of phrase `head` only places (`訪問した中国の王毅外相`, `派遣された日本の陸上自衛隊`), else
/// that noun.
fn bearer(scene: &Scene<'_>, head: usize) -> usize {
    let acting = |a: &ActorId| matches!(scene.kind(*a), ActorKind::Person | ActorKind::Organization);
    let people = |i: &usize| {
        let actors = &scene.phrases[*i].actors;
        !actors.is_empty() && actors.iter().all(acting)
    };
    scene.owned_by(head).filter(people).unwrap_or(head)
}

/// The noun phrase that a clause made a topic is told to be about (`逮捕されたのは会社員の男だった`).
fn cleft(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let phrase = &scene.phrases[index];
    let words = scene.words(phrase.words);
    let nominal = scene.lexicon().grammar.nominalisers.iter().any(|n| words.ends_with(n.as_str()));
    let topic = nominal && phrase.slot == Some(Slot::Topic);
    scene.heads[index].filter(|head| topic && !scene.phrases[*head].actors.is_empty())
}

/// The phrases that depend on the noun of phrase `index`, or on the nouns joined with it (`乗組員の拘束と連行`).
fn shared(scene: &Scene<'_>, index: usize) -> Vec<(Slot, usize)> {
    let mut own = slots(scene, index);
    let joined = own
        .iter()
        .filter(|(slot, d)| matches!(slot, Slot::To | Slot::List) && scene.phrases[*d].actors.is_empty());
    let theirs: Vec<_> = joined.flat_map(|(_, d)| slots(scene, *d)).filter(|(s, _)| *s == Slot::No).collect();
    if own.iter().all(|(slot, _)| *slot != Slot::No) {
        own.extend(theirs);
    }
    own
}

fn slots(scene: &Scene<'_>, index: usize) -> Vec<(Slot, usize)> {
    let slot = |d: &usize| {
        let phrase = &scene.phrases[*d];
        phrase.slot.or(phrase.predicate.is_none().then_some(Slot::Any)).map(|slot| (slot, *d))
    };
    let direct = scene.dependents(index).iter();
    direct.flat_map(|d| aimed(scene, *d).chain(slot(d))).collect()
}

/// What a joining verb form marks (`韓国に向けて`).
fn aimed<'a>(scene: &'a Scene<'_>, joining: usize) -> impl Iterator<Item = (Slot, usize)> + 'a {
    let marked = scene.dependents(joining).iter().filter(move |_| scene.phrases[joining].transparent);
    marked.filter(|d| scene.phrases[**d].slot == Some(Slot::Ni)).map(|d| (Slot::Against, *d))
}

/// The actors named before `word` in phrase `index`, and by the trigger itself (`訪米`).
fn compound(scene: &Scene<'_>, index: usize, word: Span) -> Vec<ActorId> {
    let name = |prefix: &String| scene.words(word).strip_prefix(prefix.as_str());
    let bound = |prefix: &String| {
        name(prefix).and_then(|n| scene.names.actor(n).or_else(|| scene.names.actor(scene.words(word))))
    };
    let mut found: Vec<_> = scene.lexicon().grammar.bound.iter().find_map(bound).into_iter().collect();
    let words = scene.phrases[index].words;
    if words.start < word.start {
        let before = scene.words(Span { start: words.start, end: word.start });
        let beside = scene.names.at_end(before);
        found.extend(if beside.is_empty() { scene.names.row_at_start(before) } else { beside });
    }
    found
}
