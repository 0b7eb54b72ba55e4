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
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;
use tenkyo_query::Coverage;
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
    let outlets = desk.outlets();
    let pager = Pager::new("/sources", &asked, outlets.len(), OUTLETS).with_json("outlets", &asked);
    let mut grades = grades(&desk);
    let rows = pager.of(&outlets).iter().enumerate().map(|(n, Coverage { outlet, alone })| SourceRow {
        own: alone.iter().take(OWN).map(|o| rows::occurrence(&desk, o, page.language)).collect(),
        grades: grades.remove(outlet.name.as_str()).unwrap_or_default(),
        anchor: format!("alone-{n}"),
        ..row(outlet, page.language)
    });
    let rows = rows.collect();
    Sources { frame: page.frame("sources"), pager, rows }.page(page.language)
}

/// How often the events of each outlet's articles were given each letter of reliability, the most frequent first.
fn grades(desk: &Desk) -> BTreeMap<&str, Vec<(char, usize)>> {
    let mut counts = BTreeMap::<&str, BTreeMap<char, usize>>::new();
    for document in &desk.ledger.documents {
        let Some((outlet, reading)) = document.outlet.as_deref().zip(desk.reading(&document.id)) else {
            continue;
        };
        for grade in &reading.findings.grades.events {
            *counts.entry(outlet).or_default().entry(grade.source).or_default() += 1;
        }
    }
    let sorted = counts.into_iter().map(|(outlet, letters)| {
        let mut letters: Vec<_> = letters.into_iter().collect();
        letters.sort_by_key(|(letter, count)| (Reverse(*count), *letter));
        (outlet, letters)
    });
    sorted.collect()
}

fn row(outlet: &Outlet, language: Language) -> SourceRow {
    let words =
        |date: &Option<String>| date.as_ref().map(|date| display::date(date, language)).unwrap_or_default();
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
