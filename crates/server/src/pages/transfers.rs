//! Who gave what to whom.

use super::rows::{self, TransferRow};
use super::{Frame, Page, Pager, Render};
use crate::Desk;
use crate::filter::Filter;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "transfers.html")]
struct Transfers {
    frame: Frame,
    pager: Pager,
    rows: Vec<TransferRow>,
}

pub(crate) async fn show(
    page: Page,
    State(desk): State<Arc<Desk>>,
    Query(filter): Query<Filter>,
) -> Response {
    let mut found: Vec<_> = desk.ledger.transfers.iter().collect();
    found.retain(|t| {
        filter.actor(t.giver.iter().chain(&t.receiver).map(String::as_str))
            && filter.date(t.date.as_deref())
            && filter.certainty(t.certainty.name())
            && filter.polarity(t.polarity.name())
    });
    let pager = Pager::new("/transfers", &filter, found.len());
    let rows = pager.of(&found).iter().map(|t| rows::transfer(&desk, t, page.language)).collect();
    Transfers { frame: page.frame("transfers"), pager, rows }.page(page.language)
}
