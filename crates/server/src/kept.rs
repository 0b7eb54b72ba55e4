//! Pages that were made before. A page follows from the state of the workspace, its address and the language of the reader, so
//! that it is made once for all who ask for it, however many ask at once, and not at all for who has it already.

use crate::desk::Site;
use crate::language::Language;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

/// Most bytes of pages that are kept, and how many pages these are about.
const BYTES: u64 = 64 << 20;
const PAGES: usize = 2000;

/// Pages by the state of the workspace, the language and the address.
pub(crate) struct Kept(Cache<String, Answer, Bytewise>);

impl Default for Kept {
    fn default() -> Self {
        Self(Cache::with_weighter(PAGES, BYTES, Bytewise))
    }
}

#[derive(Clone)]
struct Answer {
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Clone)]
struct Bytewise;

impl Weighter<String, Answer> for Bytewise {
    fn weight(&self, key: &String, answer: &Answer) -> u64 {
        (key.len() + answer.body.len()) as u64
    }
}

/// Answers with the page that was made before, else makes and keeps it.
pub(crate) async fn pages(State(site): State<Site>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET || !follows_from_state(request.uri().path()) {
        return next.run(request).await;
    }
    let language = Language::of_request(asked(&request), request.headers());
    // Taken first: a page of a later state under an earlier tag is only fetched once more.
    let state = format!("{}-{}", site.live.now().fingerprint, language.code());
    let tag = format!("\"{state}\"");
    let held = tenkyo_api::holds(request.headers(), &tag);
    let key = format!("{state} {}", request.uri());
    match site.kept.0.get_or_insert_async(&key, make(request, next)).await {
        Ok(_) if held => tagged(StatusCode::NOT_MODIFIED.into_response(), &tag),
        Ok(Answer { headers, body }) => tagged((headers, body).into_response(), &tag),
        Err(refused) => *refused,
    }
}

/// What somebody does to the workspace is not a page of its state, and files of the program have tags of their own. Answers of the
/// API are kept as pages are.
fn follows_from_state(path: &str) -> bool {
    !["/import", "/correct", "/assets"].iter().any(|other| path.starts_with(other))
}

fn asked(request: &Request) -> Option<&str> {
    request.uri().query()?.split('&').find_map(|pair| pair.strip_prefix("lang="))
}

async fn make(mut request: Request, next: Next) -> Result<Answer, Box<Response>> {
    // Whether the reader has it already is no matter of the page.
    request.headers_mut().remove(header::IF_NONE_MATCH);
    let response = next.run(request).await;
    if response.status() != StatusCode::OK {
        return Err(Box::new(response));
    }
    let (parts, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(body) => Ok(Answer { headers: parts.headers, body }),
        Err(_) => Err(Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response())),
    }
}

fn tagged(mut response: Response, tag: &str) -> Response {
    if let Ok(tag) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
