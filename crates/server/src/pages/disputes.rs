//! Contradictions, each side with its words.

use super::rows::{self, DisputeRow};
use super::{Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::desk::Desk;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "disputes.html")]
struct Disputes {
    frame: Frame,
    pager: Pager,
    rows: Vec<DisputeRow>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let found = asked.of(&desk, &desk.ledger.disputes);
    let pager = Pager::new("/disputes", &asked, found.len());
    let rows = pager.of(&found).iter().map(|d| rows::dispute(&desk, d, page.language)).collect();
    Disputes { frame: page.frame("disputes"), pager, rows }.page(page.language)
}
