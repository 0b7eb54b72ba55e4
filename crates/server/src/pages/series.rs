//! Figures over time.

use super::rows::{self, SeriesRow};
use super::{Frame, Page, Render};
use crate::Desk;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "series.html")]
struct Series {
    frame: Frame,
    rows: Vec<SeriesRow>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>) -> Response {
    let mut all: Vec<_> = desk.ledger.series.iter().collect();
    all.sort_by(|a, b| b.points.len().cmp(&a.points.len()).then_with(|| a.id.cmp(&b.id)));
    let rows = all.into_iter().map(|s| rows::series(&desk, s, page.language)).collect();
    Series { frame: page.frame("series"), rows }.page(page.language)
}
