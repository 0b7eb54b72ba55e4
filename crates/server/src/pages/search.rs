//! Words in articles and statements, with the facets that narrow what was found.

mod facets;

use super::{Frame, Page, Render, failure};
use crate::ask::Asked;
use crate::desk::{Desk, Words};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use facets::FacetRow;
use std::sync::Arc;
use tenkyo_model::ledger::Member;
use tenkyo_query::Live;
use tenkyo_record::search::Found;
use tenkyo_text::{Offsets, Span};

/// Most hits shown.
const HITS: usize = 50;

#[derive(Template)]
#[template(path = "search.html")]
struct Search {
    frame: Frame,
    query: String,
    /// How many articles and statements were found, of which [`HITS`] are shown.
    count: usize,
    facets: Vec<FacetRow>,
    hits: Vec<HitRow>,
}

struct HitRow {
    title: String,
    kind: String,
    words: Words,
}

pub(crate) async fn show(
    page: Page,
    State(desk): State<Arc<Desk>>,
    State(live): State<Arc<Live>>,
    asked: Asked,
) -> Response {
    let frame = page.frame("search");
    let query = asked.q().trim().to_owned();
    let filter = asked.filter.clone();
    match tokio::task::spawn_blocking(move || live.find(&filter)).await {
        Ok(Ok((found, facets))) => {
            let hits = found.iter().filter_map(|found| row(&desk, found, &page)).take(HITS).collect();
            let facets = facets::rows(facets, &asked.filter, page.language);
            Search { frame, query, count: found.len(), facets, hits }.page(page.language)
        }
        failed => {
            tracing::error!(?failed, "a search failed");
            failure(StatusCode::INTERNAL_SERVER_ERROR, frame, "error.internal")
        }
    }
}

/// The first of the words asked for, or the statement that holds them.
fn row(desk: &Desk, found: &Found, page: &Page) -> Option<HitRow> {
    let reading = desk.reading(&found.document)?;
    let offsets = Offsets::new(&reading.article.text);
    let words = found.highlights.first().copied().unwrap_or(found.span);
    let statement = found.statement.as_deref().and_then(|id| content(reading, id));
    let span = statement.or_else(|| offsets.span_of_code_points(words))?;
    let member = Member { document: reading.article.source.clone(), span };
    let title = found.title.as_deref().unwrap_or(&found.source);
    Some(HitRow {
        title: crate::display::shown(title).into_owned(),
        kind: found.kind.clone(),
        words: desk.shown_words(&member, page.language)?,
    })
}

/// The content of the statement `s1`, `s2` …
fn content(reading: &tenkyo_ledger::Reading, id: &str) -> Option<Span> {
    let number: usize = id.strip_prefix('s')?.parse().ok()?;
    reading.findings.statements.get(number.checked_sub(1)?).map(|statement| statement.content)
}
