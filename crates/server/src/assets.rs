//! The files that pages are drawn with: style, icon, map, scripts, and what was written by others (`static/README.md`).
//!
//! Their addresses change with their contents, so that a browser keeps them for good and never mixes two releases.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "static"]
struct Files;

/// A number that changes with any of the files.
static RELEASE: LazyLock<String> = LazyLock::new(|| {
    // FNV-1a over their digests: it only has to differ.
    let digests = Files::iter().filter_map(|name| Some(Files::get(&name)?.metadata.sha256_hash()));
    let mix = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", digests.flatten().fold(0xcbf2_9ce4_8422_2325, mix))
});

/// Where a file of `static/` is to be had.
pub(crate) fn address(name: &str) -> String {
    format!("/assets/{}/{name}", *RELEASE)
}

/// Gives a file; one of another release is given too, but not to be kept.
pub(crate) async fn show(Path((release, name)): Path<(String, String)>) -> Response {
    let Some((kind, file)) = kind(&name).zip(Files::get(&name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = if release == *RELEASE { "private, max-age=31536000, immutable" } else { "no-cache" };
    let EmbeddedFile { data, .. } = file;
    // The same for every reader, whatever the language.
    let headers =
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep), (header::VARY, "Accept-Encoding")];
    (headers, data).into_response()
}

fn kind(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "LICENSE" => Some("text/plain; charset=utf-8"),
        _ => None,
    }
}
