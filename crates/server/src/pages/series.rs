//! Figures over time.

use super::rows::{self, SeriesRow};
use super::{Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::desk::Desk;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "series.html")]
struct Series {
    frame: Frame,
    pager: Pager,
    rows: Vec<SeriesRow>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let all = asked.of(&desk, &desk.ledger.series);
    let pager = Pager::new("/series", &asked, all.len());
    let rows = pager.of(&all).iter().map(|s| rows::series(&desk, s, page.language)).collect();
    Series { frame: page.frame("series"), pager, rows }.page(page.language)
}
