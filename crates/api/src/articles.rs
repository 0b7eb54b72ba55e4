//! Articles, and one of them with everything that was found in it.

use crate::Problem;
use crate::ask::{Ask, Id};
use crate::list::{List, Row};
use crate::otherwise::{NoEntry, NoPiece};
use axum::Json;
use axum::extract::State;
use std::sync::Arc;
use tenkyo_query::{Filter, Live, Paging};
use tenkyo_record::analysis::Analysis;
use tenkyo_record::ledger::Document;

#[utoipa::path(
    get, path = "/api/v1/articles", tag = "articles", operation_id = "articles_list",
    summary = "The articles that the ledger rests on, in order of their publication", params(Filter, Paging),
    responses(
        (status = 200, body = List<Row<Document>>, description = "One piece of the list"),
        NoPiece,
    )
)]
pub(crate) async fn list(
    State(live): State<Arc<Live>>,
    ask: Ask,
) -> Result<Json<List<Row<Document>>>, Problem> {
    let now = live.now();
    List::of(&now, &now.ledger.documents, &ask, |w, d| w.document(d)).map(Json)
}

#[utoipa::path(
    get, path = "/api/v1/articles/{id}", tag = "articles", operation_id = "articles_entry",
    summary = "One article with its text and findings (tenkyo.analysis/1)",
    params(("id" = String, Path, description = "Id of the article")),
    responses(
        (status = 200, body = Analysis, description = "The record"),
        NoEntry,
    )
)]
pub(crate) async fn one(State(live): State<Arc<Live>>, Id(id): Id) -> Result<Json<Analysis>, Problem> {
    let read = tokio::task::spawn_blocking(move || live.analysis(&id)).await.map_err(Problem::internal)?;
    read.map_err(Problem::internal)?.map(Json).ok_or_else(|| Problem::none("article"))
}
