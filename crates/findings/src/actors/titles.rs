//! Titles that stand without a name: who holds them.

use super::phrases::Phrase;
use super::referents::{Referents, same_title};
use tenkyo_model::{ActorKind, MentionForm};

/// The entry of the holder of the title of phrase `at`.
pub(super) fn holder(
    r: &mut Referents<'_>,
    phrases: &[Phrase],
    at: usize,
    found: &[Vec<usize>],
) -> Option<usize> {
    let phrase = &phrases[at];
    if let Some(entry) = apposition(r, phrases, at, found) {
        return Some(entry);
    }
    let title = &r.context.article.text[phrase.title?.span];
    let holds = |e: &usize| {
        let entry = &r.entries[*e];
        let same_of = phrase.of.is_none() || entry.of.is_none() || entry.of == phrase.of;
        let known =
            entry.known.iter().flat_map(|k| &r.lexicon().get(*k).roles).map(|role| role.title.as_str());
        same_of && entry.titles.iter().map(String::as_str).chain(known).any(|t| same_title(t, title))
    };
    let seen = r.recent(ActorKind::Person);
    if let Some(entry) = seen.into_iter().find(holds) {
        return Some(entry);
    }
    if let Some(known) = only_holder(r, title) {
        return Some(r.known(&[known], phrase));
    }
    let words = &r.context.article.text[phrase.span()];
    if phrase.of.is_none() && r.lexicon().words.group_nouns.contains(words) {
        return Some(r.named(ActorKind::Group, words, phrase));
    }
    let of = phrase.of?;
    if let Some(known) = in_office(r, title, of) {
        return Some(r.known(&[known], phrase));
    }
    let name = r.context.article.text[phrase.span()].to_owned();
    Some(r.named(ActorKind::Person, &name, phrase))
}

/// The person of the next phrase, when only `の` or nothing stands between: `大統領のプーチン氏`, `記者ビル・スミス`.
fn apposition(r: &Referents<'_>, phrases: &[Phrase], at: usize, found: &[Vec<usize>]) -> Option<usize> {
    let next = phrases.get(at + 1)?;
    let text = &r.context.article.text;
    let (end, start) = (phrases[at].span().end as usize, next.span().start as usize);
    let between = text.get(end..start)?;
    let close = between.is_empty()
        || r.lexicon().words.of.contains(between)
        || r.lexicon().words.being.contains(between);
    let entry = *found[at + 1].first()?;
    (close && r.entries[entry].kind == ActorKind::Person && next.surfaces[0].1 == MentionForm::Name)
        .then_some(entry)
}

/// Whoever holds a title that only one state or body has (`国連事務総長`, `官房長官`).
fn only_holder(r: &Referents<'_>, title: &str) -> Option<u32> {
    r.published?;
    let lexicon = r.lexicon();
    let now = |k: &u32| lexicon.get(*k).roles.iter().any(|role| role.title == title && r.holds_now(role));
    let mut all = lexicon.holders_of_sole(title).iter().copied().filter(now);
    all.next().filter(|_| all.next().is_none())
}

/// The only known person who holds the title in the state or body `of` when the article was published.
fn in_office(r: &Referents<'_>, title: &str, of: u32) -> Option<u32> {
    r.published?;
    let lexicon = r.lexicon();
    let id = &lexicon.get(of).id;
    let holds = |k: &u32| {
        lexicon.get(*k).roles.iter().any(|role| role.title == title && role.of == *id && r.holds_now(role))
    };
    let mut all = lexicon.holders(id).iter().copied().filter(holds);
    all.next().filter(|_| all.next().is_none())
}
