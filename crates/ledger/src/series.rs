//! Quantities that measure the same thing, over time.

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::ids::digest;
use crate::roots;
use crate::transfers::{self, Transfers};
use std::collections::BTreeMap;
use tenkyo_model::ledger::{Point, Series};

/// The series of the ledger: for now, what is counted on each route of transfers.
pub(crate) fn collect(corpus: &Corpus<'_>, actors: &Actors, transfers: &Transfers) -> Vec<Series> {
    let mut groups: BTreeMap<(String, String), Vec<Point>> = BTreeMap::new();
    for place in transfers.places.iter().flatten() {
        if let Some(quantity) = transfers::quantity(corpus, *place) {
            let what = what(corpus, actors, *place);
            let group = groups.entry((what, quantity.unit.clone())).or_default();
            group.push(point(corpus, actors, *place));
        }
    }
    let series = |((what, unit), mut points): ((String, String), Vec<Point>)| {
        points.sort_by(|a, b| (&a.as_of, &a.member).cmp(&(&b.as_of, &b.member)));
        Series { id: format!("q-{}", digest(&[&what, &unit])), what, unit, points }
    };
    groups.into_iter().map(series).collect()
}

fn what(corpus: &Corpus<'_>, actors: &Actors, place: Place) -> String {
    let (giver, receiver, category) = transfers::route(corpus, actors, place);
    let name = |i: Option<usize>| i.map_or("?", |i| actors.list[i].name.as_str());
    format!("{} → {}: {category}", name(giver), name(receiver))
}

fn point(corpus: &Corpus<'_>, actors: &Actors, place: Place) -> Point {
    let transfer = transfers::transfer(corpus, place);
    let quantity = transfers::quantity(corpus, place);
    let published = corpus.list[place.document].published_value().map(str::to_owned);
    Point {
        as_of: transfer.date.clone().or(published),
        bounds: quantity.map(|q| q.bounds).unwrap_or_default(),
        root: Some(roots::root(corpus, actors, place.document, &transfer.according_to)),
        member: corpus.member(place.document, quantity.map_or(transfer.span, |q| q.span)),
    }
}
