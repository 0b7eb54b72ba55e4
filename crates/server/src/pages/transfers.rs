//! Who gave what to whom.

use super::rows::{self, TransferRow};
use super::{CITING, Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::charts;
use crate::desk::Desk;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "transfers.html")]
struct Transfers {
    frame: Frame,
    pager: Pager,
    chart: Option<charts::flow::Chart>,
    rows: Vec<TransferRow>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let found = asked.of(&desk, &desk.ledger.transfers);
    let pager = Pager::new("/transfers", &asked, found.len(), CITING).with_json("transfers", &asked);
    let rows = pager.of(&found).iter().map(|t| rows::transfer(&desk, t, page.language)).collect();
    let chart = charts::flow::chart(&desk, &found, page.language);
    Transfers { frame: page.frame("transfers"), pager, chart, rows }.page(page.language)
}
