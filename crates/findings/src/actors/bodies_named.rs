//! Bodies named by their last words only: `外務省`, `同国防省`.

use super::phrases::Phrase;
use super::referents::{Entry, Referents};
use std::cmp::Reverse;
use tenkyo_model::ActorKind;
use tenkyo_text::Span;

/// How often an article that is about a state names it or its bodies at least.
const MOST: usize = 3;
/// How far before a body the state in its sentence may stand, in bytes.
const SENTENCE: u32 = 300;

/// The entry of the body that `name` means here: of the state before it, else one whose name ends so, else of the state that the
/// article spoke of last.
pub(super) fn of_generic(r: &mut Referents<'_>, name: &str, phrase: &Phrase) -> usize {
    let lexicon = r.lexicon();
    if let Some(state) = phrase.of {
        return of_state(r, state, name, phrase);
    }
    let here = phrase.span().start;
    let longer = (0..r.entries.len()).filter(|i| {
        let e = &r.entries[*i];
        e.kind == ActorKind::Organization && e.name != name && e.name.ends_with(name)
    });
    let best = longer.max_by_key(|i| (r.entries[*i].last.is_some_and(|l| l <= here), r.entries[*i].last));
    if let Some(entry) = best {
        return entry;
    }
    let words = &lexicon.words;
    let foreign = words.common_bodies.contains(name).then(|| foreign_here(r, here));
    let home = words.home_bodies.contains(name) || foreign == Some(None);
    let home = home.then(|| lexicon.by_id(&words.home)).flatten();
    let state = foreign
        .flatten()
        .or(home)
        .or_else(|| r.recent(ActorKind::State).first().and_then(|e| r.entries[*e].known))
        .or_else(|| r.recent(ActorKind::Organization).iter().find_map(|e| state_of(r, *e)));
    match state {
        Some(state) => of_state(r, state, name, phrase),
        None => r.named(ActorKind::Organization, name, phrase),
    }
}

/// The other state that is meant by `国会` at the byte `here`: one named before in the sentence, or that of which the article speaks
/// most, if it speaks more of it than of our own.
fn foreign_here(r: &Referents<'_>, here: u32) -> Option<u32> {
    let lexicon = r.lexicon();
    let home = r.weight(&lexicon.words.home);
    let states = r.entries.iter().filter(|e| e.kind == ActorKind::State).filter_map(|e| Some((e, e.known?)));
    let weighed = |(e, k): (&Entry, u32)| (r.weight(&lexicon.get(k).id), near(r, e, here), k);
    let all: Vec<_> =
        states.map(weighed).filter(|(_, _, k)| lexicon.get(*k).id != lexicon.words.home).collect();
    let total: usize = all.iter().map(|(weight, _, _)| weight).sum();
    let &(weight, near, state) = all.iter().max_by_key(|(weight, near, k)| (*near, *weight, Reverse(*k)))?;
    let most = home == 0 && weight >= MOST && weight * 2 > total;
    (most || near.is_some() && weight > home).then_some(state)
}

/// Where the entry was named before the byte `here` in the same sentence. The first is the greatest: whose the sentence is.
fn near(r: &Referents<'_>, entry: &Entry, here: u32) -> Option<Reverse<u32>> {
    let last = entry.last.filter(|l| *l < here && here - l <= SENTENCE)?;
    let between = &r.context.article.text[Span { start: last, end: here }];
    (!between.contains(['。', '\n'])).then_some(Reverse(last))
}

/// The state that a known body belongs to.
fn state_of(r: &Referents<'_>, entry: usize) -> Option<u32> {
    let body = r.lexicon().get(r.entries[entry].known?);
    r.lexicon().by_id(body.of.as_deref()?)
}

fn of_state(r: &mut Referents<'_>, state: u32, name: &str, phrase: &Phrase) -> usize {
    let full = format!("{}{name}", r.lexicon().get(state).name);
    match r.lexicon().names.full.get(&full) {
        Some(uses) => {
            let known: Vec<u32> = uses.iter().map(|u| u.0).collect();
            r.known(&known, phrase)
        }
        None => r.named(ActorKind::Organization, &full, phrase),
    }
}
