//! Hostile articles, addresses and requests against everything that the desk answers.

use crate::import::{self, Part};
use crate::site::{HOST, Site, has_foreign_script};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tenkyo_server::Options;

/// Markup, a control sequence of a terminal, characters that turn the direction of writing, and a formula.
const HOSTILE: &str = "<script>alert('見出し')</script>\n\n大統領は「<img src=x onerror=alert(1)>\u{202e}供与していない\u{202c}」と述べた。\n\n報道官は\u{1b}[31m「\"><b>交渉は続く</b>」と語った。\n\n=cmd|' /C calc'!A0社の外相は22日、ロシアに砲弾10万発を供与したと発表した。\u{2066}";

/// What may stand in no page.
const BARE: [char; 5] = ['\u{1b}', '\u{202c}', '\u{202e}', '\u{2066}', '\0'];

fn hostile() -> Site {
    Site::new(&[("<b>hostile.txt", HOSTILE)], Options::default())
}

/// Every address of the API's description that needs no id, and those of the first entry of each list.
async fn addresses(site: &Site) -> Vec<String> {
    let description: Value = serde_json::from_str(&site.page("/api/openapi.json").await).unwrap();
    let paths = description["paths"].as_object().unwrap();
    let mut all = vec!["/api/v1/search?q=%E4%BE%9B%E4%B8%8E".to_owned()];
    for path in paths.keys() {
        let list = path.replace("/{id}", "");
        if paths.contains_key(&list) && *path != "/api/v1" {
            let found: Value = serde_json::from_str(&site.page(&format!("{list}?limit=500")).await).unwrap();
            let ids = found["entries"].as_array().unwrap().iter().filter_map(|entry| entry["id"].as_str());
            all.push(list.clone());
            all.extend(
                ids.take(2).flat_map(|id| [path.replace("{id}", id), format!("/api/v1/explain/{id}")]),
            );
        }
    }
    all.retain(|address| !address.ends_with("/explain/") && !address.contains("{id}"));
    all
}

#[tokio::test]
async fn a_hostile_article_is_text_on_every_page() {
    let site = hostile();
    let front = site.page("/").await;
    let links =
        front.split("href=\"/").skip(1).map(|rest| format!("/{}", rest.split(['"', '#']).next().unwrap()));
    let mut pages: BTreeSet<String> = links.filter(|link| !link.starts_with("/assets")).collect();
    let document =
        site.live.now().ledger.documents.iter().find(|d| d.source.contains("hostile")).unwrap().id.clone();
    pages.extend([
        format!("/read/{document}"),
        "/search?q=%E4%BE%9B%E4%B8%8E".into(),
        "/claims/matrix".into(),
    ]);
    let now = site.live.now();
    pages.extend(now.ledger.actors.iter().map(|a| format!("/actors/{}", crate::pages::encoded(&a.id))));
    assert!(pages.len() > 20, "{pages:?}");
    for address in &pages {
        let body = site.page(&address.replace("&#38;", "&").replace("&amp;", "&")).await;
        assert!(
            !has_foreign_script(&body) && !body.contains("<img") && !body.contains("<b>交渉"),
            "{address}"
        );
        assert!(!body.contains("<b>hostile") && !body.contains(BARE), "{address}");
    }
}

#[tokio::test]
async fn a_hostile_article_is_a_string_in_every_answer() {
    let site = hostile();
    let mut holding = 0;
    for address in addresses(&site).await {
        let (status, headers, body) = site.get(&address, &[]).await;
        if address.contains("/explain/") && status == StatusCode::NOT_FOUND {
            continue;
        }
        assert_eq!(status, StatusCode::OK, "{address}");
        assert_eq!(headers[header::CONTENT_TYPE], "application/json", "{address}");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{address}");
        let answer: Value = serde_json::from_str(&body).unwrap();
        assert!(!body.contains(['\u{1b}', '\0']), "{address}: control characters are escaped");
        holding += usize::from(answer.to_string().contains("onerror"));
    }
    assert!(holding > 2, "the words come whole to whoever asks for data");
    let call = json!({ "jsonrpc": "2.0", "id": 1, "method": "tools/call",
        "params": { "name": "search", "arguments": { "q": ["供与"] } } });
    let request = Request::post("/mcp")
        .header(header::HOST, HOST)
        .header(header::ACCEPT, "application/json, text/event-stream")
        .header(header::CONTENT_TYPE, "application/json");
    let (status, headers, body) = site.send(request.body(Body::from(call.to_string())).unwrap()).await;
    assert_eq!(
        (status, &headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"application/json".parse().unwrap())
    );
    assert!(!body.contains('\u{1b}') && body.contains("供与"), "{body}");
}

