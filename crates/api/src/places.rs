//! Where it happens, and between whom things move.

use crate::Problem;
use crate::ask::Ask;
use crate::list::{List, Row};
use crate::otherwise::NoPiece;
use axum::Json;
use axum::extract::State;
use std::sync::Arc;
use tenkyo_query::{Filter, Live, Paging};
use tenkyo_record::map::{Route, Spot};

#[utoipa::path(
    get, path = "/api/v1/places", tag = "map", operation_id = "places_list",
    summary = "Places with coordinates and the events there that pass the filter, the fullest first", params(Filter, Paging),
    responses(
        (status = 200, body = List<Row<Spot>>, description = "One piece of the list"),
        NoPiece,
    )
)]
pub(crate) async fn places(
    State(live): State<Arc<Live>>,
    ask: Ask,
) -> Result<Json<List<Row<Spot>>>, Problem> {
    List::made(&live.now().spots(&ask.filter), &ask.paging, |spot| &mut spot.occurrences).map(Json)
}

#[utoipa::path(
    get, path = "/api/v1/routes", tag = "map", operation_id = "routes_list",
    summary = "Pairs of actors with coordinates and the transfers between them that pass the filter, the fullest first",
    params(Filter, Paging),
    responses(
        (status = 200, body = List<Row<Route>>, description = "One piece of the list"),
        NoPiece,
    )
)]
pub(crate) async fn routes(
    State(live): State<Arc<Live>>,
    ask: Ask,
) -> Result<Json<List<Row<Route>>>, Problem> {
    List::made(&live.now().routes(&ask.filter), &ask.paging, |route| &mut route.transfers).map(Json)
}
