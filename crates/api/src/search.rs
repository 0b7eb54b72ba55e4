//! Articles and statements by their words.

use crate::Problem;
use crate::ask::Ask;
use crate::list::List;
use crate::otherwise::NoPiece;
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
    /// Counts over all the hits.
    facets: Facets,
}

#[utoipa::path(
    get, path = "/api/v1/search", tag = "search", operation_id = "search",
    summary = "Articles and statements that hold the words `q`, in every inflection, the best first; the filter looks at the article, and at the speaker of a statement; `type` is `article` or `statement`",
    params(Filter, Paging),
    responses(
        (status = 200, body = Answer, description = "One piece of the hits, and the facets of all"),
        NoPiece,
    )
)]
pub(crate) async fn find(State(live): State<Arc<Live>>, ask: Ask) -> Result<Json<Answer>, Problem> {
    let found = tokio::task::spawn_blocking(move || {
        let found = live.find(&ask.filter).map_err(Problem::internal)?;
        let page = found.page(&ask.paging).map_err(Problem::internal)?.map_err(Problem::piece)?;
        Ok(Answer { list: List::from(page), facets: found.facets })
    });
    found.await.map_err(Problem::internal)?.map(Json)
}
