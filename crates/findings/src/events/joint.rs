//! Words that mean several sides told before: `両国`, `両首脳`, `6カ国`, `各国`.

use super::scene::Scene;
use tenkyo_model::{ActorId, ActorKind};

/// How many phrases back the two sides may stand.
const NEAR: usize = 120;
/// How many phrases back the list may stand.
const FAR: usize = 400;

/// Each phrase that only means sides told before, with these.
pub(super) fn all(scene: &Scene<'_>) -> Vec<(usize, Vec<ActorId>)> {
    let meant = |i: usize| Some((i, meant(scene, i)?)).filter(|(_, sides)| sides.len() > 1);
    (0..scene.phrases.len()).filter_map(meant).collect()
}

/// Whom phrase `index` means; none if it is no such word or stands for somebody itself.
fn meant(scene: &Scene<'_>, index: usize) -> Option<Vec<ActorId>> {
    let phrase = &scene.phrases[index];
    let words = scene.words(phrase.words);
    let nameless = phrase.actors.iter().all(|a| scene.kind(*a) == ActorKind::Group);
    let grammar = &scene.lexicon().grammar;
    let is = |list: &[String]| list.iter().any(|w| w == words);
    if !nameless {
        return None;
    }
    if is(&grammar.both_states) {
        return two(scene, index, &|k| k == ActorKind::State);
    }
    if is(&grammar.both_people) {
        return two(scene, index, &|k| k == ActorKind::Person);
    }
    if is(&grammar.members) {
        return list(scene, index, None);
    }
    list(scene, index, Some(count(scene, words)?))
}

/// How many sides the words count (`6カ国`).
fn count(scene: &Scene<'_>, words: &str) -> Option<usize> {
    let (number, end) = scene.context.lexicon.time.number(words, 0)?;
    let counted = scene.lexicon().grammar.members.iter().any(|m| *m == words[end..]);
    Some(number.value as usize).filter(|n| counted && *n > 1)
}

/// The last two different actors of such a kind: those of the last list of two, else the last two named.
pub(super) fn two(scene: &Scene<'_>, index: usize, fits: &dyn Fn(ActorKind) -> bool) -> Option<Vec<ActorId>> {
    let mut found: Vec<ActorId> = Vec::new();
    for before in (index.saturating_sub(NEAR)..index).rev() {
        let mut named = scene.participants(before);
        named.retain(|a| fits(scene.kind(*a)));
        if named.len() == 2 && found.iter().all(|a| named.contains(a)) {
            return Some(named);
        }
        for actor in named {
            if !found.contains(&actor) {
                found.push(actor);
            }
        }
        if found.len() > 1 {
            found.truncate(2);
            return Some(found);
        }
    }
    None
}

/// The members of the last list of states: of so many, if a number is told, or right before it
/// (`アメリカやロシアなど6カ国`).
fn list(scene: &Scene<'_>, index: usize, number: Option<usize>) -> Option<Vec<ActorId>> {
    let states = |i: usize| {
        let mut named = scene.participants(i);
        named.retain(|a| scene.kind(*a) == ActorKind::State);
        named
    };
    let fits = |named: &Vec<ActorId>| number.map_or(named.len() > 2, |n| named.len() == n);
    let beside = index.checked_sub(1).map(states).filter(|named| number.is_some() && named.len() > 1);
    beside.or_else(|| (index.saturating_sub(FAR)..index).rev().map(states).find(fits))
}
