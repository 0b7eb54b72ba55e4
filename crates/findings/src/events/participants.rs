//! Participants without a name: a noun phrase for people or a body that stands where a frame has a side (`4人の容疑者を逮捕した`)
//! becomes an actor, and stays one if an event takes it.

use super::agentless;
use super::evoke;
use super::scene::Scene;
use crate::Context;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_lexicon::events::{Frame, Participants, Slot};
use tenkyo_model::{
    Actor, ActorId, ActorKind, Event, EventType, Findings, Mention, MentionForm, Pos, Role, RuleId, Time,
    Token,
};
use tenkyo_text::Span;

/// The rule for a group's name with what stands before and after it in its phrase.
const WIDER: &str = "participant.whole";
/// Most tokens of the last word of such a phrase.
const LONGEST: usize = 4;
/// Where a side stands.
const SIDES: [Slot; 9] =
    [Slot::Ga, Slot::Topic, Slot::Wo, Slot::Ni, Slot::To, Slot::By, Slot::Kara, Slot::Against, Slot::No];

/// One noun phrase for people or a body.
pub(super) struct Described {
    /// Its words, without what stands before の.
    noun: Span,
    /// Its words with the modifier before の, where it has one.
    whole: Span,
    /// Its words without counts: phrases with the same ones mean the same people.
    key: Span,
    /// The state or body to which they belong.
    of: Vec<ActorId>,
    rule: RuleId,
}

/// The noun phrases of such people and bodies, in order.
pub(super) fn of(scene: &Scene<'_>) -> Vec<Described> {
    (0..scene.phrases.len()).filter_map(|i| described(scene, i)).collect()
}

/// The whole words of the phrases that stand for one group alone and have more than its name (`元治安当局者4人`), with that
/// group.
pub(super) fn wider(scene: &Scene<'_>) -> Vec<(ActorId, Span)> {
    let phrase = |i: usize| {
        let phrase = &scene.phrases[i];
        let [group] = phrase.actors[..] else { return None };
        let actor = scene.findings.actors.get(group.0 as usize)?;
        let named = |m: &Mention| phrase.words.contains(m.span) && m.span != phrase.words;
        let wide = actor.mentions.iter().all(|m| m.span != phrase.words) && actor.mentions.iter().any(named);
        let side = phrase.slot.is_some_and(|s| SIDES.contains(&s)) && phrase.predicate.is_none();
        (side && actor.kind == ActorKind::Group && wide && scene.is_told(i)).then_some((group, phrase.words))
    };
    (0..scene.phrases.len()).filter_map(phrase).collect()
}

/// Adds these words to the mentions of their groups.
pub(super) fn widen(findings: &mut Findings, wider: Vec<(ActorId, Span)>) {
    for (group, span) in wider {
        let rule = RuleId::from(WIDER);
        findings.actors[group.0 as usize].mentions.push(Mention { span, form: MentionForm::Group, rule });
    }
}

/// Adds an actor for each such phrase, one for all with the same words.
pub(super) fn add(context: Context<'_>, phrases: Vec<Described>, findings: &mut Findings) {
    let text = &context.article.text;
    let mut made: BTreeMap<&str, usize> = BTreeMap::new();
    for phrase in phrases {
        let at = *made.entry(&text[phrase.key]).or_insert_with(|| {
            findings.actors.push(Actor::group(text[phrase.whole].to_owned()));
            findings.actors.len() - 1
        });
        let actor = &mut findings.actors[at];
        for of in phrase.of {
            if actor.roles.iter().all(|r| r.of != Some(of)) {
                actor.roles.push(Role::new(&text[phrase.key], Some(of), false));
            }
        }
        for span in [phrase.whole, phrase.noun] {
            if actor.mentions.iter().all(|m| m.span != span) {
                actor.mentions.push(Mention { span, form: MentionForm::Group, rule: phrase.rule.clone() });
            }
        }
    }
}

/// Drops the events of which both sides are such actors (those from `first` on) and that would interest nobody but them, and
/// those of the actors that no event takes.
pub(super) fn drop_idle(findings: &mut Findings, first: usize) {
    let nameless = |side: &[ActorId]| side.iter().all(|a| a.0 as usize >= first);
    let violent = |e: &Event| {
        matches!(e.kind, EventType::Assault | EventType::Coerce | EventType::Protest) || e.source.is_empty()
    };
    findings.events.retain(|e| violent(e) || !nameless(&e.source) || !nameless(&e.target));
    let sides = |e: &Event| e.source.iter().chain(&e.target).map(|a| a.0 as usize).collect::<Vec<_>>();
    let taking: BTreeSet<usize> = findings.events.iter().flat_map(sides).filter(|a| *a >= first).collect();
    let place: BTreeMap<usize, u32> =
        taking.iter().zip(first as u32..).map(|(old, new)| (*old, new)).collect();
    let mut index = 0;
    findings.actors.retain(|_| {
        index += 1;
        index <= first || taking.contains(&(index - 1))
    });
    let move_to = |a: &mut ActorId| *a = place.get(&(a.0 as usize)).map_or(*a, |new| ActorId(*new));
    for event in &mut findings.events {
        event.source.iter_mut().chain(&mut event.target).for_each(move_to);
    }
}

