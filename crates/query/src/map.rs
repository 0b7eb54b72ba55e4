//! Where it happens: places with their events, and between whom things move.

use crate::follower::LEXICON;
use crate::{Entry, Filter, Snapshot};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::ledger::{Occurrence, Transfer};
use tenkyo_record::map::{Point, Route, Spot};

/// Latitude and longitude in degrees by id.
type Points = BTreeMap<String, (f64, f64)>;

static POINTS: LazyLock<Points> = LazyLock::new(|| of(&LEXICON));

/// Latitude and longitude of every place, and of every state and body: those of the first place that `knowledge/places` has in
/// the state, which is its capital.
pub fn points() -> &'static Points {
    &POINTS
}

fn of(lexicon: &Lexicon) -> Points {
    let known = &lexicon.actors.known;
    let mut points = Points::new();
    for place in known.iter().filter(|k| k.point.is_some()) {
        let named = [Some(&place.id), place.of.as_ref()];
        named.into_iter().flatten().zip(std::iter::repeat(place.point)).for_each(|(id, point)| {
            if let Some(point) = point {
                points.entry(id.clone()).or_insert(point);
            }
        });
    }
    for body in known {
        if let Some(point) = body.of.as_ref().and_then(|state| points.get(state)).copied() {
            points.entry(body.id.clone()).or_insert(point);
        }
    }
    points
}

fn point(id: &str) -> Option<Point> {
    POINTS.get(id).map(|(latitude, longitude)| Point { latitude: *latitude, longitude: *longitude })
}

impl Snapshot {
    /// The events asked for of each place that is known to the map, the fullest first.
    pub fn by_place(&self, filter: &Filter) -> Vec<(&str, Vec<&Occurrence>)> {
        let found = self.of(filter, &self.ledger.occurrences);
        fullest(found.filter_map(|o| Some((o.place.as_deref().filter(|id| POINTS.contains_key(*id))?, o))))
    }

    /// The transfers asked for between each two actors that are known to the map, the fullest first.
    pub fn by_route(&self, filter: &Filter) -> Vec<((&str, &str), Vec<&Transfer>)> {
        let known = |id: &&str| POINTS.contains_key(*id);
        let found = self.of(filter, &self.ledger.transfers);
        fullest(found.filter_map(|t| {
            Some(((t.giver.as_deref().filter(known)?, t.receiver.as_deref().filter(known)?), t))
        }))
    }

    /// The same as records.
    pub fn spots(&self, filter: &Filter) -> Vec<Spot> {
        let spot = |(id, events): (&str, Vec<&Occurrence>)| {
            Some(Spot {
                id: id.to_owned(),
                name: self.actor(id).map_or(id, |actor| &actor.name).to_owned(),
                point: point(id)?,
                occurrences: events.iter().map(|o| o.id.clone()).collect(),
            })
        };
        self.by_place(filter).into_iter().filter_map(spot).collect()
    }

    /// The same as records.
    pub fn routes(&self, filter: &Filter) -> Vec<Route> {
        let route = |((giver, receiver), transfers): ((&str, &str), Vec<&Transfer>)| {
            Some(Route {
                giver: giver.to_owned(),
                receiver: receiver.to_owned(),
                from: point(giver)?,
                to: point(receiver)?,
                transfers: transfers.iter().map(|t| t.id.clone()).collect(),
            })
        };
        self.by_route(filter).into_iter().filter_map(route).collect()
    }

    fn of<'s, E: Entry>(
        &'s self,
        filter: &Filter,
        list: &'s [E],
    ) -> impl Iterator<Item = &'s E> + use<'s, E> {
        filter.ready(&self.ledger, &self.index).of(list).into_iter()
    }
}

fn fullest<K: Ord, V>(all: impl Iterator<Item = (K, V)>) -> Vec<(K, Vec<V>)> {
    let mut groups = BTreeMap::<K, Vec<V>>::new();
    all.for_each(|(key, value)| groups.entry(key).or_default().push(value));
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, entries)| std::cmp::Reverse(entries.len()));
    groups
}
