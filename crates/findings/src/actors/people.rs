//! Short names of persons: who of the article, or of `knowledge/`, bears them.

use super::phrases::Phrase;
use super::referents::{Referents, same_title};
use tenkyo_lexicon::actors::KnownRole;
use tenkyo_model::ActorKind;

/// The entry of the person whom a family name or other part of a name means.
pub(super) fn of_family(r: &mut Referents<'_>, name: &str, phrase: &Phrase) -> Option<usize> {
    let title = phrase.title.map(|t| &r.context.article.text[t.span]);
    let here = phrase.span().start;
    let fit = |entry: &usize| fit(r, *entry, title, name);
    let best = r.with_part(name).into_iter().filter(|e| fit(e) > 0).max_by_key(|e| {
        let entry = &r.entries[*e];
        (fit(e), entry.last.is_some_and(|l| l <= here), entry.last, std::cmp::Reverse(*e))
    });
    if best.is_some() || phrase.weak {
        return best;
    }
    Some(match known(r, name, phrase, title) {
        Some(known) => r.known(&[known], phrase),
        None => r.named(ActorKind::Person, name, phrase),
    })
}

/// How well an entry fits a short name with this title: 0 for not at all.
fn fit(r: &Referents<'_>, entry: usize, title: Option<&str>, name: &str) -> u32 {
    let entry = &r.entries[entry];
    let Some(title) = title else { return 2 };
    let known = entry.known.map(|k| r.lexicon().get(k));
    let same = entry
        .titles
        .iter()
        .map(String::as_str)
        .chain(known.iter().flat_map(|k| k.roles.iter().map(|r| &*r.title)));
    let (mut any, mut fits) = (false, false);
    for other in same {
        any = true;
        fits |= same_title(other, title);
    }
    // A family name of one letter (金, 李, 朴) belongs to many; a title that does not fit is somebody else's.
    let common = name.chars().count() == 1;
    match (fits, any) {
        (true, _) => 3,
        (false, false) => 2,
        (false, true) => u32::from(!common),
    }
}

/// The known person of this short name: the one who holds the title, else the only one, if his state is in the article.
fn known(r: &Referents<'_>, name: &str, phrase: &Phrase, title: Option<&str>) -> Option<u32> {
    let all = r.lexicon().names.of_short(name);
    let roles = |k: &u32| r.lexicon().get(*k).roles.iter();
    let Some(title) = title else {
        let near = |k: &&u32| roles(k).any(|role| is_mentioned(r, &role.of));
        let mut near = all.iter().filter(near);
        return near.next().copied().filter(|_| near.next().is_none());
    };
    let of = phrase.of.map(|k| r.lexicon().get(k).id.as_str());
    let home = &r.lexicon().words.home;
    // Nobody who does not hold the title; then by the state named with it; who holds it at the date, first of the states of the
    // article, then of the home of the press, which names its own ministers without the state; at last the state most spoken of.
    let score = |k: &u32| {
        let holds = roles(k).filter(|role| same_title(&role.title, title));
        let rank = |role: &KnownRole| {
            let (mentioned, at_home) = (is_mentioned(r, &role.of), role.of == *home);
            let (now, weight) = (r.holds_now(role), r.weight(&role.of));
            (of == Some(&role.of), now && mentioned, now && at_home, mentioned, now, weight, at_home)
        };
        holds.map(rank).max()
    };
    let best = all.iter().copied().max_by_key(score)?;
    let top = score(&best);
    (top.is_some() && all.iter().filter(|k| score(k) == top).count() == 1).then_some(best)
}

/// Whether the article has mentioned the known actor of this id.
fn is_mentioned(r: &Referents<'_>, id: &str) -> bool {
    r.lexicon().by_id(id).is_some_and(|k| r.entries.iter().any(|e| e.known == Some(k)))
}
