//! Events for which the documents give different days or different actors.

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::dates::Interval;
use crate::deeds::TREATY;
use crate::ids::digest;
use crate::occurrences::{self, Occurrences};
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::{Dispute, DisputeKind, Occurrence, Side};
use tenkyo_model::{ActorId, ActorKind, Certainty, EventType};

/// The disputes about days and actors.
pub(crate) fn dates_and_actors(
    corpus: &Corpus<'_>,
    actors: &Actors,
    occurrences: &Occurrences,
) -> Vec<Dispute> {
    let each = |(o, places): (&Occurrence, &Vec<Place>)| {
        [about_dates(corpus, o, places), about_actors(corpus, actors, o, places)]
    };
    occurrences.list.iter().zip(&occurrences.places).flat_map(each).flatten().collect()
}

/// Days that differ although no member tells that one is local and the other that of Japan.
fn about_dates(corpus: &Corpus<'_>, o: &Occurrence, places: &[Place]) -> Option<Dispute> {
    // Help, backing and sanctions are told of, not dated.
    let vague =
        matches!(o.kind, EventType::Aid | EventType::Request | EventType::Accuse | EventType::Sanction)
            || (o.kind == EventType::Support && o.mode.is_none());
    if o.date_local.is_some() || vague {
        return None;
    }
    let mut days: BTreeMap<Interval, Vec<Place>> = BTreeMap::new();
    for place in places {
        let e = occurrences::event(corpus, *place);
        let document = &corpus.list[place.document];
        // What is announced may still be moved; of a known treaty the day is known.
        let known = || {
            e.mode.as_deref() == Some(TREATY)
                && occurrences::treaty_signed(corpus, document, e.trigger).is_some()
        };
        let day = occurrences::own_date(document, e).filter(|d| d.is_day() && !known());
        if let Some(day) = day.filter(|_| e.certainty == Certainty::Certain) {
            days.entry(day).or_default().push(*place);
        }
    }
    let voices: BTreeSet<&str> = days.values().flatten().map(|p| corpus.list[p.document].voice()).collect();
    let side = |(day, places): (&Interval, &Vec<Place>)| (day.value(), places.clone());
    (days.len() > 1 && voices.len() > 1)
        .then(|| dispute(corpus, o, DisputeKind::Date, days.iter().map(side).collect()))
}

/// Persons of the same side that differ: one document names one, another another.
fn about_actors(corpus: &Corpus<'_>, actors: &Actors, o: &Occurrence, places: &[Place]) -> Option<Dispute> {
    let mut named: BTreeMap<(usize, usize), Vec<Place>> = BTreeMap::new();
    for place in places {
        let e = occurrences::event(corpus, *place);
        let index = |a: &ActorId| actors.index(place.document, *a);
        let all: BTreeSet<usize> = e.source.iter().chain(&e.target).map(index).collect();
        for person in all.iter().filter(|i| actors.list[**i].kind == ActorKind::Person) {
            named.entry((actors.side(*person), *person)).or_default().push(*place);
        }
    }
    let sides: BTreeSet<usize> = named.keys().map(|(side, _)| *side).collect();
    let rivals = |side: &usize| -> Vec<(String, Vec<Place>)> {
        let of = named.iter().filter(|((s, person), _)| s == side && person != side);
        of.map(|((_, person), places)| (actors.list[*person].name.clone(), places.clone())).collect()
    };
    let apart = |rivals: &[(String, Vec<Place>)]| {
        let documents = |p: &[Place]| -> BTreeSet<usize> { p.iter().map(|p| p.document).collect() };
        (0..rivals.len())
            .any(|a| (0..a).any(|b| documents(&rivals[a].1).is_disjoint(&documents(&rivals[b].1))))
    };
    let rivals = sides.iter().map(rivals).find(|r| r.len() > 1 && apart(r))?;
    Some(dispute(corpus, o, DisputeKind::Actor, rivals))
}

fn dispute(
    corpus: &Corpus<'_>,
    o: &Occurrence,
    kind: DisputeKind,
    sides: Vec<(String, Vec<Place>)>,
) -> Dispute {
    let member = |p: &Place| corpus.member(p.document, occurrences::event(corpus, *p).trigger);
    let labels: Vec<&str> = sides.iter().map(|(label, _)| label.as_str()).collect();
    Dispute {
        id: format!("d-{}", digest(&[kind.name(), &o.id, &labels.join("/")])),
        kind,
        about: o.label.clone(),
        sides: sides
            .iter()
            .map(|(label, places)| Side {
                label: label.clone(),
                members: places.iter().map(member).collect(),
            })
            .collect(),
    }
}
