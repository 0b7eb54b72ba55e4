//! What the article has told so far: who stands on which side, which transfers were told, what was asked for.

use super::disaster::{self, Disaster};
use super::goods::Goods;
use super::scene::{Break, Name, Scene, is_medium, is_of_class};
use crate::Context;
use crate::actors::ActorIndex;
use std::collections::BTreeMap;
use tenkyo_lexicon::transfers::{Part, Transfers};
use tenkyo_model::{Actor, ActorId, ActorKind, Bunsetsu, Findings, Quantity, Relation, Transfer};
use tenkyo_text::Span;

/// How many sentences back a party that is left out is looked for.
const REACH: usize = 4;

/// A request or an offer without an answer yet.
#[derive(Clone, Debug)]
pub(super) struct Request {
    /// Who offers; none for a request.
    pub giver: Option<ActorId>,
    pub receiver: ActorId,
    /// The words for what is asked for or offered.
    pub item: Span,
    pub category: String,
    pub sentence: usize,
}

/// What the article has told so far.
pub(super) struct Memory {
    /// For each actor the state or body that he acts for; itself for a state.
    pub sides: Vec<ActorId>,
    kinds: Vec<ActorKind>,
    /// For each actor whether it is a state or acts for one, named in the article or not.
    powers: Vec<bool>,
    /// For each actor the Wikidata id of its side.
    ids: Vec<Option<String>>,
    /// For each actor whether it is an international body.
    bodies: Vec<bool>,
    /// Pairs of Wikidata ids of states at war with each other (`knowledge/wars`).
    wars: Vec<(String, String)>,
    /// For each sentence the sides named in it.
    named: Vec<Vec<ActorId>>,
    /// For each sentence the persons named in it.
    people: Vec<Vec<ActorId>>,
    /// How often each side is named in the article.
    counts: BTreeMap<ActorId, usize>,
    /// The disaster that the article is about.
    disaster: Disaster,
    pub request: Option<Request>,
    /// Topic or subject of the last sentence that has one, with its block.
    pub topic: Option<(ActorId, usize)>,
    pub told: Vec<Transfer>,
}

impl Memory {
    pub fn new(context: Context<'_>, findings: &Findings, index: &ActorIndex) -> Self {
        let sides: Vec<ActorId> = (0..findings.actors.len()).map(|i| side_of(context, findings, i)).collect();
        let kinds: Vec<ActorKind> = findings.actors.iter().map(|a| a.kind).collect();
        let power = |(a, side): (&Actor, &ActorId)| {
            (kinds[side.0 as usize] == ActorKind::State || is_official(context, a)) && !is_medium(context, a)
        };
        let ids = sides.iter().map(|s| findings.actors[s.0 as usize].wikidata.clone()).collect();
        let wars = &context.lexicon.events.wars;
        let pairs = wars
            .iter()
            .flat_map(|w| w.source.iter().flat_map(|s| w.target.iter().map(|t| (s.clone(), t.clone()))));
        let wars = pairs.collect();
        let bodies = findings
            .actors
            .iter()
            .map(|a| is_of_class(context, a, &context.lexicon.transfers.words.bodies))
            .collect();
        let powers = findings.actors.iter().zip(&sides).map(power).collect();
        let sentences = &context.analysis.sentences;
        let named = sentences
            .iter()
            .map(|s| index.outermost(s.span).iter().map(|p| sides[p.actor.0 as usize]).collect());
        let named: Vec<Vec<ActorId>> = named.collect();
        let persons = |s: &tenkyo_model::Sentence| -> Vec<ActorId> {
            let places = index.outermost(s.span).into_iter().map(|p| p.actor);
            places.filter(|a| findings.actors[a.0 as usize].kind == ActorKind::Person).collect()
        };
        let people = sentences.iter().map(persons).collect();
        let mut counts = BTreeMap::new();
        for side in named.iter().flatten() {
            *counts.entry(*side).or_insert(0) += 1;
        }
        let count = |a: ActorId| counts.get(&sides[a.0 as usize]).copied().unwrap_or(0);
        let disaster = disaster::find(context, findings, index, count);
        Self {
            sides,
            kinds,
            powers,
            bodies,
            ids,
            wars,
            named,
            people,
            counts,
            disaster,
            request: None,
            topic: None,
            told: Vec::new(),
        }
    }

    /// The state (or body) that an actor acts for.
    pub fn side(&self, actor: ActorId) -> ActorId {
        self.sides[actor.0 as usize]
    }

    /// Whether two actors act for one state.
    pub fn same_side(&self, a: ActorId, b: ActorId) -> bool {
        self.side(a) == self.side(b)
    }

    /// Whether the sides of two actors fight each other in a war that `knowledge/` holds.
    pub fn are_at_war(&self, a: ActorId, b: ActorId) -> bool {
        let id = |actor: ActorId| self.ids[actor.0 as usize].as_deref();
        let (Some(a), Some(b)) = (id(a), id(b)) else { return false };
        self.wars.iter().any(|(s, t)| s == a && t == b || s == b && t == a)
    }

    pub fn kind(&self, actor: ActorId) -> ActorKind {
        self.kinds[actor.0 as usize]
    }

