//! The outlets, each with its record: what it wrote, copied, told first or alone, and where others contradict it.

use super::{Frame, Page, Render};
use crate::ask::encoded;
use crate::desk::Desk;
use crate::display::shown;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tenkyo_model::ledger::Member;

#[derive(Template)]
#[template(path = "sources.html")]
struct Sources {
    frame: Frame,
    rows: Vec<SourceRow>,
}

/// One outlet.
#[derive(Default)]
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
    let mut rows = BTreeMap::<&str, SourceRow>::new();
    documents(&desk, &page, &mut rows);
    let mut add = |outlets: BTreeSet<&str>, to: fn(&mut SourceRow, bool)| {
        let alone = outlets.len() == 1;
        outlets.into_iter().filter_map(|o| rows.get_mut(o).map(|row| to(row, alone))).count();
    };
    let ledger = &desk.ledger;
    for u in &ledger.utterances {
        add(outlets(&desk, &u.members), |row, _| row.statements += 1);
    }
    for o in &ledger.occurrences {
        add(outlets(&desk, &o.members), |row, alone| {
            row.events += 1;
            row.alone += usize::from(alone);
        });
    }
    for d in &ledger.disputes {
        add(outlets(&desk, d.sides.iter().flat_map(|side| &side.members)), |row, _| row.disputes += 1);
    }
    for f in &ledger.forecasts {
        add(outlets(&desk, [&f.member]), |row, _| row.forecasts += 1);
    }
    let mut rows: Vec<SourceRow> = rows.into_values().collect();
    rows.sort_by(|a, b| b.articles.cmp(&a.articles).then_with(|| a.name.cmp(&b.name)));
    Sources { frame: page.frame("sources"), rows }.page(page.language)
}

fn outlets<'d>(desk: &'d Desk, members: impl IntoIterator<Item = &'d Member>) -> BTreeSet<&'d str> {
    members.into_iter().filter_map(|m| desk.document(m)?.outlet.as_deref()).collect()
}

/// A row for every outlet, with what is known of its articles.
fn documents<'d>(desk: &'d Desk, page: &Page, rows: &mut BTreeMap<&'d str, SourceRow>) {
    let mut dates = BTreeMap::<&str, Vec<&str>>::new();
    for document in &desk.ledger.documents {
        let Some(outlet) = document.outlet.as_deref() else { continue };
        let row = rows.entry(outlet).or_default();
        row.articles += 1;
        row.copies += usize::from(document.copy_of.is_some());
        dates.entry(outlet).or_default().extend(document.published.as_deref());
    }
    for (outlet, row) in rows {
        let words =
            |date: Option<&&str>| date.map(|d| crate::display::date(d, page.language)).unwrap_or_default();
        let dates = dates.get(outlet).map(Vec::as_slice).unwrap_or_default();
        (row.first, row.last) = (words(dates.iter().min()), words(dates.iter().max()));
        row.name = shown(outlet).into_owned();
        row.all = format!("outlet={}", encoded(outlet));
    }
}
