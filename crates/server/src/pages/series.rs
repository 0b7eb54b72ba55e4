//! Figures over time: all, the longest first, and one with all its values.

use super::rows::{self, PointRow, SeriesRow};
use super::{Frame, Page, Pager, ROWS, Render, failure};
use crate::ask::Asked;
use crate::charts::series::{Chart, MANY, chart};
use crate::desk::Desk;
use crate::display::shown;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

/// Series on one page.
const SERIES: usize = 12;

#[derive(Template)]
#[template(path = "series.html")]
struct All {
    frame: Frame,
    pager: Pager,
    rows: Vec<SeriesRow>,
}

pub(crate) async fn list(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let all = asked.of(&desk, &desk.ledger.series);
    let pager = Pager::new("/series", &asked, all.len(), SERIES).with_json("series", &asked);
    let rows = pager.of(&all).iter().map(|s| rows::series(&desk, s, page.language)).collect();
    All { frame: page.frame("series"), pager, rows }.page(page.language)
}

#[derive(Template)]
#[template(path = "one-series.html")]
struct One {
    frame: Frame,
    what: String,
    chart: Option<Chart>,
    pager: Pager,
    points: Vec<PointRow>,
}

pub(crate) async fn one(
    page: Page,
    State(desk): State<Arc<Desk>>,
    Path(id): Path<String>,
    asked: Asked,
) -> Response {
    let frame = page.frame("series");
    let Some(series) = desk.ledger.series.iter().find(|s| s.id == id) else {
        return failure(StatusCode::NOT_FOUND, frame, "error.missing");
    };
    let address = format!("/series/{}", crate::ask::encoded(&id));
    let pager = Pager::new(&address, &asked, series.points.len(), ROWS);
    One {
        frame,
        what: shown(&series.what).into_owned(),
        chart: chart(&desk, series, MANY, page.language),
        points: rows::points(&desk, series, pager.of(&series.points), page.language),
        pager: pager.at(format!("/api/v1{address}")),
    }
    .page(page.language)
}
