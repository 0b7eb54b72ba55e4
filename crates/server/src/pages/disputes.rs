//! Contradictions, each side with its words.

use super::rows::{self, DisputeRow};
use super::{Frame, Page, Render};
use crate::Desk;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "disputes.html")]
struct Disputes {
    frame: Frame,
    rows: Vec<DisputeRow>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>) -> Response {
    let rows = desk.ledger.disputes.iter().map(|d| rows::dispute(&desk, d, page.language)).collect();
    Disputes { frame: page.frame("disputes"), rows }.page(page.language)
}
