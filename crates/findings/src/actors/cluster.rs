//! One actor for each referent.

use super::phrases::{Phrase, Referent, TitleWords};
use super::referents::{Entry, Referents, holds, same_title};
use super::{bodies_named, people, pronouns, titles};
use crate::Context;
use tenkyo_lexicon::actors::KnownRole;
use tenkyo_model::{Actor, ActorId, ActorKind, Findings, Mention, MentionForm, Role, RuleId};
use tenkyo_text::Span;

/// The actors of the article, in order of their first mention.
pub(super) fn actors(context: Context<'_>, findings: &Findings, mut phrases: Vec<Phrase>) -> Vec<Actor> {
    let mut referents = Referents::new(context, findings);
    let mut found: Vec<Vec<usize>> = phrases.iter().map(|p| named(&mut referents, p)).collect();
    for i in 0..phrases.len() {
        phrases[i].of = phrases[i].of.or_else(|| state_pointed_to(&referents, &phrases, i, &found));
        if found[i].is_empty() {
            found[i] = unnamed(&mut referents, &phrases, i, &found);
            for entry in &found[i] {
                referents.entries[*entry].count += 1;
            }
        }
        for entry in &found[i] {
            referents.see(*entry, &phrases[i]);
        }
    }
    let published = referents.published;
    build(context, &referents.entries, &phrases, &found, published)
}

/// The state that a pronoun directly before the phrase points to: `同国外務省`, `同国の大統領`.
fn state_pointed_to(r: &Referents<'_>, phrases: &[Phrase], at: usize, found: &[Vec<usize>]) -> Option<u32> {
    let before = at.checked_sub(1)?;
    let Referent::Pronoun(_) = phrases[before].referent else { return None };
    let (end, start) = (phrases[before].span().end, phrases[at].span().start);
    let between = (end <= start).then(|| &r.context.article.text[Span { start: end, end: start }])?;
    let joined = between.is_empty() || r.lexicon().words.of.contains(between);
    let [state] = found[before][..] else { return None };
    (joined && r.entries[state].kind == ActorKind::State).then(|| r.entries[state].known).flatten()
}

/// The entries of a phrase whose name stands by itself.
fn named(referents: &mut Referents<'_>, phrase: &Phrase) -> Vec<usize> {
    let entry = match &phrase.referent {
        Referent::Known(known) => referents.known(known, phrase),
        Referent::Named(kind, name) => referents.named(*kind, name, phrase),
        _ => return Vec::new(),
    };
    referents.learn(entry, phrase);
    referents.entries[entry].count += 1;
    vec![entry]
}

/// The entries of a phrase that needs the rest of the article.
fn unnamed(r: &mut Referents<'_>, phrases: &[Phrase], at: usize, found: &[Vec<usize>]) -> Vec<usize> {
    let phrase = &phrases[at];
    match &phrase.referent {
        Referent::Family(name) => people::of_family(r, name, phrase).into_iter().collect(),
        Referent::Generic(name) => vec![bodies_named::of_generic(r, name, phrase)],
        Referent::Title => titles::holder(r, phrases, at, found).into_iter().collect(),
        Referent::Pronoun(kind) => pronouns::antecedents(r, kind, phrase),
        Referent::Known(_) | Referent::Named(..) => Vec::new(),
    }
}

fn build(
    context: Context<'_>,
    entries: &[Entry],
    phrases: &[Phrase],
    found: &[Vec<usize>],
    published: Option<&str>,
) -> Vec<Actor> {
    let mut order: Vec<usize> = Vec::new();
    let mut place = vec![None; entries.len()];
    for entry in found.iter().flatten() {
        if place[*entry].is_none() {
            place[*entry] = Some(ActorId(order.len() as u32));
            order.push(*entry);
        }
    }
    let known_place = |k: u32| entries.iter().position(|e| e.known == Some(k)).and_then(|i| place[i]);
    let mut out: Vec<Actor> = order.iter().map(|e| actor(context, &entries[*e])).collect();
    for (phrase, found) in phrases.iter().zip(found) {
        for id in found.iter().filter_map(|e| place[*e]) {
            add(context, &mut out[id.0 as usize], phrase, phrase.of.and_then(known_place), published);
        }
    }
    for actor in &mut out {
        actor.mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), m.form as u8));
        actor.mentions.dedup_by_key(|m| m.span);
    }
    out
}

fn actor(context: Context<'_>, entry: &Entry) -> Actor {
    let known = entry.known.map(|k| context.lexicon.actors.get(k));
    Actor {
        name: entry.name.clone(),
        kind: entry.kind,
        knowledge: known.map(|k| k.id.clone()),
        wikidata: known.and_then(|k| k.wikidata.clone()),
        roles: Vec::new(),
        mentions: Vec::new(),
    }
}

fn add(
    context: Context<'_>,
    actor: &mut Actor,
    phrase: &Phrase,
    of: Option<ActorId>,
    published: Option<&str>,
) {
    let rule = RuleId::from(phrase.rule);
    let mention = |&(span, form): &(_, MentionForm)| Mention { span, form, rule: rule.clone() };
    actor.mentions.extend(phrase.surfaces.iter().map(mention));
    let Some(title) = phrase.title else { return };
    let (mark, span) = marked(context, title);
    let (words, former) = (&context.article.text[span], mark.is_some());
    let (from, to) = term(context, actor, words, former, published);
    let role = Role { title: words.to_owned(), of, former, mark, from, to };
    let same = |r: &Role| (&*r.title, r.of, r.former) == (words, of, former);
    if actor.kind == ActorKind::Person && !actor.roles.iter().any(same) {
        actor.roles.push(role);
    }
}

/// The words that mark a title as past, and the title without them (`元首相` is a title of its own in some lists).
fn marked(context: Context<'_>, title: TitleWords) -> (Option<Span>, Span) {
    let words = &context.lexicon.actors.words;
    let text = &context.article.text[title.span];
    let prefix = words.past.iter().filter_map(|p| Some((p.len(), text.strip_prefix(p.as_str())?)));
    let split = prefix.filter(|(_, rest)| words.titles.get(rest).is_some()).max_by_key(|(length, _)| *length);
    match split.filter(|_| title.former.is_none()) {
        Some((length, _)) => {
            let at = title.span.start + length as u32;
            (Some(Span { end: at, ..title.span }), Span { start: at, ..title.span })
        }
        None => (title.former, title.span),
    }
}

/// When a known person held the title: for a past one the last time before the article, else the time that holds the article.
fn term(
    context: Context<'_>,
    actor: &Actor,
    title: &str,
    former: bool,
    published: Option<&str>,
) -> (Option<String>, Option<String>) {
    let lexicon = &context.lexicon.actors;
    let known = actor.knowledge.as_deref().and_then(|id| lexicon.by_id(id)).map(|k| lexicon.get(k));
    let roles = known.iter().flat_map(|k| &k.roles).filter(|r| same_title(&r.title, title));
    let fits = |r: &&KnownRole| match (published, former) {
        (None, _) => true,
        (Some(now), true) => r.to.as_deref().is_some_and(|to| now.get(..to.len()).is_none_or(|n| n >= to)),
        (Some(_), false) => holds(r, published),
    };
    let mut all: Vec<&KnownRole> = roles.filter(fits).collect();
    all.sort_by(|a, b| a.from.cmp(&b.from));
    let only = if former || published.is_some() || all.len() == 1 { all.pop() } else { None };
    only.map(|r| (r.from.clone(), r.to.clone())).unwrap_or_default()
}
