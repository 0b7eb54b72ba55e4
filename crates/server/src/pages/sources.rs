//! The outlets, each with its record: what it wrote, copied, told first or alone, and where others contradict it.

use super::{Frame, Page, Render};
use crate::ask::encoded;
use crate::desk::Desk;
use crate::display::{self, shown};
use crate::language::Language;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_record::outlet::Outlet;

#[derive(Template)]
#[template(path = "sources.html")]
struct Sources {
    frame: Frame,
    rows: Vec<SourceRow>,
}

/// One outlet.
struct SourceRow {
    name: String,
    /// The filter for everything of this outlet.
    all: String,
    articles: usize,
    copies: usize,
    first: String,
    last: String,
    statements: usize,
    events: usize,
    /// Events that no other outlet tells of.
    alone: usize,
    disputes: usize,
    forecasts: usize,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>) -> Response {
    let rows = desk.outlets().into_iter().map(|outlet| row(outlet, page.language)).collect();
    Sources { frame: page.frame("sources"), rows }.page(page.language)
}

fn row(outlet: Outlet, language: Language) -> SourceRow {
    let words = |date: Option<String>| date.map(|date| display::date(&date, language)).unwrap_or_default();
    SourceRow {
        name: shown(&outlet.name).into_owned(),
        all: format!("outlet={}", encoded(&outlet.name)),
        articles: outlet.articles,
        copies: outlet.copies,
        first: words(outlet.first),
        last: words(outlet.last),
        statements: outlet.statements,
        events: outlet.events,
        alone: outlet.alone,
        disputes: outlet.disputes,
        forecasts: outlet.forecasts,
    }
}
