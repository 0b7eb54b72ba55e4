//! The record of the workspace itself: its outlets, the log of corrections, and why an entry stands.

use crate::Problem;
use crate::ask::{Id, Piece};
use crate::list::List;
use axum::Json;
use axum::extract::State;
use std::sync::Arc;
use tenkyo_query::{Live, Paging};
use tenkyo_record::correction::Logged;
use tenkyo_record::explanation::Explanation;
use tenkyo_record::outlet::Outlet;

#[utoipa::path(
    get, path = "/api/v1/outlets", tag = "outlets", operation_id = "outlets_list",
    summary = "Each outlet with its record: what it wrote, copied, told alone, and where others contradict it", params(Paging),
    responses(
        (status = 200, body = List<Outlet>, description = "One piece of the list"),
        (status = 304, description = "Nothing has changed since the `ETag` of `If-None-Match`"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "A parameter is wrong"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "The list has no such piece"),
    )
)]
pub(crate) async fn outlets(
    State(live): State<Arc<Live>>,
    Piece(paging): Piece,
) -> Result<Json<List<Outlet>>, Problem> {
    let outlets = live.now().outlets().into_iter().map(|coverage| coverage.outlet).collect();
    List::made(outlets, &paging).map(Json)
}

#[utoipa::path(
    get, path = "/api/v1/corrections", tag = "corrections", operation_id = "corrections_list",
    summary = "What analysts said against the program, in the order in which they said it, and whether it still counts",
    params(Paging),
    responses(
        (status = 200, body = List<Logged>, description = "One piece of the list"),
        (status = 304, description = "Nothing has changed since the `ETag` of `If-None-Match`"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "A parameter is wrong"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "The list has no such piece"),
    )
)]
pub(crate) async fn corrections(
    State(live): State<Arc<Live>>,
    Piece(paging): Piece,
) -> Result<Json<List<Logged>>, Problem> {
    List::made(live.now().corrections(), &paging).map(Json)
}

#[utoipa::path(
    get, path = "/api/v1/explain/{id}", tag = "words", operation_id = "explain",
    summary = "What an entry of any table rests on: its words with the rules that found them, and the comparisons that joined them",
    params(("id" = String, Path, description = "Id of the entry")),
    responses(
        (status = 200, body = Explanation, description = "The grounds"),
        (status = 304, description = "Nothing has changed since the `ETag` of `If-None-Match`"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "The id is no text"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "There is no such entry"),
    )
)]
pub(crate) async fn explain(State(live): State<Arc<Live>>, Id(id): Id) -> Result<Json<Explanation>, Problem> {
    live.now().explain(&id).map(Json).ok_or_else(|| Problem::none("entry"))
}
