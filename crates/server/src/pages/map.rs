//! Where it happens: places with their events, and between whom things move.

use super::rows::{self, Named, OccurrenceRow, TransferRow};
use super::{Frame, Page, Render};
use crate::ask::Asked;
use crate::charts::map::{self, Chart, Spot, Way};
use crate::desk::Desk;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::ledger::{Occurrence, Transfer};
use tenkyo_query::Filter;

/// Most entries that are listed of one place or one route.
const ENTRIES: usize = 6;
const ON_ROUTE: usize = 3;
/// Most places and routes; those with most entries come first.
const PLACES: usize = 60;
const ROUTES: usize = 24;

#[derive(Template)]
#[template(path = "map.html")]
struct Map {
    frame: Frame,
    chart: Option<Chart>,
    /// Places and routes that are left out.
    left: (usize, usize),
    places: Vec<PlaceRow>,
    routes: Vec<RouteRow>,
}

struct PlaceRow {
    anchor: String,
    place: Named,
    events: Vec<OccurrenceRow>,
    /// How many more there are, and where.
    rest: usize,
    all: String,
}

struct RouteRow {
    anchor: String,
    from: Named,
    to: Named,
    transfers: Vec<TransferRow>,
    /// How many more there are, and where those of the giver are.
    rest: usize,
    all: String,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let (mut events, mut transfers) = (desk.by_place(&asked.filter), desk.by_route(&asked.filter));
    let left = (events.len().saturating_sub(PLACES), transfers.len().saturating_sub(ROUTES));
    events.truncate(PLACES);
    transfers.truncate(ROUTES);
    let spots: Vec<Spot> = events.iter().enumerate().map(spot).collect();
    let ways: Vec<Way> = transfers.iter().enumerate().map(way).collect();
    let chart = map::chart(&desk, tenkyo_query::points(), &spots, &ways, page.language);
    let places = events.iter().zip(&spots).map(|((id, events), spot)| PlaceRow {
        anchor: spot.anchor.clone(),
        place: desk.named(id),
        rest: events.len().saturating_sub(ENTRIES),
        all: list("/timeline", id, &asked),
        events: events.iter().take(ENTRIES).map(|o| rows::occurrence(&desk, o, page.language)).collect(),
    });
    let routes = transfers.iter().zip(&ways).map(|(((from, to), transfers), way)| RouteRow {
        anchor: way.anchor.clone(),
        from: desk.named(from),
        to: desk.named(to),
        rest: transfers.len().saturating_sub(ON_ROUTE),
        all: list("/transfers", from, &asked),
        transfers: transfers.iter().take(ON_ROUTE).map(|t| rows::transfer(&desk, t, page.language)).collect(),
    });
    let (places, routes) = (places.collect(), routes.collect());
    Map { frame: page.frame("map"), chart, left, places, routes }.page(page.language)
}

/// The list of what is asked for of one actor or place.
fn list(address: &str, id: &str, asked: &Asked) -> String {
    let filter = Filter { actor: vec![id.to_owned()], ..asked.filter.clone() };
    format!("{address}?{}", crate::ask::query_of(&filter))
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
