//! Forecasts and what became of them.

use super::rows::Named;
use super::{CITING, Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::desk::Desk;
use crate::desk::{Cited, Words};
use crate::display;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::ledger::{Forecast, OutcomeResult};

/// Most words shown of what decided a forecast.
const WORDS: usize = 3;

#[derive(Template)]
#[template(path = "forecasts.html")]
struct Forecasts {
    frame: Frame,
    pager: Pager,
    rows: Vec<ForecastRow>,
}

struct ForecastRow {
    by: Option<Named>,
    words: Option<Words>,
    likelihood: &'static str,
    horizon: String,
    outcome: &'static str,
    decided: Cited,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let mut all = asked.of(&desk, &desk.ledger.forecasts);
    // What is decided comes first.
    all.sort_by_key(|forecast| forecast.outcome.result == OutcomeResult::Open);
    let pager = Pager::new("/forecasts", &asked, all.len(), CITING).with_json("forecasts", &asked);
    let rows = pager.of(&all).iter().map(|forecast| row(&desk, forecast, &page)).collect();
    Forecasts { frame: page.frame("forecasts"), pager, rows }.page(page.language)
}

fn row(desk: &Desk, forecast: &Forecast, page: &Page) -> ForecastRow {
    let horizon = forecast.horizon.as_deref().map(|date| display::date(date, page.language));
    ForecastRow {
        by: forecast.by.as_deref().map(|id| desk.named(id)),
        words: desk.shown_words(&forecast.member, page.language),
        likelihood: forecast.likelihood.name(),
        horizon: horizon.unwrap_or_default(),
        outcome: forecast.outcome.result.name(),
        decided: desk.cited(&forecast.id, &forecast.outcome.members, WORDS, page.language),
    }
}
