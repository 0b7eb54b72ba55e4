//! One actor for each referent.

use super::phrases::{Phrase, Referent};
use super::referents::{Entry, Referents};
use super::{bodies_named, people, pronouns, titles};
use crate::Context;
use tenkyo_model::{Actor, ActorId, Findings, Mention, MentionForm, Role, RuleId};

/// The actors of the article, in order of their first mention.
pub(super) fn actors(context: Context<'_>, findings: &Findings, phrases: &[Phrase]) -> Vec<Actor> {
    let mut referents = Referents::new(context, findings);
    let mut found: Vec<Vec<usize>> = phrases.iter().map(|p| named(&mut referents, p)).collect();
    for (i, phrase) in phrases.iter().enumerate() {
        if found[i].is_empty() {
            found[i] = unnamed(&mut referents, phrases, i, &found);
        }
        for entry in &found[i] {
            referents.see(*entry, phrase);
        }
    }
    build(context, &referents.entries, phrases, &found)
}

/// The entries of a phrase whose name stands by itself.
fn named(referents: &mut Referents<'_>, phrase: &Phrase) -> Vec<usize> {
    let entry = match &phrase.referent {
        Referent::Known(known) => referents.known(known, phrase),
        Referent::Named(kind, name) => referents.named(*kind, name, phrase),
        _ => return Vec::new(),
    };
    referents.learn(entry, phrase);
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

fn build(context: Context<'_>, entries: &[Entry], phrases: &[Phrase], found: &[Vec<usize>]) -> Vec<Actor> {
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
            add(context, &mut out[id.0 as usize], phrase, phrase.of.and_then(known_place));
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

fn add(context: Context<'_>, actor: &mut Actor, phrase: &Phrase, of: Option<ActorId>) {
    let rule = RuleId::from(phrase.rule);
    let mention = |&(span, form): &(_, MentionForm)| Mention { span, form, rule: rule.clone() };
    actor.mentions.extend(phrase.surfaces.iter().map(mention));
    let Some(title) = phrase.title else { return };
    let role = Role { title: context.article.text[title.span].to_owned(), of, former: title.former };
    if actor.kind == tenkyo_model::ActorKind::Person && !actor.roles.contains(&role) {
        actor.roles.push(role);
    }
}
