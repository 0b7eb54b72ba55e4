//! All events in order of time, with filters.

use super::rows::{self, OccurrenceRow};
use super::{Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::charts;
use crate::desk::Desk;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::ledger::Occurrence;

#[derive(Template)]
#[template(path = "timeline.html")]
struct Timeline {
    frame: Frame,
    filter: Asked,
    pager: Pager,
    by_actor: bool,
    chart: Option<charts::lanes::Chart>,
    years: Vec<Year>,
}

/// The events of one year; those without a date in one of their own.
pub(crate) struct Year {
    pub year: String,
    pub events: Vec<OccurrenceRow>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let found = asked.of(&desk, &desk.ledger.occurrences);
    let pager = Pager::new("/timeline", &asked, found.len());
    let years = by_year(&desk, pager.of(&found), &page);
    let by_actor = page.asks("lanes") == Some("actor");
    let chart = charts::lanes::chart(&desk, &found, by_actor, page.language);
    Timeline { frame: page.frame("timeline"), filter: asked, by_actor, chart, years, pager }
        .page(page.language)
}

/// Consecutive events of one year together.
pub(crate) fn by_year(desk: &Desk, found: &[&Occurrence], page: &Page) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for occurrence in found {
        let year = match &occurrence.date {
            Some(date) => date.chars().take(4).collect(),
            None => page.language.word("story.undated").to_owned(),
        };
        let row = rows::occurrence(desk, occurrence, page.language);
        match years.last_mut().filter(|last| last.year == year) {
            Some(last) => last.events.push(row),
            None => years.push(Year { year, events: vec![row] }),
        }
    }
    years
}
