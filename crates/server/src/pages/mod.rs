//! The pages, one module each: from the desk to a template.

pub(crate) mod actors;
pub(crate) mod agreements;
pub(crate) mod api;
pub(crate) mod claims;
pub(crate) mod corrections;
pub(crate) mod disputes;
pub(crate) mod documents;
pub(crate) mod forecasts;
pub(crate) mod import;
pub(crate) mod map;
pub(crate) mod matrix;
pub(crate) mod reader;
pub(crate) mod relations;
pub(crate) mod search;
pub(crate) mod series;
pub(crate) mod sources;
pub(crate) mod statements;
pub(crate) mod story;
pub(crate) mod timeline;
pub(crate) mod transfers;
pub(crate) mod words;

mod frame;
mod pager;
mod rows;

pub(crate) use frame::{Frame, Page, Render, addresses};
pub(crate) use pager::{BLOCKS, CITING, Pager, ROWS};

use crate::language::Language;
use askama::Template;
use axum::http::{StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    message: &'static str,
}

/// A page that says why there is none.
pub(crate) fn refusal(status: StatusCode, key: &str, language: Language) -> Response {
    let frame = Frame::new(language, "", "", "error");
    failure(status, frame, key)
}

fn failure(status: StatusCode, frame: Frame, key: &str) -> Response {
    let message = frame.language.word(key);
    let page = ErrorPage { frame, message };
    (status, Html(page.render().unwrap_or_default())).into_response()
}

/// The answer to addresses that lead nowhere.
pub(crate) async fn missing(page: Page, uri: Uri) -> Response {
    if uri.path().starts_with("/api/") {
        return tenkyo_api::missing(uri).await.into_response();
    }
    failure(StatusCode::NOT_FOUND, page.frame("error"), "error.missing")
}
