//! One actor for each referent.

use super::phrases::{Phrase, Referent};
use crate::Context;
use std::collections::BTreeMap;
use tenkyo_model::{Actor, ActorKind, Mention, Role, RuleId};

/// The actors of the article, in order of their first mention.
pub(super) fn actors(context: Context<'_>, phrases: Vec<Phrase>) -> Vec<Actor> {
    let mut by_key: BTreeMap<Key, usize> = BTreeMap::new();
    let mut out: Vec<Actor> = Vec::new();
    for phrase in phrases {
        let key = match &phrase.referent {
            Referent::Known(known) => Key::Known(known[0]),
            Referent::Named { kind, name, .. } => Key::Named(*kind, name.clone()),
        };
        let at = *by_key.entry(key.clone()).or_insert_with(|| {
            out.push(actor(context, &key));
            out.len() - 1
        });
        add(context, &mut out[at], &phrase);
    }
    for actor in &mut out {
        actor.mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        actor.mentions.dedup_by_key(|m| m.span);
    }
    out
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Known(u32),
    Named(ActorKind, String),
}

fn actor(context: Context<'_>, key: &Key) -> Actor {
    let (name, kind, known) = match key {
        Key::Known(index) => {
            let known = context.lexicon.actors.get(*index);
            (known.name.clone(), known.kind, Some(known))
        }
        Key::Named(kind, name) => (name.clone(), *kind, None),
    };
    Actor {
        name,
        kind,
        knowledge: known.map(|k| k.id.clone()),
        wikidata: known.and_then(|k| k.wikidata.clone()),
        roles: Vec::new(),
        mentions: Vec::new(),
    }
}

fn add(context: Context<'_>, actor: &mut Actor, phrase: &Phrase) {
    let rule = RuleId::from(phrase.rule);
    let mention = |&(span, form)| Mention { span, form, rule: rule.clone() };
    actor.mentions.extend(phrase.surfaces.iter().map(mention));
    if let Some(title) = phrase.title {
        let role = Role { title: context.article.text[title].to_owned(), of: None, former: false };
        if !actor.roles.contains(&role) {
            actor.roles.push(role);
        }
    }
}
