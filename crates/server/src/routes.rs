//! Which address gives which page.

use crate::desk::Site;
use crate::{Options, assets, guard, import, kept, pages};
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use axum::{Router, middleware};
use std::sync::Arc;
use tenkyo_query::Live;

/// The pages and the API over one workspace.
pub fn router(live: Arc<Live>, options: Options) -> Router {
    let pages = pages(live.clone(), &options);
    guarded(pages, live, options)
}

/// Pages and API with the tools for language models, open to whoever may enter.
pub(crate) fn guarded(pages: Router, live: Arc<Live>, options: Options) -> Router {
    pages
        .route_service("/mcp", tenkyo_mcp::http(live))
        .layer(middleware::from_fn_with_state(Arc::new(options), guard::entry))
        .layer(middleware::from_fn(guard::headers))
}

/// The pages and the API.
pub(crate) fn pages(live: Arc<Live>, options: &Options) -> Router {
    let intake = options.intake.clone().map(Arc::new);
    let site = Site { live, jobs: Arc::default(), intake, kept: Arc::default() };
    Router::new()
        .route("/", get(pages::story::show))
        .route("/timeline", get(pages::timeline::show))
        .route("/statements", get(pages::statements::show))
        .route("/actors", get(pages::actors::list))
        .route("/actors/{id}", get(pages::actors::one))
        .route("/transfers", get(pages::transfers::show))
        .route("/claims", get(pages::claims::show))
        .route("/claims/matrix", get(pages::matrix::show))
        .route("/disputes", get(pages::disputes::show))
        .route("/distinctions", get(pages::disputes::distinctions))
        .route("/words", get(pages::words::show))
        .route("/series", get(pages::series::list))
        .route("/series/{id}", get(pages::series::one))
        .route("/forecasts", get(pages::forecasts::show))
        .route("/relations", get(pages::relations::show))
        .route("/agreements", get(pages::agreements::show))
        .route("/map", get(pages::map::show))
        .route("/sources", get(pages::sources::show))
        .route("/documents", get(pages::documents::show))
        .route("/read/{id}", get(pages::reader::show))
        .route("/search", get(pages::search::show))
        .route("/corrections", get(pages::corrections::list).post(pages::corrections::take))
        .route("/correct", get(pages::corrections::one))
        .route("/import", get(pages::import::show).post(pages::import::take))
        .route("/import/{number}", get(pages::import::job))
        .route("/api", get(pages::api::show))
        .route("/assets/{release}/{*name}", get(assets::show))
        .fallback(pages::missing)
        .layer(DefaultBodyLimit::max(import::MOST_BYTES))
        .with_state(site.clone())
        .merge(tenkyo_api::router(site.live.clone()))
        .layer(middleware::from_fn_with_state(site, kept::pages))
}
