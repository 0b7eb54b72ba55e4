//! Contradictions, each side with its words; and what only looks like one, because the figures count different things.

use super::rows::{self, DisputeRow};
use super::{BLOCKS, Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::desk::Desk;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

/// Distinctions shown below the disputes.
const BELOW: usize = 6;

#[derive(Template)]
#[template(path = "disputes.html")]
struct Disputes {
    frame: Frame,
    pager: Pager,
    rows: Vec<DisputeRow>,
    /// The first of what is no dispute, how many more there are, and where.
    apart: Vec<DisputeRow>,
    rest: usize,
    all: String,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let found = asked.of(&desk, &desk.ledger.disputes);
    let pager = Pager::new("/disputes", &asked, found.len(), BLOCKS).with_json("disputes", &asked);
    let rows = pager.of(&found).iter().map(|d| rows::dispute(&desk, d, page.language)).collect();
    let apart = asked.of(&desk, &desk.ledger.distinctions);
    let below = &apart[..apart.len().min(BELOW)];
    Disputes {
        frame: page.frame("disputes"),
        pager,
        rows,
        rest: apart.len() - below.len(),
        apart: below.iter().map(|d| rows::distinction(&desk, d, page.language)).collect(),
        all: format!("/distinctions?{}", crate::ask::query_of(&asked.filter)),
    }
    .page(page.language)
}

#[derive(Template)]
#[template(path = "distinctions.html")]
struct Distinctions {
    frame: Frame,
    pager: Pager,
    rows: Vec<DisputeRow>,
}

pub(crate) async fn distinctions(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let found = asked.of(&desk, &desk.ledger.distinctions);
    let pager = Pager::new("/distinctions", &asked, found.len(), BLOCKS);
    let rows = pager.of(&found).iter().map(|d| rows::distinction(&desk, d, page.language)).collect();
    Distinctions { frame: page.frame("distinctions"), pager, rows }.page(page.language)
}
