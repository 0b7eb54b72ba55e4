//! The workspace as JSON over HTTP, under `/api/v1`, described by OpenAPI 3.1 (`/api/openapi.json`).
//!
//! Entry point: [`router`]. It only reads. Every list takes the filter of the command line ([`tenkyo_query::Filter`]) and is cut into
//! pieces by a cursor; entries are records of `tenkyo.ledger/1`, articles of `tenkyo.analysis/1`. Answers carry an `ETag` that
//! changes with the workspace; errors are `application/problem+json` (RFC 9457). To add a table, add a line to [`tables`].

mod articles;
mod ask;
mod cache;
mod corpus;
mod examples;
mod list;
mod otherwise;
mod places;
mod problem;
mod record;
mod search;
mod tables;
mod words;

pub use cache::holds;
pub use problem::{Problem, missing};

use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use axum::{Json, Router, middleware};
use std::sync::Arc;
use tenkyo_query::Live;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tenkyo",
        description = "Who said what, who gave what to whom, on whose word, and how sure; every entry with the exact words it stands on. Offsets are Unicode code points.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    components(schemas(Problem))
)]
struct Description;

/// The API over a workspace, with its description.
pub fn router(live: Arc<Live>) -> Router {
    let v1 = routes().split_for_parts().0;
    let v1 = v1
        .method_not_allowed_fallback(problem::method)
        .layer(middleware::from_fn_with_state(live.clone(), cache::tag))
        .layer(DefaultBodyLimit::max(0))
        .with_state(live);
    v1.route("/api/openapi.json", get(|| async { Json(description()) }))
}

/// The description alone.
pub fn description() -> utoipa::openapi::OpenApi {
    let mut description = routes().split_for_parts().1;
    examples::put(&mut description);
    description
}

fn routes() -> OpenApiRouter<Arc<Live>> {
    let v1 = tables::routes()
        .routes(routes!(corpus::show))
        .routes(routes!(articles::list))
        .routes(routes!(articles::one))
        .routes(routes!(places::places))
        .routes(routes!(places::routes))
        .routes(routes!(record::outlets))
        .routes(routes!(record::corrections))
        .routes(routes!(record::explain))
        .routes(routes!(words::of_entry))
        .routes(routes!(words::of_article))
        .routes(routes!(search::find));
    OpenApiRouter::with_openapi(Description::openapi()).merge(v1)
}
