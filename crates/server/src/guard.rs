//! Who is let in, and what every answer says to the browser.

use crate::Options;
use crate::language::{Language, cookie};
use crate::pages;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// Only what this desk serves itself, and no script or style that stands in a page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// The cookie that holds the token.
const COOKIE: &str = "tenkyo-token";

/// Sets the headers that keep a page to itself.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Forms of the desk name their origin; other sites learn nothing.
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
        (header::CACHE_CONTROL, "private, no-cache"),
        (header::VARY, "Accept-Language, Cookie"),
    ];
    for (name, value) in fixed {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Lets in whoever shows the token; without a token, whoever comes under a name of this machine (so that no page of another
/// site can reach the desk by pointing its own name here).
pub(crate) async fn entry(State(options): State<Arc<Options>>, request: Request, next: Next) -> Response {
    let language = Language::of_request(None, request.headers());
    let Some(token) = &options.token else {
        return match is_local(request.headers(), request.uri()) {
            true => own(request, next, language).await,
            false => refuse(&request, StatusCode::MISDIRECTED_REQUEST, "error.host", language),
        };
    };
    if asked(request.uri()).is_some_and(|given| same(&given, token)) {
        return admit(token, request.uri());
    }
    if shown(request.headers()).is_some_and(|given| same(&given, token)) {
        return own(request, next, language).await;
    }
    refuse(&request, StatusCode::UNAUTHORIZED, "error.token", language)
}

/// Lets a request that may change something pass only when a page of this desk has sent it, so that no page of another site
/// can write with the reader's rights.
async fn own(request: Request, next: Next, language: Language) -> Response {
    let writes = !request.method().is_safe() && !request.uri().path().starts_with("/api/");
    match writes && !is_own(&request) {
        true => refuse(&request, StatusCode::FORBIDDEN, "error.origin", language),
        false => next.run(request).await,
    }
}

/// Whether a request comes from a page of this desk, by what browsers say of it and pages cannot change (`Sec-Fetch-Site`,
/// `Origin`). Programs that are no browsers say neither: they are believed where they show the token themselves, and where
/// nothing can be changed.
fn is_own(request: &Request) -> bool {
    let header = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or_default());
    if header("sec-fetch-site").is_some_and(|site| site != "same-origin") {
        return false;
    }
    match header("origin") {
        Some(origin) => origin.split_once("://").is_some_and(|(_, host)| Some(host) == header("host")),
        None => {
            let program = header("authorization").is_some() || request.uri().path() == "/mcp";
            program || header("sec-fetch-site").is_some()
        }
    }
}

/// A refusal as a page, or as a problem for who asks the API.
fn refuse(request: &Request, status: StatusCode, key: &str, language: Language) -> Response {
    let path = request.uri().path();
    if path.starts_with("/api/") || path == "/mcp" {
        return tenkyo_api::Problem::new(status, language.word(key)).into_response();
    }
    pages::refusal(status, key, language)
}

/// Whether the request names this machine by one of its loopback names.
fn is_local(headers: &HeaderMap, uri: &Uri) -> bool {
    let named = headers.get(header::HOST).and_then(|value| value.to_str().ok()).or_else(|| uri.host());
    let Some(host) = named else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    name == "localhost"
        || name.trim_matches(['[', ']']).parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

/// The token in the address.
fn asked(uri: &Uri) -> Option<String> {
    let mut pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == "token").map(|(_, value)| value.to_owned())
}

/// The token in the cookie or the authorization header.
fn shown(headers: &HeaderMap) -> Option<String> {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    bearer
        .and_then(|value| value.strip_prefix("Bearer "))
        .map(str::to_owned)
        .or_else(|| cookie(headers, COOKIE))
}

/// Keeps the token as a cookie and takes it out of the address.
fn admit(token: &str, uri: &Uri) -> Response {
    let mut response = Redirect::to(uri.path()).into_response();
    let line = format!("{COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/");
    if let Ok(value) = HeaderValue::from_str(&line) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
    response
}

/// Compares in a time that tells nothing of where the two differ.
fn same(given: &str, token: &str) -> bool {
    let differing = given.bytes().zip(token.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    given.len() == token.len() && differing == 0
}
