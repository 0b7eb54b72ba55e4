//! All events in order of time, with filters.

use super::rows::{self, OccurrenceRow};
use super::{CITING, Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::charts;
use crate::desk::Desk;
use crate::language::Language;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::collections::BTreeMap;
use std::sync::Arc;
use tenkyo_model::ledger::Occurrence;
use tenkyo_query::{Date, Filter};

/// Most years or months that are listed, the newest.
const PERIODS: usize = 40;

#[derive(Template)]
#[template(path = "timeline.html")]
struct Timeline {
    frame: Frame,
    filter: Asked,
    pager: Pager,
    by_actor: bool,
    /// Periods with the number of events of each and where these are listed.
    periods: Vec<Period>,
    chart: Option<charts::lanes::Chart>,
    years: Vec<Year>,
}

/// A year, or a month where there is only one year.
struct Period {
    words: String,
    count: usize,
    href: String,
}

/// The events of one year; those without a date in one of their own.
pub(crate) struct Year {
    pub year: String,
    pub events: Vec<OccurrenceRow>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let found = asked.of(&desk, &desk.ledger.occurrences);
    let by_actor = page.asks("lanes") == Some("actor");
    let address = if by_actor { "/timeline?lanes=actor" } else { "/timeline" };
    let pager = Pager::new(address, &asked, found.len(), CITING).with_json("timeline", &asked);
    let years = by_year(&desk, pager.of(&found), &page);
    let periods = periods(&found, &asked, page.language);
    let chart = charts::lanes::chart(&desk, &found, by_actor, page.language);
    Timeline { frame: page.frame("timeline"), filter: asked, by_actor, periods, chart, years, pager }
        .page(page.language)
}

/// How many events each year has, or each month of a single year.
fn periods(found: &[&Occurrence], asked: &Asked, language: Language) -> Vec<Period> {
    let by = |length: usize| {
        let mut counts = BTreeMap::<&str, usize>::new();
        let dates = found.iter().filter_map(|o| o.date.as_deref()?.get(..length));
        dates
            .filter(|date| date.parse::<Date>().is_ok())
            .for_each(|date| *counts.entry(date).or_default() += 1);
        counts
    };
    let years = by(4);
    let counts = if years.len() == 1 { by(7) } else { years };
    let newest = counts.iter().rev().take(PERIODS).collect::<Vec<_>>().into_iter().rev();
    let period = |(date, count): (&&str, &usize)| {
        let date = (*date).to_owned();
        let bound: Option<Date> = date.parse().ok();
        let filter = Filter { from: bound.clone(), to: bound, ..asked.filter.clone() };
        let href = format!("/timeline?{}", crate::ask::query_of(&filter));
        Period { words: crate::display::date(&date, language), count: *count, href }
    };
    newest.map(period).collect()
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
