//! The pages of the navigation are made before anybody asks for them: when the desk begins, and whenever the workspace has changed.
//!
//! In a thread of its own and one after the other, so that whoever asks meanwhile has at least one processor to himself. What is
//! made is kept as if it had been asked for ([`crate::kept`]).

use crate::language::Language;
use crate::pages::addresses;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tenkyo_query::Live;
use tower::ServiceExt;

/// How often the workspace is looked at.
const EVERY: Duration = Duration::from_millis(250);

/// Makes the pages for as long as somebody holds the workspace; without a thread they are made when they are asked for.
pub(crate) fn follow(pages: Router, live: &Arc<Live>) {
    let live = Arc::downgrade(live);
    let thread = std::thread::Builder::new().name("warm".into());
    if let Err(error) = thread.spawn(move || look(&pages, &live)) {
        tracing::warn!(%error, "no page is made beforehand");
    }
}

fn look(pages: &Router, live: &Weak<Live>) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    let mut made = String::new();
    while let Some(now) = live.upgrade().map(|live| live.now()) {
        if now.fingerprint != made {
            made.clone_from(&now.fingerprint);
            drop(now);
            runtime.block_on(all(pages));
        }
        std::thread::sleep(EVERY);
    }
}

async fn all(pages: &Router) {
    // The matrix is reached from the claims.
    let addresses = addresses().chain(["/claims/matrix"]);
    for (address, language) in addresses.flat_map(|a| Language::ALL.map(|language| (a, language))) {
        let request = Request::get(address).header(header::COOKIE, format!("lang={}", language.code()));
        let Ok(request) = request.body(Body::empty()) else { continue };
        // A page that cannot be made says so to whoever asks for it.
        let _ = pages.clone().oneshot(request).await;
    }
}
