//! Articles and statements by their words.

use crate::Problem;
use crate::ask::Ask;
use crate::list::List;
use axum::Json;
use axum::extract::State;
use std::sync::Arc;
use tenkyo_query::{Filter, Live, Paging};
use tenkyo_record::search::Found;

#[utoipa::path(
    get, path = "/api/v1/search", tag = "search", operation_id = "search",
    summary = "Articles and statements that hold the words `q`, in every inflection, the best first; the filter looks at the article, and at the speaker of a statement",
    params(Filter, Paging),
    responses(
        (status = 200, body = List<Found>, description = "One piece of the hits"),
        (status = 304, description = "Nothing has changed since the `ETag` of `If-None-Match`"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "A parameter is wrong"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "The list has no such piece"),
    )
)]
pub(crate) async fn find(State(live): State<Arc<Live>>, ask: Ask) -> Result<Json<List<Found>>, Problem> {
    let found = tokio::task::spawn_blocking(move || {
        let found = live.find(&ask.filter).map_err(Problem::internal)?;
        List::made(found, &ask.paging)
    });
    found.await.map_err(Problem::internal)?.map(Json)
}
