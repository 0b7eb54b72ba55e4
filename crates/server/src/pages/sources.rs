//! The outlets, each with its record: what it wrote, copied, told first or alone, and where others contradict it.

use super::rows::{self, OccurrenceRow};
use super::{Frame, Page, Pager, Render};
use crate::ask::{Asked, encoded};
use crate::desk::Desk;
use crate::display::{self, shown};
use crate::language::Language;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_record::outlet::Outlet;

/// Most events that are listed of those that one outlet alone tells of.
const OWN: usize = 8;
/// Outlets on one page.
const OUTLETS: usize = 40;

#[derive(Template)]
#[template(path = "sources.html")]
struct Sources {
    frame: Frame,
    pager: Pager,
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
    /// The letters of reliability that its reports were given, with how often, the most frequent first.
    grades: Vec<(char, usize)>,
    /// Where those that it alone tells of are listed, and the first of these.
    anchor: String,
    own: Vec<OccurrenceRow>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let pager = Pager::new("/sources", &asked, desk.outlets().len(), OUTLETS).with_json("outlets", &asked);
    let event = |at: &usize| rows::occurrence(&desk, &desk.ledger.occurrences[*at], page.language);
    let rows = pager.of(desk.outlets()).iter().enumerate().map(|(n, coverage)| SourceRow {
        own: coverage.alone.iter().take(OWN).map(event).collect(),
        grades: coverage.grades.clone(),
        anchor: format!("alone-{n}"),
        ..row(&coverage.outlet, page.language)
    });
    let rows = rows.collect();
    Sources { frame: page.frame("sources"), pager, rows }.page(page.language)
}

fn row(outlet: &Outlet, language: Language) -> SourceRow {
    let words =
        |date: &Option<String>| date.as_deref().map(|date| display::date(date, language)).unwrap_or_default();
    SourceRow {
        name: shown(&outlet.name).into_owned(),
        all: format!("outlet={}", encoded(&outlet.name)),
        articles: outlet.articles,
        copies: outlet.copies,
        first: words(&outlet.first),
        last: words(&outlet.last),
        statements: outlet.statements,
        events: outlet.events,
        alone: outlet.alone,
        disputes: outlet.disputes,
        forecasts: outlet.forecasts,
        grades: Vec::new(),
        anchor: String::new(),
        own: Vec::new(),
    }
}

impl Sources {
    /// What a letter of the scale means.
    fn reliability(&self, letter: &char) -> &'static str {
        self.frame.name("grade.source", &letter.to_string())
    }
}
