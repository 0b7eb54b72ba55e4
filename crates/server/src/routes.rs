//! Which address gives which page.

use crate::{Desk, Options, guard, pages};
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Router, middleware};
use std::sync::Arc;

const STYLE: &str = include_str!("../static/style.css");
const ICON: &str = include_str!("../static/icon.svg");

/// The pages over one desk.
pub fn router(desk: Arc<Desk>, options: Options) -> Router {
    Router::new()
        .route("/", get(pages::story::show))
        .route("/timeline", get(pages::timeline::show))
        .route("/statements", get(pages::statements::show))
        .route("/actors", get(pages::actors::list))
        .route("/actors/{id}", get(pages::actors::one))
        .route("/transfers", get(pages::transfers::show))
        .route("/claims", get(pages::claims::show))
        .route("/disputes", get(pages::disputes::show))
        .route("/series", get(pages::series::show))
        .route("/forecasts", get(pages::forecasts::show))
        .route("/documents", get(pages::documents::show))
        .route("/read/{id}", get(pages::reader::show))
        .route("/search", get(pages::search::show))
        .route("/style.css", get(|| asset("text/css; charset=utf-8", STYLE)))
        .route("/icon.svg", get(|| asset("image/svg+xml", ICON)))
        .fallback(pages::missing)
        .with_state(desk)
        .layer(middleware::from_fn_with_state(Arc::new(options), guard::entry))
        .layer(middleware::from_fn(guard::headers))
}

async fn asset(kind: &'static str, text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "private, max-age=600")], text)
}
