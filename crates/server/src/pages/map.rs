//! Where it happens: places with their events, and between whom things move.

use super::rows::{self, Named, OccurrenceRow, TransferRow};
use super::{Frame, Page, Render};
use crate::ask::Asked;
use crate::charts::map::{self, Chart, Spot, Way};
use crate::desk::Desk;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use tenkyo_lexicon::Lexicon;
use tenkyo_model::ledger::{Occurrence, Transfer};

/// Most entries that are listed of one place or one route.
const ENTRIES: usize = 12;
/// Most places and routes.
const PLACES: usize = 60;

/// Where actors and places are.
static POINTS: LazyLock<BTreeMap<String, (f64, f64)>> =
    LazyLock::new(|| Lexicon::embedded().map(|lexicon| map::points(&lexicon)).unwrap_or_default());

#[derive(Template)]
#[template(path = "map.html")]
struct Map {
    frame: Frame,
    chart: Option<Chart>,
    places: Vec<PlaceRow>,
    routes: Vec<RouteRow>,
}

struct PlaceRow {
    anchor: String,
    place: Named,
    events: Vec<OccurrenceRow>,
}

struct RouteRow {
    anchor: String,
    from: Named,
    to: Named,
    transfers: Vec<TransferRow>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let (events, transfers) = (by_place(&desk, &asked), by_route(&desk, &asked));
    let spots: Vec<Spot> = events.iter().enumerate().map(spot).collect();
    let ways: Vec<Way> = transfers.iter().enumerate().map(way).collect();
    let chart = map::chart(&desk, &POINTS, &spots, &ways, page.language);
    let places = events.iter().zip(&spots).map(|((id, events), spot)| PlaceRow {
        anchor: spot.anchor.clone(),
        place: desk.named(id),
        events: events.iter().take(ENTRIES).map(|o| rows::occurrence(&desk, o, page.language)).collect(),
    });
    let routes = transfers.iter().zip(&ways).map(|(((from, to), transfers), way)| RouteRow {
        anchor: way.anchor.clone(),
        from: desk.named(from),
        to: desk.named(to),
        transfers: transfers.iter().take(ENTRIES).map(|t| rows::transfer(&desk, t, page.language)).collect(),
    });
    let (places, routes) = (places.collect(), routes.collect());
    Map { frame: page.frame("map"), chart, places, routes }.page(page.language)
}

fn spot((n, (id, events)): (usize, &(&str, Vec<&Occurrence>))) -> Spot {
    Spot { id: (*id).to_owned(), count: events.len(), anchor: format!("place-{n}") }
}

fn way((n, ((from, to), transfers)): (usize, &((&str, &str), Vec<&Transfer>))) -> Way {
    Way {
        from: (*from).to_owned(),
        to: (*to).to_owned(),
        count: transfers.len(),
        anchor: format!("route-{n}"),
    }
}

/// The events of each place that is known to the map, the fullest first.
fn by_place<'d>(desk: &'d Desk, asked: &Asked) -> Vec<(&'d str, Vec<&'d Occurrence>)> {
    let found = asked.of(desk, &desk.ledger.occurrences).into_iter();
    fullest(found.filter_map(|o| Some((o.place.as_deref().filter(|id| POINTS.contains_key(*id))?, o))))
}

/// The transfers between each two actors that are known to the map.
fn by_route<'d>(desk: &'d Desk, asked: &Asked) -> Vec<((&'d str, &'d str), Vec<&'d Transfer>)> {
    let found = asked.of(desk, &desk.ledger.transfers).into_iter();
    let known = |id: &&str| POINTS.contains_key(*id);
    let ends =
        |t: &'d Transfer| Some((t.giver.as_deref().filter(known)?, t.receiver.as_deref().filter(known)?));
    fullest(found.filter_map(|t| Some((ends(t)?, t))))
}

fn fullest<K: Ord, V>(all: impl Iterator<Item = (K, V)>) -> Vec<(K, Vec<V>)> {
    let mut groups = BTreeMap::<K, Vec<V>>::new();
    all.for_each(|(key, value)| groups.entry(key).or_default().push(value));
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, entries)| std::cmp::Reverse(entries.len()));
    groups.truncate(PLACES);
    groups
}
