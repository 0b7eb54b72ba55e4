//! The record of the workspace itself: its outlets, the log of corrections, and why an entry stands.

use crate::Problem;
use crate::ask::{Id, Piece};
use crate::list::List;
use crate::otherwise::{NoEntry, NoPiece};
use axum::Json;
use axum::extract::State;
use std::sync::Arc;
use tenkyo_query::{Live, Page, Paging};
use tenkyo_record::correction::Logged;
use tenkyo_record::explanation::Explanation;
use tenkyo_record::outlet::Outlet;

#[utoipa::path(
    get, path = "/api/v1/outlets", tag = "outlets", operation_id = "outlets_list",
    summary = "Each outlet with its record: what it wrote, copied, told alone, and where others contradict it", params(Paging),
    responses(
        (status = 200, body = List<Outlet>, description = "One piece of the list"),
        NoPiece,
    )
)]
pub(crate) async fn outlets(
    State(live): State<Arc<Live>>,
    Piece(paging): Piece,
) -> Result<Json<List<Outlet>>, Problem> {
    let now = live.now();
    let page = Page::by_number(now.outlets(), &paging).map_err(Problem::piece)?;
    Ok(Json(page.filter_map(|coverage| Some(coverage.outlet.clone())).into()))
}

#[utoipa::path(
    get, path = "/api/v1/corrections", tag = "corrections", operation_id = "corrections_list",
    summary = "What analysts said against the program, in the order in which they said it, and whether it still counts",
    params(Paging),
    responses(
        (status = 200, body = List<Logged>, description = "One piece of the list"),
        NoPiece,
    )
)]
pub(crate) async fn corrections(
    State(live): State<Arc<Live>>,
    Piece(paging): Piece,
) -> Result<Json<List<Logged>>, Problem> {
    let now = live.now();
    let page = Page::by_number(&now.log, &paging).map_err(Problem::piece)?;
    Ok(Json(page.filter_map(|entry| Some(now.logged(entry))).into()))
}

#[utoipa::path(
    get, path = "/api/v1/explain/{id}", tag = "words", operation_id = "explain",
    summary = "What an entry of any table rests on: its words with the rules that found them, and the comparisons that joined them",
    params(("id" = String, Path, description = "Id of the entry")),
    responses(
        (status = 200, body = Explanation, description = "The grounds"),
        NoEntry,
    )
)]
pub(crate) async fn explain(State(live): State<Arc<Live>>, Id(id): Id) -> Result<Json<Explanation>, Problem> {
    live.now().explain(&id).map(Json).ok_or_else(|| Problem::none("entry"))
}
