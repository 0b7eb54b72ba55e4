//! Figures over time.

use super::rows::{self, SeriesRow};
use super::{Frame, Page, Pager, Render};
use crate::Desk;
use crate::filter::Filter;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "series.html")]
struct Series {
    frame: Frame,
    pager: Pager,
    rows: Vec<SeriesRow>,
}

pub(crate) async fn show(
    page: Page,
    State(desk): State<Arc<Desk>>,
    Query(filter): Query<Filter>,
) -> Response {
    let mut all: Vec<_> = desk.ledger.series.iter().collect();
    all.sort_by(|a, b| b.points.len().cmp(&a.points.len()).then_with(|| a.id.cmp(&b.id)));
    let pager = Pager::new("/series", &filter, all.len());
    let rows = pager.of(&all).iter().map(|s| rows::series(&desk, s, page.language)).collect();
    Series { frame: page.frame("series"), pager, rows }.page(page.language)
}
