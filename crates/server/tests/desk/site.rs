//! The desk as a client sees it.

use crate::common;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use std::sync::Arc;
use tenkyo_query::Live;
use tenkyo_server::{Options, router};
use tower::ServiceExt;

/// The host that requests name.
pub const HOST: &str = "localhost:7878";

/// Whether a page has a script that is none of the desk's own files.
pub fn has_foreign_script(body: &str) -> bool {
    let own = [" defer src=\"/assets/", " type=\"module\" src=\"/assets/"];
    body.split("<script").skip(1).any(|tag| !own.iter().any(|start| tag.starts_with(start)))
}

pub struct Site {
    pub router: Router,
    pub live: Arc<Live>,
    _folder: tempfile::TempDir,
}

impl Site {
    /// Over the example articles and `more` texts (name and text each).
    pub fn new(more: &[(&str, &str)], options: Options) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let live = common::desk(folder.path(), more);
        Self::over(live, folder, options)
    }

    /// Over a workspace in a folder.
    pub fn over(live: Arc<Live>, folder: tempfile::TempDir, options: Options) -> Self {
        Self { router: router(live.clone(), options), live, _folder: folder }
    }

    pub async fn send(&self, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        (parts.status, parts.headers, String::from_utf8(bytes.to_vec()).unwrap())
    }

    pub async fn get(&self, address: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
        let mut request = Request::get(address).header(header::HOST, HOST);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn page(&self, address: &str) -> String {
        let (status, _, body) = self.get(address, &[]).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        body
    }
}