#[tokio::test]
async fn no_address_of_this_machine_or_its_network_is_fetched() {
    let site = import::site();
    let before = site.live.now().ledger.documents.len();
    let urls = [
        "http://127.0.0.1:1/a.html",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:25/",
    ];
    let list = urls.join("\n");
    let (status, address) = site.bring(&[("urls", None, list.as_bytes()) as Part<'_>]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let outcome = site.outcome(&address).await;
    assert_eq!(
        outcome.matches("no public address").count() + outcome.matches("http:// or https://").count(),
        urls.len(),
        "{outcome}"
    );
    assert!(!outcome.contains("root:") && !outcome.contains("/read/"), "{outcome}");
    assert_eq!(site.live.now().ledger.documents.len(), before);
}

#[tokio::test]
async fn without_the_token_nothing_is_answered() {
    let site = Site::new(&[], Options { token: Some("geheim".into()), ..Options::default() });
    for address in ["/", "/statements", "/api", "/import", "/corrections", "/assets/x/style.css", "/nowhere"]
    {
        assert_eq!(site.get(address, &[]).await.0, StatusCode::UNAUTHORIZED, "{address}");
    }
    for address in ["/api/v1", "/api/v1/statements", "/api/openapi.json", "/mcp"] {
        for method in [Method::GET, Method::POST] {
            let request = Request::builder().method(method).uri(address).header(header::HOST, "desk.example");
            let (status, headers, body) = site.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{address}");
            assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json", "{address}");
            assert!(!body.contains("geheim"));
        }
    }
    for wrong in ["Bearer", "Bearer ", "Bearer geheim2", "Bearer gehei", "Basic geheim", "geheim"] {
        let status = site.get("/api/v1", &[("authorization", wrong)]).await.0;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{wrong}");
    }
    assert_eq!(site.get("/api/v1", &[("authorization", "Bearer geheim")]).await.0, StatusCode::OK);
    let cookie = [("cookie", "tenkyo-token=geheim"), ("sec-fetch-site", "cross-site")];
    let mut forged = Request::post("/corrections").header(header::HOST, HOST);
    for (name, value) in cookie {
        forged = forged.header(name, value);
    }
    let (status, ..) = site.send(forged.body(Body::from("kind=withdraw&number=1")).unwrap()).await;
    assert_eq!(status, StatusCode::FORBIDDEN, "a cookie that another site's page sends along writes nothing");
}

#[tokio::test]
async fn no_path_leads_out_of_the_desk() {
    let site = Site::new(&[], Options::default());
    let front = site.page("/").await;
    let release = front.split("/assets/").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
    let up = [
        "../../Cargo.toml",
        "..%2f..%2fCargo.toml",
        "%2e%2e/%2e%2e/Cargo.toml",
        "....//Cargo.toml",
        "/etc/passwd",
        "%00",
    ];
    for up in up {
        for root in [
            format!("/assets/{release}/"),
            "/read/".into(),
            "/actors/".into(),
            "/import/".into(),
            "/api/v1/articles/".into(),
            "/api/v1/words/".into(),
        ] {
            let (status, _, body) = site.get(&format!("{root}{up}"), &[]).await;
            assert!(status.is_client_error(), "{root}{up}: {status}");
            assert!(!body.contains("[package]") && !body.contains("root:"), "{root}{up}");
        }
    }
}

#[tokio::test]
async fn bodies_that_are_too_long_are_refused() {
    let site = Site::new(&[], Options::default());
    for (address, kind, bytes) in [
        ("/mcp", "application/json", 2 << 20),
        ("/corrections", "application/x-www-form-urlencoded", 65 << 20),
    ] {
        let request = Request::post(address)
            .header(header::HOST, HOST)
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT, "application/json, text/event-stream")
            .header(header::CONTENT_TYPE, kind);
        let (status, ..) = site.send(request.body(Body::from(vec![b'a'; bytes])).unwrap()).await;
        assert!(status.is_client_error(), "{address}: {status}");
    }
    assert!(site.live.now().log.is_empty());
}
