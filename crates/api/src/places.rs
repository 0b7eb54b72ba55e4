//! Where it happens, and between whom things move.

use crate::Problem;
use crate::ask::Ask;
use crate::list::List;
use axum::Json;
use axum::extract::State;
use std::sync::Arc;
use tenkyo_query::{Filter, Live, Paging};
use tenkyo_record::map::{Route, Spot};

#[utoipa::path(
    get, path = "/api/v1/places", tag = "map", operation_id = "places_list",
    summary = "Places with coordinates and the events there that pass the filter, the fullest first", params(Filter, Paging),
    responses(
        (status = 200, body = List<Spot>, description = "One piece of the list"),
        (status = 304, description = "Nothing has changed since the `ETag` of `If-None-Match`"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "A parameter is wrong"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "The list has no such piece"),
    )
)]
pub(crate) async fn places(State(live): State<Arc<Live>>, ask: Ask) -> Result<Json<List<Spot>>, Problem> {
    List::made(live.now().spots(&ask.filter), &ask.paging).map(Json)
}

#[utoipa::path(
    get, path = "/api/v1/routes", tag = "map", operation_id = "routes_list",
    summary = "Pairs of actors with coordinates and the transfers between them that pass the filter, the fullest first",
    params(Filter, Paging),
    responses(
        (status = 200, body = List<Route>, description = "One piece of the list"),
        (status = 304, description = "Nothing has changed since the `ETag` of `If-None-Match`"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "A parameter is wrong"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "The list has no such piece"),
    )
)]
pub(crate) async fn routes(State(live): State<Arc<Live>>, ask: Ask) -> Result<Json<List<Route>>, Problem> {
    List::made(live.now().routes(&ask.filter), &ask.paging).map(Json)
}
