//! Who is let in, and what every answer says to the browser.

use crate::Options;
use crate::language::{Language, cookie};
use crate::pages;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// Only what this desk serves itself; no script at all.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// The cookie that holds the token.
const COOKIE: &str = "tenkyo-token";

/// Sets the headers that keep a page to itself.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
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
            true => next.run(request).await,
            false => pages::refusal(StatusCode::MISDIRECTED_REQUEST, "error.host", language),
        };
    };
    if asked(request.uri()).is_some_and(|given| same(&given, token)) {
        return admit(token, request.uri());
    }
    if shown(request.headers()).is_some_and(|given| same(&given, token)) {
        return next.run(request).await;
    }
    pages::refusal(StatusCode::UNAUTHORIZED, "error.token", language)
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