    /// The other party of a transfer of which only `known` is named.
    pub fn counterpart(
        &self,
        scene: &Scene<'_>,
        known: ActorId,
        known_gives: bool,
        category: &str,
        at: u32,
    ) -> Option<ActorId> {
        let told = self.told.iter().rev();
        let same = |t: &&Transfer| {
            let (own, _) = if known_gives { (t.giver, t.receiver) } else { (t.receiver, t.giver) };
            own.is_some_and(|own| self.same_side(own, known))
        };
        let other = |t: &Transfer| if known_gives { t.receiver } else { t.giver };
        let exact = told.clone().filter(same).find(|t| t.category == category).and_then(other);
        let partner = || self.told.iter().rev().find_map(|t| self.partner(t, known));
        let relief = known_gives && scene.lexicon.words.relief.has(category);
        let struck = |d: Disaster| if let Disaster::In(state) = d { Some(state) } else { None };
        // Relief goes where the disaster was and to nobody else whom the article happens to name.
        let vague = !relief || self.disaster == Disaster::None;
        let found = self
            .inside(scene, known, known_gives, at)
            .or(exact)
            .or_else(|| relief.then_some(self.disaster).and_then(struck))
            .or_else(|| vague.then(partner).flatten())
            .or_else(|| (vague && category != "personnel").then(|| self.around(scene, known)).flatten());
        found.filter(|a| !self.same_side(*a, known))
    }

    /// The parties of the last transfer of this category, when it was told a few sentences before: for a predicate that names none.
    pub fn same_again(&self, scene: &Scene<'_>, category: &str) -> Option<(ActorId, ActorId)> {
        let last = self.told.iter().rev().find(|t| t.category == category)?;
        let at = scene.context.analysis.sentence_at(last.span.start)?;
        (at + REACH >= scene.sentence).then_some((last.giver?, last.receiver?))
    }

    /// The parties of the last transfer of such goods in which the side of `party` takes part: what a denial takes up.
    pub fn told_of(&self, scene: &Scene<'_>, party: ActorId, category: &str) -> Option<(ActorId, ActorId)> {
        let lexicon = scene.lexicon;
        let same = |t: &&Transfer| {
            let sides = [t.giver, t.receiver].into_iter().flatten();
            let one = sides.clone().any(|s| self.same_side(s, party));
            one && is_same_class(lexicon, &t.category, category)
        };
        let told = self.told.iter().rev().find(same)?;
        Some((self.side(told.giver?), self.side(told.receiver?)))
    }

    /// The goods told last, at most `reach` sentences before: what a passive without a subject goes on with.
    pub fn last_goods(&self, scene: &Scene<'_>, reach: usize) -> Option<Goods> {
        let last = self.told.last()?;
        let at = scene.context.analysis.sentence_at(last.span.start)?;
        let near = at < scene.sentence && at + reach >= scene.sentence;
        near.then(|| Goods { span: last.item, category: last.category.clone(), quantity: None })
    }

    /// The category of the goods told last, when an amount counts them by the same unit.
    pub fn last_counted(&self, scene: &Scene<'_>, findings: &Findings, amount: &Quantity) -> Option<String> {
        let last = self.told.last()?;
        let at = scene.context.analysis.sentence_at(last.span.start)?;
        let before = &findings.quantities[last.quantity?];
        (at + 2 >= scene.sentence && before.unit == amount.unit).then(|| last.category.clone())
    }

    /// The other party of a told transfer in which the side of `known` takes part.
    fn partner(&self, told: &Transfer, known: ActorId) -> Option<ActorId> {
        let (giver, receiver) = (told.giver?, told.receiver?);
        let other = if self.same_side(giver, known) { receiver } else { giver };
        (self.same_side(giver, known) || self.same_side(receiver, known)).then(|| self.side(other))
    }

    /// The person of another side named last before or in the sentence.
    pub fn person(&self, scene: &Scene<'_>, known: ActorId) -> Option<ActorId> {
        let from = scene.sentence.saturating_sub(REACH);
        let near = self.people[from..=scene.sentence].iter().flatten().rev();
        near.copied().find(|p| *p != known && !self.same_side(*p, known) && self.is_power(*p))
    }

    /// A name in the same scope that is no party by its own part: the subject of a clause inside, a source, a partner; whom the
    /// whole is offered to; the subject of the clause after (AがXを提供し、BがYを供与する).
    fn inside(&self, scene: &Scene<'_>, known: ActorId, known_gives: bool, at: u32) -> Option<ActorId> {
        let scope = scene.scope(at);
        let fits = |n: &&Name| {
            let here = n.span.start >= scope.start && n.span.end <= scope.end;
            here && self.is_power(n.actor) && !self.same_side(n.actor, known)
        };
        let before = |n: &&Name| n.span.end <= at && matches!(n.part, Some(Part::Subject | Part::With));
        let after = |n: &&Name| {
            let offered = known_gives && n.part == Some(Part::To) && !n.attributive;
            n.span.start >= at && (offered || n.part == Some(Part::Subject)) && !is_outside(scene, at, n)
        };
        let names = || scene.names.iter().filter(fits);
        names().rfind(before).or_else(|| names().find(after)).map(|n| n.actor)
    }

