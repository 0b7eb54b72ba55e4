//! Articles that a reader brings.

use crate::site::{HOST, Site};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::sync::Arc;
use std::time::Duration;
use tenkyo_lexicon::Lexicon;
use tenkyo_server::{Intake, Options};

const EDGE: &str = "----tenkyo";

/// A desk that takes documents.
pub fn site() -> Site {
    let intake = Intake {
        lexicon: Arc::new(Lexicon::embedded().unwrap()),
        data_version: "test".into(),
        fetch: tenkyo_ingest::Options::default(),
    };
    Site::new(&[], Options { intake: Some(intake), ..Options::default() })
}

/// A field: name, name of the file, bytes.
pub type Part<'p> = (&'p str, Option<&'p str>, &'p [u8]);

impl Site {
    /// Brings documents; gives the status and where to look next.
    pub async fn bring(&self, parts: &[Part<'_>]) -> (StatusCode, String) {
        let mut body = Vec::new();
        for (name, file, bytes) in parts {
            let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
            let head = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
            body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
        }
        body.extend(format!("--{EDGE}--\r\n").into_bytes());
        let request = Request::post("/import")
            .header(header::HOST, HOST)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"));
        let (status, headers, _) = self.send(request.body(Body::from(body)).unwrap()).await;
        let location = headers.get(header::LOCATION).map(|value| value.to_str().unwrap().to_owned());
        (status, location.unwrap_or_default())
    }

    /// The outcome once all is read.
    pub async fn outcome(&self, address: &str) -> String {
        for _ in 0..400 {
            let (status, headers, body) = self.get(address, &[("accept-language", "en")]).await;
            assert_eq!(status, StatusCode::OK);
            if !headers.contains_key(header::REFRESH) {
                return body;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the job does not end");
    }
}

#[tokio::test]
async fn files_texts_and_addresses_have_an_outcome_each() {
    let site = site();
    let parts: [Part<'_>; 8] = [
        ("files", Some("kaiken.txt"), "報道官は21日、「協議は続いている」と述べた。".as_bytes()),
        ("files", Some("../../etc/<b>picture</b>.png"), b"\x89PNG\r\n\x1a\n\0\0"),
        ("files", Some(""), b""),
        ("text", None, "外相は22日、「支援を続ける」と語った。".as_bytes()),
        ("outlet", None, "暁新聞".as_bytes()),
        ("published", None, b"2024-10-22"),
        ("urls", None, b"http://127.0.0.1:1/a.html\nftp://example.org/b\n"),
        ("lang", None, b""),
    ];
    let (status, address) = site.bring(&parts).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let body = site.outcome(&address).await;
    assert!(body.contains("kaiken.txt") && body.contains("pasted-"), "{body}");
    assert!(body.contains("it is no text but an image") && !body.contains("<b>picture"), "{body}");
    assert!(body.contains("no public address") && body.contains("http:// or https://"), "{body}");
    let now = site.live.now();
    let pasted = now.ledger.documents.iter().find(|d| d.source.starts_with("pasted-")).unwrap();
    assert_eq!((pasted.outlet.as_deref(), pasted.published.as_deref()), (Some("暁新聞"), Some("2024-10-22")));
    assert!(site.page(&format!("/read/{}", pasted.id)).await.contains("支援を続ける"));
    assert!(!now.ledger.documents.iter().any(|d| d.source.contains("..")));
    let (_, again) = site.bring(&parts[..1]).await;
    assert!(site.outcome(&again).await.contains("already there"));
}

#[tokio::test]
async fn too_much_and_nothing_are_refused() {
    let site = site();
    assert_eq!(site.bring(&[("text", None, b" ")]).await.0, StatusCode::BAD_REQUEST);
    let large = vec![b'a'; 65 * 1024 * 1024];
    assert_eq!(site.bring(&[("files", Some("a.txt"), &large)]).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    let many = "http://example.org/\n".repeat(201);
    assert_eq!(site.bring(&[("urls", None, many.as_bytes())]).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(site.get("/import/99", &[]).await.0, StatusCode::NOT_FOUND);
    let closed = Site::new(&[], Options::default());
    assert_eq!(closed.bring(&[("text", None, "会談".as_bytes())]).await.0, StatusCode::FORBIDDEN);
}
