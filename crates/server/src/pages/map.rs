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

/// Most entries that are listed of one place or one route.
const ENTRIES: usize = 12;
/// Most places and routes.
const PLACES: usize = 60;

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
    let (mut events, mut transfers) = (desk.by_place(&asked.filter), desk.by_route(&asked.filter));
    events.truncate(PLACES);
    transfers.truncate(PLACES);
    let spots: Vec<Spot> = events.iter().enumerate().map(spot).collect();
    let ways: Vec<Way> = transfers.iter().enumerate().map(way).collect();
    let chart = map::chart(&desk, tenkyo_query::points(), &spots, &ways, page.language);
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
