//! Pronoun-like words: `同氏`, `両首脳`, `両国`, `筆者`.

use super::phrases::Phrase;
use super::referents::Referents;
use tenkyo_model::{ActorKind, BlockKind};

/// The entries that a pronoun of this kind refers to (kinds are listed in `data/ja/actors`).
pub(super) fn antecedents(r: &Referents<'_>, kind: &str, phrase: &Phrase) -> Vec<usize> {
    let persons = || r.recent(ActorKind::Person);
    match kind {
        "person" => persons().into_iter().take(1).collect(),
        "minister" => {
            let words = &r.context.article.text[phrase.span()];
            let title = words.char_indices().nth(1).map_or(words, |(i, _)| &words[i..]);
            let holds = |e: &usize| r.entries[*e].titles.iter().any(|t| t.ends_with(title));
            persons().into_iter().find(holds).into_iter().collect()
        }
        "leaders" => match two(persons().into_iter().filter(|e| !r.entries[*e].titles.is_empty())) {
            none if none.is_empty() => two(persons().into_iter()),
            both => both,
        },
        "state" => r.recent(ActorKind::State).into_iter().take(1).collect(),
        "body" => r.recent(ActorKind::Organization).into_iter().take(1).collect(),
        "medium" => {
            r.recent(ActorKind::Organization).into_iter().find(|e| is_medium(r, *e)).into_iter().collect()
        }
        "states" => two(r.recent(ActorKind::State).into_iter()),
        "two" => two(r.recent(ActorKind::Person).into_iter()),
        "author" => author(r).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Whether an entry is a newspaper, agency or broadcaster: by class, else by the end of its name.
fn is_medium(r: &Referents<'_>, entry: usize) -> bool {
    let entry = &r.entries[entry];
    match entry.known {
        Some(known) => r.lexicon().get(known).class.as_deref() == Some("media"),
        None => r.lexicon().words.media_endings.iter().any(|w| entry.name.ends_with(w.as_str())),
    }
}

/// Both or none.
fn two(all: impl Iterator<Item = usize>) -> Vec<usize> {
    let out: Vec<usize> = all.take(2).collect();
    if out.len() == 2 { out } else { Vec::new() }
}

/// The person named in the byline.
fn author(r: &Referents<'_>) -> Option<usize> {
    let byline = r.context.article.blocks.iter().find(|b| b.kind == BlockKind::Byline)?;
    let words = &r.context.article.text[byline.span];
    (0..r.entries.len())
        .find(|e| r.entries[*e].kind == ActorKind::Person && words.contains(&r.entries[*e].name))
}
