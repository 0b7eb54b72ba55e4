//! Bodies named by their last words only: `外務省`, `同国防省`.

use super::phrases::Phrase;
use super::referents::Referents;
use tenkyo_model::ActorKind;

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
    let home = lexicon.words.home_bodies.contains(name).then(|| lexicon.by_id(&lexicon.words.home)).flatten();
    let state = home
        .or_else(|| r.recent(ActorKind::State).first().and_then(|e| r.entries[*e].known))
        .or_else(|| r.recent(ActorKind::Organization).iter().find_map(|e| state_of(r, *e)));
    match state {
        Some(state) => of_state(r, state, name, phrase),
        None => r.named(ActorKind::Organization, name, phrase),
    }
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
