//! Contradictions, each side with its words.

use super::rows::{self, DisputeRow};
use super::{Frame, Page, Pager, Render};
use crate::Desk;
use crate::filter::Filter;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "disputes.html")]
struct Disputes {
    frame: Frame,
    pager: Pager,
    rows: Vec<DisputeRow>,
}

pub(crate) async fn show(
    page: Page,
    State(desk): State<Arc<Desk>>,
    Query(filter): Query<Filter>,
) -> Response {
    let pager = Pager::new("/disputes", &filter, desk.ledger.disputes.len());
    let rows =
        pager.of(&desk.ledger.disputes).iter().map(|d| rows::dispute(&desk, d, page.language)).collect();
    Disputes { frame: page.frame("disputes"), pager, rows }.page(page.language)
}
