//! Agreements across documents: one by its id in `knowledge/`, else by its name and its parties, so that no two treaties that
//! share a name become one.

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::ids::digest;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model as found;
use tenkyo_model::ledger::{Agreement, Member};
use tenkyo_text::Span;

/// The agreements of all documents, in order of their ids.
pub(crate) fn collect(corpus: &Corpus<'_>, actors: &Actors) -> Vec<Agreement> {
    let mut groups: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for place in corpus.places(|f| f.agreements.len()) {
        groups.entry(id(corpus, actors, place)).or_default().push(place);
    }
    groups.into_iter().map(|(id, places)| agreement(corpus, actors, id, &places)).collect()
}

fn of<'a>(corpus: &Corpus<'a>, place: Place) -> &'a found::Agreement {
    &corpus.list[place.document].findings.agreements[place.index]
}

fn id(corpus: &Corpus<'_>, actors: &Actors, place: Place) -> String {
    let agreement = of(corpus, place);
    let parties = parties(corpus, actors, place);
    let named = std::iter::once(&agreement.name).chain(&parties).map(String::as_str);
    let parts = agreement.knowledge.as_deref().map_or_else(|| named.collect(), |known| vec![known]);
    format!("g-{}", digest(&parts))
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
    Agreement {
        name: name.cloned().unwrap_or_default(),
        knowledge: all().find_map(|a| a.knowledge.clone()),
        parties: places
            .iter()
            .flat_map(|p| parties(corpus, actors, *p))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
        signed: usual(all().filter_map(|a| a.signed.as_ref())),
        in_force: usual(all().filter_map(|a| a.in_force.as_ref())),
        ended: usual(all().filter_map(|a| a.ended.as_ref())),
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