/// Phrase `index` as such a phrase, if it stands for a side of something that frames tell.
fn described(scene: &Scene<'_>, index: usize) -> Option<Described> {
    let phrase = &scene.phrases[index];
    let side = phrase.slot.is_some_and(|s| SIDES.contains(&s)) && phrase.actors.is_empty();
    // In a compound the state or body stands for its people (`北朝鮮兵`, `中国企業`).
    if !side || !scene.is_told(index) || scene.names.at_start(scene.words(phrase.words)).is_some() {
        return None;
    }
    let (key, class) = named(scene, index)?;
    let head = scene.heads[index]?;
    let passive = scene.phrases[head].predicate.is_some_and(|p| p.passive);
    let acts = !passive && matches!(phrase.slot, Some(Slot::Ga | Slot::Topic));
    let takes = |f: &Frame| {
        if acts { class.may_act(f.kind) && group(&f.source_kinds) } else { group(&f.target_kinds) }
    };
    let hit = agentless::is_casualty(scene, head) && phrase.slot == Some(Slot::Ga);
    // `容疑者の身柄を確保した`: the predicate stands one noun further.
    let further = scene.heads[head].filter(|_| phrase.slot == Some(Slot::No));
    let mut near = frames(scene, head, index);
    near.extend(further.map(|next| frames(scene, next, head)).unwrap_or_default());
    if !hit && !near.into_iter().any(takes) {
        return None;
    }
    let noun = phrase.words;
    let modifier = index.checked_sub(1).filter(|m| describes(scene, *m, index));
    let whole = modifier.map_or(noun, |m| scene.phrases[m].words.cover(noun));
    let mut of = scene.owners(index);
    of.retain(|a| matches!(scene.kind(*a), ActorKind::State | ActorKind::Organization));
    Some(Described { noun, whole, key, of, rule: RuleId::from(class.id.as_str()) })
}

/// The words of phrase `index` without a count after them, if they name people or a body, and their class.
fn named<'a>(scene: &Scene<'a>, index: usize) -> Option<(Span, &'a Participants)> {
    let tokens = &scene.context.analysis.tokens;
    let content = scene.phrases[index].content.clone();
    let counts = |t: &Token| {
        let words = scene.words(t.span);
        t.pos == Pos::Number || scene.lexicon().grammar.counting.iter().any(|c| c == words)
    };
    let mut end = content.end;
    while end > content.start {
        let starts = end.saturating_sub(LONGEST).max(content.start)..end;
        let class = starts.into_iter().find_map(|start| {
            let word = scene.words(tokens[start].span.cover(tokens[end - 1].span));
            scene.lexicon().participant(word)
        });
        if let Some(class) = class {
            let key = tokens[content.start].span.cover(tokens[end - 1].span);
            return Some((key, class));
        }
        if !counts(&tokens[end - 1]) {
            return None;
        }
        end -= 1;
    }
    None
}

/// The frames that phrase `head` may evoke, by its own words or by another noun than phrase `index` that hangs on it.
fn frames<'a>(scene: &Scene<'a>, head: usize, index: usize) -> Vec<&'a Frame> {
    let lexicon = scene.lexicon();
    let of_noun = |i: usize| evoke::nouns(scene, i).into_iter().flat_map(|w| lexicon.of_noun(scene.words(w)));
    let Some(predicate) = scene.phrases[head].predicate else { return of_noun(head).collect() };
    let lemmas = evoke::lemmas(scene, head, predicate.token, predicate.nominal);
    let light = lemmas.iter().any(|(_, lemma)| lexicon.light_verb(lemma));
    let beside = scene.dependents(head).iter().filter(|d| light && **d != index);
    let own = lemmas.iter().flat_map(|(_, lemma)| lexicon.of_predicate(lemma));
    own.chain(beside.flat_map(|d| of_noun(*d))).collect()
}

/// Whether a group is among the kinds of a side; no kinds mean all.
fn group(kinds: &[ActorKind]) -> bool {
    kinds.is_empty() || kinds.contains(&ActorKind::Group)
}

/// Whether phrase `modifier` tells whose or how many the people of phrase `index` are: not who is one of them
/// (`中木正博(44)ら4人の容疑者`), nor when.
fn describes(scene: &Scene<'_>, modifier: usize, index: usize) -> bool {
    let phrase = &scene.phrases[modifier];
    let person = phrase.actors.iter().any(|a| scene.kind(*a) == ActorKind::Person);
    let time = |t: &Time| t.span.start < phrase.words.end && phrase.words.start < t.span.end;
    scene.heads[modifier] == Some(index)
        && phrase.slot == Some(Slot::No)
        && !person
        && !scene.findings.times.iter().any(time)
}
