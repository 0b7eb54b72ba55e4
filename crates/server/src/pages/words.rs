//! All words that an entry stands on, whatever list it is in.

use super::{CITING, Frame, Page, Pager, Render, failure};
use crate::desk::{Cited, Desk};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "words.html")]
struct AllWords {
    frame: Frame,
    id: String,
    pager: Pager,
    words: Cited,
}

/// Which entry, and which page of its words.
#[derive(Deserialize)]
pub(crate) struct Which {
    id: String,
    #[serde(default)]
    page: usize,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, Query(which): Query<Which>) -> Response {
    let frame = page.frame("words");
    let Some(members) = desk.members_of(&which.id) else {
        return failure(StatusCode::NOT_FOUND, frame, "error.missing");
    };
    let pager = Pager::plain("/words", "id", &which.id, which.page, members.len(), CITING);
    let json = format!("/api/v1/words/{}", crate::ask::encoded(&which.id));
    let words = desk.all_words(pager.of(&members).iter().copied(), page.language);
    let words = Cited { words, ..Cited::default() };
    AllWords { frame, id: which.id, words, pager: pager.at(json) }.page(page.language)
}
