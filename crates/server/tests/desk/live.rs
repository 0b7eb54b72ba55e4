//! The desk sees what others write to the workspace.

use crate::common;
use crate::site::Site;
use axum::http::header;
use std::time::Duration;
use tenkyo_server::Options;
use tenkyo_store::Store;

const NEWS: &str = "報道官は20日、「新しい協定には署名していない」と述べた。";

#[tokio::test]
async fn a_document_that_another_process_adds_appears() {
    let site = Site::new(&[], Options::default());
    let before = site.get("/api/v1", &[]).await.1[header::ETAG].clone();
    assert!(!site.page("/documents").await.contains("news.txt"));
    let held = site.live.now();

    let mut other = Store::open(site.live.folder()).unwrap();
    other.add(&[common::read("news.txt", NEWS)], "test").unwrap();
    site.live.follow();
    for _ in 0..200 {
        if site.page("/documents").await.contains("news.txt") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(site.page("/documents").await.contains("news.txt"));
    assert_ne!(site.get("/api/v1", &[]).await.1[header::ETAG], before);
    assert_eq!(
        held.ledger.documents.len() + 1,
        site.live.now().ledger.documents.len(),
        "a state never changes"
    );
    assert!(!site.live.refresh().unwrap(), "nothing more to read");
}
