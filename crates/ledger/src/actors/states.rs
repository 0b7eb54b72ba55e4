//! The state for which each actor stands.

use super::Actors;
use crate::corpus::Corpus;
use crate::nouns::is_noun;
use std::collections::{BTreeMap, HashMap};
use tenkyo_model::ActorKind;
use tenkyo_text::Span;

/// Id of the state to which `knowledge/` says that an actor belongs: its own, or that of the body in which it serves.
fn known_state<'a>(corpus: &Corpus<'a>, id: &str) -> Option<&'a str> {
    let known = |id: &str| corpus.lexicon.actors.by_id(id).map(|i| corpus.lexicon.actors.get(i));
    let up = |of: &tenkyo_lexicon::actors::Known| -> Option<&'a str> {
        let known: &'a tenkyo_lexicon::actors::Known = known(&of.id)?;
        known.of.as_deref().or_else(|| known.roles.last().map(|r| r.of.as_str()))
    };
    let mut at = known(id)?;
    // A minister, his ministry, its state: never deeper.
    for _ in 0..3 {
        let of = up(at)?;
        at = known(of)?;
        if at.kind == ActorKind::State {
            return Some(of);
        }
    }
    None
}

/// The state behind each actor: the one that `knowledge/` names, else the one in which its title is held most often, or whose name its own begins with.
pub(super) fn of(corpus: &Corpus<'_>, actors: &Actors) -> Vec<Option<usize>> {
    let mut votes: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); actors.list.len()];
    for place in corpus.places(|f| f.actors.len()) {
        let actor = &corpus.list[place.document].findings.actors[place.index];
        let index = actors.of[place.document][place.index];
        for of in actor.roles.iter().filter_map(|r| r.of) {
            *votes[index].entry(actors.index(place.document, of)).or_default() += 1;
        }
    }
    let is_state = |i: usize| actors.list[i].kind == ActorKind::State;
    let mut names: HashMap<&str, usize> = HashMap::new();
    for i in (0..actors.list.len()).filter(|i| is_state(*i)) {
        for name in actors.list[i].names.iter().filter(|name| name.chars().count() > 1) {
            names.entry(name).or_insert(i);
        }
    }
    // The longest name of a state with which another name begins.
    let by_name = |name: &str| {
        let ends = name.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        ends.filter_map(|end| names.get(&name[..end])).next().copied()
    };
    let groups = groups(corpus, actors);
    let by_id: HashMap<&str, usize> =
        actors.list.iter().enumerate().map(|(i, a)| (a.id.as_str(), i)).collect();
    let known = |i: usize| by_id.get(known_state(corpus, &actors.list[i].id)?).copied();
    let own = |i: usize| {
        let most = votes[i].iter().max_by_key(|(of, n)| (**n, std::cmp::Reverse(**of))).map(|(of, _)| *of);
        let named =
            || (actors.list[i].kind == ActorKind::Organization).then(|| by_name(&actors.list[i].name));
        if is_state(i) {
            return Some(i);
        }
        known(i).or(most).or_else(|| named().flatten()).or_else(|| groups.get(&i).copied())
    };
    // A minister's ministry stands for its state in turn.
    (0..actors.list.len())
        .map(|i| own(i).map(|of| if is_state(of) { of } else { own(of).unwrap_or(of) }))
        .collect()
}

/// The states of unnamed people, by the words before them (`北朝鮮の国連代表部の外交官`).
fn groups(corpus: &Corpus<'_>, actors: &Actors) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    for (document, d) in corpus.list.iter().enumerate() {
        let merged = |i: usize| actors.of[document][i];
        let all = d.findings.actors.iter().enumerate();
        let (groups, states): (Vec<_>, Vec<_>) = all
            .filter(|(_, a)| matches!(a.kind, ActorKind::Group | ActorKind::State))
            .partition(|(_, a)| a.kind == ActorKind::Group);
        for (group, actor) in groups {
            for mention in &actor.mentions {
                let of = states.iter().find(|(_, state)| {
                    state.mentions.iter().any(|s| describes(corpus, document, s.span, mention.span))
                });
                of.map(|(state, _)| found.entry(merged(group)).or_insert(merged(*state)));
            }
        }
    }
    found
}

/// Bytes at most between a state and people of it.
const APART: u32 = 60;

/// Whether only nouns and what links them stand between a name and the words that it describes.
fn describes(corpus: &Corpus<'_>, document: usize, name: Span, words: Span) -> bool {
    if name.is_empty() || name.end > words.start || words.start - name.end > APART {
        return false;
    }
    let mut between = corpus.words(document, Span { start: name.end, end: words.start });
    let of = &corpus.lexicon.ledger.figure.of;
    while let Some(first) = between.chars().next() {
        let link = of.iter().find_map(|of| between.strip_prefix(of.as_str()));
        match link.or_else(|| is_noun(first).then(|| &between[first.len_utf8()..])) {
            Some(rest) => between = rest,
            None => return false,
        }
    }
    true
}
