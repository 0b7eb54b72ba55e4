//! Words in articles and statements.

use super::{Frame, Page, Render, failure};
use crate::desk::Words;
use crate::filter::Filter;
use crate::{Desk, ServerError};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::ledger::Member;
use tenkyo_store::{Hit, HitKind};
use tenkyo_text::{Offsets, Span};

/// Most hits shown.
const HITS: usize = 50;
/// Longest query, in characters; what is beyond it is left out.
const QUERY: usize = 200;

#[derive(Template)]
#[template(path = "search.html")]
struct Search {
    frame: Frame,
    query: String,
    hits: Vec<HitRow>,
}

struct HitRow {
    title: String,
    kind: &'static str,
    words: Words,
}

pub(crate) async fn show(
    page: Page,
    State(desk): State<Arc<Desk>>,
    Query(filter): Query<Filter>,
) -> Response {
    let frame = page.frame("search");
    let query: String = filter.q.trim().chars().take(QUERY).collect();
    let found = tokio::task::spawn_blocking({
        let (desk, query) = (desk.clone(), query.clone());
        move || if query.is_empty() { Ok(Vec::new()) } else { desk.search(&query, HITS) }
    });
    let hits: Result<Vec<Hit>, ServerError> = match found.await {
        Ok(hits) => hits,
        Err(_) => return failure(StatusCode::INTERNAL_SERVER_ERROR, frame, "error.internal"),
    };
    match hits {
        Ok(hits) => {
            let hits = hits.iter().filter_map(|hit| row(&desk, hit, &page)).collect();
            Search { frame, query, hits }.page(page.language)
        }
        Err(error) => {
            tracing::error!(%error, "search failed");
            failure(StatusCode::INTERNAL_SERVER_ERROR, frame, "error.internal")
        }
    }
}

/// The first of the words asked for, or the statement that holds them.
fn row(desk: &Desk, hit: &Hit, page: &Page) -> Option<HitRow> {
    let reading = desk.reading(&hit.document)?;
    let text = &reading.article.text;
    let offsets = Offsets::new(text);
    let words = hit.highlights.first().copied().unwrap_or(hit.span);
    let span = match &hit.kind {
        HitKind::Statement(id) => statement(reading, id).or_else(|| offsets.span_of_code_points(hit.span)),
        HitKind::Article => offsets.span_of_code_points(words),
    }?;
    let member = Member { document: reading.article.source.clone(), span };
    let title = desk.document(&member)?.title.clone().unwrap_or_else(|| member.document.clone());
    Some(HitRow {
        title: crate::display::shown(&title).into_owned(),
        kind: if hit.kind == HitKind::Article { "article" } else { "statement" },
        words: desk.words(&member, page.language)?,
    })
}

/// The content of the statement `s1`, `s2` …
fn statement(reading: &tenkyo_ledger::Reading, id: &str) -> Option<Span> {
    let number: usize = id.strip_prefix('s')?.parse().ok()?;
    reading.findings.statements.get(number.checked_sub(1)?).map(|statement| statement.content)
}