    /// The side that the article names most among those of the sentence, the few before it and the one after.
    fn around(&self, scene: &Scene<'_>, known: ActorId) -> Option<ActorId> {
        let speakers: Vec<ActorId> =
            scene.statements.iter().filter_map(|s| s.speaker).map(|s| self.side(s)).collect();
        let from = scene.sentence.saturating_sub(REACH);
        let to = (scene.sentence + 2).min(self.named.len());
        let near = self.named[from..to].iter().flatten();
        let aside =
            |a: ActorId| scene.names.iter().any(|n| n.part == Some(Part::Aside) && self.side(n.actor) == a);
        let other = |a: ActorId| self.kind(a) == ActorKind::State && !self.same_side(a, known) && !aside(a);
        let count = |a: ActorId| self.counts.get(&a).copied().unwrap_or(0);
        let mut fits: Vec<ActorId> = near.copied().filter(|a| other(*a) && !speakers.contains(a)).collect();
        fits.sort_by_key(|a| (std::cmp::Reverse(count(*a)), *a));
        fits.dedup();
        // Only when the article is about these two: the next state is named much less.
        let clear = fits.get(1).is_none_or(|next| count(fits[0]) * 2 >= count(*next) * 3);
        fits.first().copied().filter(|_| clear)
    }

    /// The topic that a sentence without one of its own goes on with.
    pub fn topic(&self, scene: &Scene<'_>) -> Option<ActorId> {
        let block = scene.context.analysis.sentences[scene.sentence].block;
        self.topic.filter(|(actor, at)| *at == block && self.is_power(*actor)).map(|(actor, _)| actor)
    }

    /// Keeps the topic of a sentence for those after it.
    pub fn keep_topic(&mut self, scene: &Scene<'_>) {
        let block = scene.context.analysis.sentences[scene.sentence].block;
        let of = |part: Part| scene.names.iter().find(|n| n.part == Some(part)).map(|n| (n.actor, block));
        self.topic = of(Part::Topic).or_else(|| of(Part::Subject)).or(self.topic);
    }

    /// Whether an actor is an international body.
    pub fn is_body(&self, actor: ActorId) -> bool {
        self.bodies[actor.0 as usize]
    }

    /// Whether an actor can give and get: a state, or somebody who acts for one.
    pub fn is_power(&self, actor: ActorId) -> bool {
        self.powers[actor.0 as usize]
    }
}

/// Whether two categories are one, or both are weapons.
pub(crate) fn is_same_class(lexicon: &Transfers, a: &str, b: &str) -> bool {
    a == b || lexicon.words.weapons.has(a) && lexicon.words.weapons.has(b)
}

/// Whether a finished clause or a quotation ends between a predicate and a name after it.
fn is_outside(scene: &Scene<'_>, at: u32, name: &Name) -> bool {
    let between = |from: u32, to: u32| from >= at && to <= name.span.start;
    let analysis = scene.context.analysis;
    let sentence = &analysis.sentences[scene.sentence];
    let quoted = |b: &Bunsetsu| b.relation == Relation::Quotative && between(b.span.start, b.span.end);
    let ended = |(end, kind): &(u32, Break)| *kind != Break::Continues && between(*end, *end);
    analysis.bunsetsu_of(sentence).iter().any(quoted) || scene.breaks.iter().any(ended)
}

/// The state or body that an actor acts for; itself where none is known.
pub(crate) fn side_of(context: Context<'_>, findings: &Findings, actor: usize) -> ActorId {
    let own = ActorId(actor as u32);
    let found = &findings.actors[actor];
    if found.kind == ActorKind::State {
        return own;
    }
    let known = found.knowledge.as_deref().and_then(|id| state_of(context, id, 3));
    let in_text = || {
        found
            .roles
            .iter()
            .find_map(|r| r.of)
            .filter(|of| findings.actors[of.0 as usize].kind == ActorKind::State)
    };
    let by_knowledge = known.and_then(|id| {
        let at = findings.actors.iter().position(|a| a.knowledge.as_deref() == Some(id))?;
        Some(ActorId(at as u32))
    });
    by_knowledge.or_else(in_text).unwrap_or(own)
}

/// Whether a known actor acts for a state, named in the article or not.
pub(crate) fn is_official(context: Context<'_>, actor: &Actor) -> bool {
    actor.knowledge.as_deref().and_then(|id| state_of(context, id, 3)).is_some()
}

/// The id in `knowledge/` of the state behind a known actor.
fn state_of<'c>(context: Context<'c>, id: &str, depth: usize) -> Option<&'c str> {
    let actors = &context.lexicon.actors;
    let known = actors.get(actors.by_id(id)?);
    if known.kind == ActorKind::State {
        return Some(&known.id);
    }
    let parents = known.of.iter().map(String::as_str).chain(known.roles.iter().rev().map(|r| r.of.as_str()));
    if depth == 0 {
        None
    } else {
        parents.into_iter().find_map(|parent| state_of(context, parent, depth - 1))
    }
}
