//! `ETag`: one for the whole state of the workspace, as every answer follows from that and the address.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use tenkyo_query::Live;

/// Tags answers, and gives none to who has it already.
pub(crate) async fn tag(State(live): State<Arc<Live>>, request: Request, next: Next) -> Response {
    // Taken first: an answer of a later state under an earlier tag is only fetched once more.
    let tag = format!("\"{}\"", live.now().fingerprint);
    let held = holds(request.headers(), &tag);
    let response = next.run(request).await;
    let Some(value) = HeaderValue::from_str(&tag).ok().filter(|_| response.status() == StatusCode::OK) else {
        return response;
    };
    let mut response = if held { StatusCode::NOT_MODIFIED.into_response() } else { response };
    response.headers_mut().insert(header::ETAG, value);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

/// Whether `If-None-Match` names the tag (by weak comparison, as RFC 9110 has it).
pub fn holds(headers: &HeaderMap, tag: &str) -> bool {
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = lines.flat_map(|line| line.split(',')).map(str::trim);
    tags.any(|held| held == "*" || held.trim_start_matches("W/") == tag)
}
