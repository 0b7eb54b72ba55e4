//! Words in articles and statements, with the facets that narrow what was found.

mod facets;

use super::{CITING, Frame, Page, Pager, Render, failure};
use crate::ask::Asked;
use crate::desk::{Desk, Words};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use facets::FacetRow;
use std::sync::Arc;
use tenkyo_model::ledger::Member;
use tenkyo_query::{Filter, Live, QueryError};

#[derive(Template)]
#[template(path = "search.html")]
struct Search {
    frame: Frame,
    query: String,
    pager: Pager,
    facets: Vec<FacetRow>,
    /// The search without all that narrows it, where something does.
    plain: Option<String>,
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
    State(live): State<Arc<Live>>,
    asked: Asked,
) -> Response {
    let frame = page.frame("search");
    match tokio::task::spawn_blocking(move || search(&desk, &live, &asked, &page)).await {
        Ok(Ok(search)) => {
            let language = search.frame.language;
            search.page(language)
        }
        failed => {
            tracing::error!(failed = ?failed.map(|found| found.map(|_| ())), "a search failed");
            failure(StatusCode::INTERNAL_SERVER_ERROR, frame, "error.internal")
        }
    }
}

fn search(desk: &Desk, live: &Live, asked: &Asked, page: &Page) -> Result<Search, QueryError> {
    let found = live.find(&asked.filter)?;
    let pager = Pager::new("/search", asked, found.count(), CITING).with_json("search", asked);
    let shown = found.shown(pager.shown())?;
    let plain = Filter { q: asked.filter.q.clone(), ..Filter::default() };
    Ok(Search {
        frame: page.frame("search"),
        query: asked.q().trim().to_owned(),
        facets: facets::rows(&found.facets, desk, &asked.filter, page.language),
        plain: (plain != asked.filter).then(|| format!("/search?{}", crate::ask::query_of(&plain))),
        hits: shown.into_iter().filter_map(|(kind, words)| row(desk, kind, &words, page)).collect(),
        pager,
    })
}

fn row(desk: &Desk, kind: &'static str, words: &Member, page: &Page) -> Option<HitRow> {
    let document = desk.document(words)?;
    let title = document.title.as_deref().unwrap_or(&document.source);
    Some(HitRow {
        title: crate::display::shown(title).into_owned(),
        kind,
        words: desk.shown_words(words, page.language)?,
    })
}
