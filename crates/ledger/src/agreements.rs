//! Agreements across documents: one by its id in `knowledge/`, else by its name and its parties, so that no two treaties that
//! share a name become one.

mod in_force;

pub(crate) use in_force::mark;

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::ids::digest;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_lexicon::agreements::Known;
use tenkyo_model as found;
use tenkyo_model::ledger::{Agreement, Member};
use tenkyo_text::Span;

/// The agreements of all documents, in order of their ids.
pub(crate) fn collect(corpus: &Corpus<'_>, actors: &Actors) -> Vec<Agreement> {
    let mut groups: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for place in corpus.places(|f| f.agreements.len()) {
        groups.entry(id(corpus, actors, place)).or_default().push(place);
    }
    let mut list: Vec<Agreement> =
        groups.into_iter().map(|(id, places)| agreement(corpus, actors, id, &places)).collect();
    end_with_successors(&mut list);
    list
}

/// What another one replaces ends when that comes into force.
fn end_with_successors(list: &mut [Agreement]) {
    let replaced: BTreeMap<String, String> =
        list.iter().filter_map(|a| Some((a.predecessor.clone()?, a.in_force.clone()?))).collect();
    for agreement in list.iter_mut().filter(|a| a.ended.is_none()) {
        agreement.ended = replaced.get(&agreement.id).cloned();
    }
}

fn of<'a>(corpus: &Corpus<'a>, place: Place) -> &'a found::Agreement {
    &corpus.list[place.document].findings.agreements[place.index]
}

fn id(corpus: &Corpus<'_>, actors: &Actors, place: Place) -> String {
    let agreement = of(corpus, place);
    let parties = parties(corpus, actors, place);
    let named = std::iter::once(&agreement.name).chain(&parties).map(String::as_str);
    let parts = known(corpus, actors, place).map_or_else(|| named.collect(), |known| vec![&*known.id]);
    format!("g-{}", digest(&parts))
}

/// The agreement of `knowledge/` that one of a document is: the one that the document found, else one of the same two or more
/// states of which it uses a part of a name or the day of signing (`新条約`).
fn known<'c>(corpus: &Corpus<'c>, actors: &Actors, place: Place) -> Option<&'c Known> {
    let (agreement, agreements) = (of(corpus, place), &corpus.lexicon.agreements);
    if let Some(id) = &agreement.knowledge {
        return agreements.by_id(id).map(|i| &agreements.known[i]);
    }
    let side = |a: &found::ActorId| actors.list[actors.side(actors.index(place.document, *a))].id.as_str();
    let states: BTreeSet<&str> = agreement.parties.iter().map(side).collect();
    let signed = agreement.signed.as_ref().and_then(|d| d.value.as_deref());
    let kind = is_kind(corpus, &agreement.name);
    let same = |k: &&Known| {
        let name = !kind && k.names.iter().any(|n| n.contains(&agreement.name));
        k.parties.iter().map(String::as_str).eq(states.iter().copied())
            && (name || signed.is_some() && signed == k.signed.as_deref())
    };
    agreements.known.iter().filter(|_| states.len() > 1).find(same)
}

/// Whether a name says only of what kind a document is, perhaps with a word that takes one up.
fn is_kind(corpus: &Corpus<'_>, name: &str) -> bool {
    let words = &corpus.lexicon.agreements.words;
    words.heads.has(words.anaphoric.head_of(name).map_or(name, |len| &name[len..]))
}

fn parties(corpus: &Corpus<'_>, actors: &Actors, place: Place) -> BTreeSet<String> {
    of(corpus, place).parties.iter().map(|actor| actors.id(place.document, *actor)).collect()
}

fn agreement(corpus: &Corpus<'_>, actors: &Actors, id: String, places: &[Place]) -> Agreement {
    let all = || places.iter().map(|place| of(corpus, *place));
    let places_of = |spans: fn(&found::Agreement) -> &[Span]| -> Vec<Member> {
        let member =
            |&p: &Place| spans(of(corpus, p)).iter().map(move |span| corpus.member(p.document, *span));
        places.iter().flat_map(member).collect()
    };
    let predecessor =
        |p: &Place| of(corpus, *p).predecessor.map(|index| self::id(corpus, actors, Place { index, ..*p }));
    let name = all().map(|a| &a.name).max_by_key(|name| (name.chars().count(), Reverse(*name)));
    // What is known is surer than what an article says of a day.
    let known = places.iter().find_map(|p| known(corpus, actors, *p));
    let usual_name = known.and_then(|k| k.names.first());
    let date = |own: Option<&String>, of: fn(&found::Agreement) -> Option<&found::AgreementDate>| {
        own.cloned().or_else(|| usual(all().filter_map(of)))
    };
    Agreement {
        name: usual_name.or(name).cloned().unwrap_or_default(),
        knowledge: known.map(|k| k.id.clone()),
        parties: places
            .iter()
            .flat_map(|p| parties(corpus, actors, *p))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
        signed: date(known.and_then(|k| k.signed.as_ref()), |a| a.signed.as_ref()),
        in_force: date(known.and_then(|k| k.in_force.as_ref()), |a| a.in_force.as_ref()),
        ended: date(known.and_then(|k| k.ended.as_ref()), |a| a.ended.as_ref()),
        predecessor: places.iter().find_map(predecessor).filter(|other| *other != id),
        clauses: places_of(|a| &a.clauses),
        members: places_of(|a| &a.mentions),
        id,
    }
}

/// The date that most documents give; of equally frequent ones the more precise, then the earlier.
fn usual<'a>(dates: impl Iterator<Item = &'a found::AgreementDate>) -> Option<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    dates.filter_map(|date| date.value.as_deref()).for_each(|date| *counts.entry(date).or_default() += 1);
    let best = counts.into_iter().max_by_key(|(date, count)| (*count, date.len(), Reverse(*date)));
    best.map(|(date, _)| date.to_owned())
}
