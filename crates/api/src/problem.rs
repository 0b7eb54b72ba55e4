//! Errors as RFC 9457 has them.

use axum::http::{Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// Why a request has no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// What kind of problem: always `about:blank`, so that the status says it.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: String,
    /// The status code.
    status: u16,
    /// What is wrong with this request and what to do.
    detail: String,
}

impl Problem {
    /// A problem with this status.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error").to_owned();
        Self { kind: "about:blank", title, status: status.as_u16(), detail: detail.into() }
    }

    /// The request is not understood.
    pub(crate) fn bad(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail)
    }

    /// The list has no such piece.
    pub(crate) fn piece(bad: tenkyo_query::BadCursor) -> Self {
        Self::new(StatusCode::NOT_FOUND, bad.to_string())
    }

    /// There is nothing with this name.
    pub(crate) fn none(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("there is no {what} with this id; take ids from the lists"))
    }

    /// Our fault; the cause goes to the log.
    pub(crate) fn internal(cause: impl std::fmt::Display) -> Self {
        tracing::error!(%cause, "a request of the API failed");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the workspace could not be read; the server's log says why",
        )
    }
}

impl Problem {
    /// Its status.
    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::to_string(&self).unwrap_or_default();
        (self.status(), [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}

/// The answer to addresses below `/api/` that lead nowhere.
pub async fn missing(uri: Uri) -> Problem {
    let detail = format!("nothing is at {}; /api/openapi.json lists what there is", uri.path());
    Problem::new(StatusCode::NOT_FOUND, detail)
}

/// The answer to methods that an address does not know.
pub(crate) async fn method(method: Method) -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        format!("{method} is not known here; the API only reads: GET"),
    )
}
