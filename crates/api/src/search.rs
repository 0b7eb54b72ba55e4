//! Articles and statements by their words.

use crate::Problem;
use crate::ask::Ask;
use crate::list::List;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use std::sync::Arc;
use tenkyo_query::{Filter, Live, Paging};
use tenkyo_record::search::{Facets, Found};

/// One piece of what a search found, and the facets of all that it found.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub(crate) struct Answer {
    #[serde(flatten)]
    list: List<Found>,
    /// Counts over all the hits, of which no more than a thousand are looked at.
    facets: Facets,
}

#[utoipa::path(
    get, path = "/api/v1/search", tag = "search", operation_id = "search",
    summary = "Articles and statements that hold the words `q`, in every inflection, the best first; the filter looks at the article, and at the speaker of a statement; `type` is `article` or `statement`",
    params(Filter, Paging),
    responses(
        (status = 200, body = Answer, description = "One piece of the hits, and the facets of all"),
        (status = 304, description = "Nothing has changed since the `ETag` of `If-None-Match`"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "A parameter is wrong"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "The list has no such piece"),
    )
)]
pub(crate) async fn find(State(live): State<Arc<Live>>, ask: Ask) -> Result<Json<Answer>, Problem> {
    let found = tokio::task::spawn_blocking(move || {
        let (found, facets) = live.find(&ask.filter).map_err(Problem::internal)?;
        Ok(Answer { list: List::made(found, &ask.paging)?, facets })
    });
    found.await.map_err(Problem::internal)?.map(Json)
}
