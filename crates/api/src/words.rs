//! The exact words under an entry, and those at a place of an article.

use crate::Problem;
use crate::ask::{Id, Piece, query};
use crate::list::List;
use crate::otherwise::NoEntry;
use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use serde::Deserialize;
use std::sync::Arc;
use tenkyo_model::ledger::Member;
use tenkyo_query::{Live, Page, Paging};
use tenkyo_record::words::Words;
use tenkyo_text::Offsets;

#[utoipa::path(
    get, path = "/api/v1/words/{id}", tag = "words", operation_id = "words_of_entry",
    summary = "The exact words that an entry of any table stands on, with Web Annotation selectors",
    params(("id" = String, Path, description = "Id of the entry"), Paging),
    responses(
        (status = 200, body = List<Words>, description = "One piece of the words"),
        NoEntry,
    )
)]
pub(crate) async fn of_entry(
    State(live): State<Arc<Live>>,
    Id(id): Id,
    Piece(paging): Piece,
) -> Result<Json<List<Words>>, Problem> {
    let now = live.now();
    let members = now.members_of(&id).ok_or_else(|| Problem::none("entry"))?;
    let page = Page::by_number(&members, &paging).map_err(Problem::piece)?;
    Ok(Json(page.filter_map(|member| now.words(member)).into()))
}

/// A stretch of an article.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Stretch {
    /// Code points of the article's text before the words.
    #[param(maximum = 4294967295_u64)]
    start: u32,
    /// Code points of the article's text up to the end of the words; more than `start`.
    #[param(maximum = 4294967295_u64)]
    end: u32,
}

impl<S: Send + Sync> FromRequestParts<S> for Stretch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        query(parts, &["start", "end"])
    }
}

#[utoipa::path(
    get, path = "/api/v1/articles/{id}/words", tag = "words", operation_id = "words_of_article",
    summary = "The words at a place of an article, such as the `span` of any record",
    params(("id" = String, Path, description = "Id of the article"), Stretch),
    responses(
        (status = 200, body = Words, description = "The words"),
        NoEntry,
    )
)]
pub(crate) async fn of_article(
    State(live): State<Arc<Live>>,
    Id(id): Id,
    stretch: Stretch,
) -> Result<Json<Words>, Problem> {
    let now = live.now();
    let article = now.reading(&id).map(|r| &r.article).ok_or_else(|| Problem::none("article"))?;
    let span =
        Offsets::new(&article.text).span_of_code_points([stretch.start as usize, stretch.end as usize]);
    let span = span.filter(|span| !span.is_empty()).ok_or_else(|| Problem::none("place"))?;
    let member = Member { document: article.source.clone(), span };
    now.words(&member).map(Json).ok_or_else(|| Problem::none("article"))
}
