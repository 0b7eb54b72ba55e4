//! Every page over a real workspace, through the router.

use crate::site::{Site, has_foreign_script};
use crate::{common, quotations};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use tenkyo_server::Options;
use tower::ServiceExt;

const HOSTILE: &str = "<script>alert('見出し')</script>\n\n大統領は「<img src=x onerror=alert(1)>\u{202e}供与していない\u{202c}」と述べた。\n\n報道官は\u{1b}[31m「\"><b>交渉は続く</b>」と語った。";

/// Every address that the page links to on this site, without its place in the page.
pub fn links(body: &str) -> Vec<String> {
    let parts = body.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let local = parts.filter(|link| link.starts_with('/'));
    let plain = local.map(|link| link.replace("&amp;", "&").replace("&#38;", "&"));
    plain.map(|link| link.split('#').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_page_and_everything_it_links_to_answers() {
    let site = Site::new(&[], Options::default());
    let mut seen = std::collections::BTreeSet::new();
    let mut open: Vec<String> = vec!["/".into(), "/search?q=%E7%A0%B2%E5%BC%BE".into()];
    while let Some(address) = open.pop() {
        if !seen.insert(address.clone()) || seen.len() > 250 {
            continue;
        }
        let body = site.page(&address).await;
        open.extend(links(&body));
    }
    for address in [
        "/statements",
        "/actors",
        "/transfers",
        "/claims",
        "/disputes",
        "/series",
        "/forecasts",
        "/documents",
    ] {
        assert!(seen.contains(address), "{address} is linked to");
    }
    assert!(seen.iter().any(|address| address.starts_with("/read/")));
    assert!(seen.iter().any(|address| address.starts_with("/actors/")));
}

#[tokio::test]
async fn every_row_opens_at_a_place_that_exists() {
    let site = Site::new(&[], Options::default());
    for address in ["/", "/statements", "/transfers", "/claims", "/disputes", "/series", "/forecasts"] {
        let body = site.page(address).await;
        let targets = body.split("href=\"/read/").skip(1).map(|rest| rest.split('"').next().unwrap());
        for target in targets {
            let (document, place) = target.split_once('#').expect("an entry opens at a place");
            let reader = site.page(&format!("/read/{document}")).await;
            assert!(reader.contains(&format!("id=\"{place}\"")), "{address} → {target}");
        }
    }
}

#[tokio::test]
async fn statements_are_filtered() {
    let folder = tempfile::tempdir().unwrap();
    let text = "会見\n報道官は「会談は有益だった」と述べた。\n報道官は「砲弾は渡していない」と否定した。";
    let desk = quotations::desk_of_quotations(folder.path(), text);
    let site = Site::over(desk, folder, Options::default());
    let both = site.page("/statements").await;
    assert!(both.contains("会談は有益だった") && both.contains("砲弾は渡していない"));
    for (query, useful, denied) in [
        ("polarity=-", false, true),
        ("polarity=%2B", true, false),
        ("q=%E7%A0%B2%E5%BC%BE", false, true),
        ("certainty=possible", false, false),
        ("from=2024-06&to=2024-06", true, true),
        ("to=2023", false, false),
        ("actor=none", false, false),
    ] {
        let body = site.page(&format!("/statements?{query}")).await;
        assert_eq!(
            (body.contains("会談は有益だった"), body.contains("砲弾は渡していない")),
            (useful, denied),
            "{query}"
        );
    }
}

#[tokio::test]
async fn both_languages() {
    let site = Site::new(&[], Options::default());
    let (_, headers, english) = site.get("/", &[("accept-language", "en-US,en;q=0.9")]).await;
    assert!(english.contains("<html lang=\"en\">") && english.contains("Statements"));
    assert_eq!(headers[header::CONTENT_LANGUAGE], "en");
    assert!(site.page("/?lang=ja").await.contains("<html lang=\"ja\">"));
    let (_, _, kept) = site.get("/", &[("cookie", "lang=en")]).await;
    assert!(kept.contains("lang=\"en\""));
}

#[tokio::test]
async fn hostile_articles_do_nothing() {
    let site = Site::new(&[("hostile.txt", HOSTILE)], Options::default());
    let documents = site.page("/documents").await;
    let reader = links(&documents).into_iter().filter(|link| link.starts_with("/read/"));
    let mut shown = false;
    for address in reader.chain([
        "/".into(),
        "/statements".into(),
        "/actors".into(),
        "/search?q=%E4%BE%9B%E4%B8%8E".into(),
    ]) {
        let body = site.page(&address).await;
        shown |= body.contains("[U+202E]");
        assert!(
            !has_foreign_script(&body) && !body.contains("<img") && !body.contains("<b>交渉"),
            "{address}"
        );
        assert!(!body.contains('\u{202e}') && !body.contains('\u{1b}'), "{address}");
    }
    assert!(shown, "the direction character is shown as a mark");
}

#[tokio::test]
async fn hostile_requests_do_nothing() {
    let site = Site::new(&[], Options::default());
    let script = "%3Cscript%3Ealert(1)%3C/script%3E";
    for address in [
        format!("/search?q={script}"),
        format!("/statements?q={script}&actor={script}&outlet={script}"),
        format!("/?lang={script}&x={script}"),
    ] {
        assert!(!has_foreign_script(&site.page(&address).await), "{address}");
    }
    for address in ["/read/none", "/actors/none", "/nowhere", "/read/..%2f..%2fetc%2fpasswd"] {
        assert_eq!(site.get(address, &[]).await.0, StatusCode::NOT_FOUND, "{address}");
    }
    let document =
        links(&site.page("/documents").await).into_iter().find(|l| l.starts_with("/read/")).unwrap();
    for at in ["0-99999999", "1-2", "5-1", "x", "4294967295-4294967295"] {
        site.page(&format!("{document}?at={at}")).await;
    }
    assert_eq!(site.get("/statements?page=99999999999", &[]).await.0, StatusCode::OK);
    for bad in ["page=x", "from=2024-13", &format!("from={script}"), &format!("certainty={script}")] {
        let (status, _, body) = site.get(&format!("/statements?{bad}"), &[]).await;
        assert!(status == StatusCode::BAD_REQUEST && !has_foreign_script(&body), "{bad}");
    }
}

#[tokio::test]
async fn every_answer_keeps_to_itself() {
    let site = Site::new(&[], Options::default());
    let style = links(&site.page("/").await).into_iter().find(|link| link.ends_with("/style.css")).unwrap();
    for address in ["/", &style, "/nowhere"] {
        let (_, headers, body) = site.get(address, &[]).await;
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{address}");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(headers[header::REFERRER_POLICY], "same-origin");
        assert!(
            !body.contains("src=\"http") && !body.contains("url(http") && !body.contains("style=\""),
            "{address}"
        );
    }
}

#[tokio::test]
async fn other_hosts_and_wrong_tokens_stay_outside() {
    let open = Site::new(&[], Options::default());
    let request = Request::get("/").header(header::HOST, "evil.example").body(Body::empty()).unwrap();
    let answer = open.router.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::MISDIRECTED_REQUEST);

    let site = Site::new(&[], Options { token: Some("geheim".into()), ..Options::default() });
    assert_eq!(site.get("/", &[]).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(site.get("/?token=falsch", &[]).await.0, StatusCode::UNAUTHORIZED);
    let (status, headers, _) = site.get("/statements?token=geheim", &[]).await;
    assert_eq!(
        (status, &headers[header::LOCATION]),
        (StatusCode::SEE_OTHER, &"/statements".parse().unwrap())
    );
    let cookie = headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
    assert_eq!(site.get("/", &[("cookie", &cookie)]).await.0, StatusCode::OK);
    assert_eq!(site.get("/", &[("authorization", "Bearer geheim")]).await.0, StatusCode::OK);
}

#[tokio::test]
async fn an_address_beyond_this_machine_needs_a_token() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::desk(folder.path(), &[]);
    let listener = tokio::net::TcpListener::bind("0.0.0.0:0").await.unwrap();
    let error = tenkyo_server::serve(desk, Options::default(), listener).await.unwrap_err();
    assert!(error.to_string().contains("set a token"), "{error}");
}

/// A value for a query.
pub fn encoded(value: &str) -> String {
    value.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn files_are_kept_for_good_and_only_under_their_own_address() {
    let site = Site::new(&[], Options::default());
    let page = site.page("/series").await;
    let scripts: Vec<_> = page.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(scripts.iter().any(|s| s.ends_with("/d3-7.9.0.min.js")) && scripts.len() == 2, "{scripts:?}");
    for address in &scripts {
        let (status, headers, _) = site.get(address, &[]).await;
        assert_eq!(status, StatusCode::OK);
        assert!(headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"), "{address}");
        assert_eq!(headers[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
    }
    let (_, headers, _) = site.get("/assets/0/style.css", &[]).await;
    assert_eq!(headers[header::CACHE_CONTROL], "no-cache", "an address of another release is not kept");
    for address in
        ["/assets/0/none.js", "/assets/0/../Cargo.toml", "/assets/0/..%2fCargo.toml", "/assets/0/SHA256SUMS"]
    {
        assert_eq!(site.get(address, &[]).await.0, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn an_empty_workspace_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    tenkyo_store::Store::create(&folder.path().join("workspace")).unwrap();
    let live = tenkyo_query::Live::open(&folder.path().join("workspace")).unwrap();
    let site = Site::over(live, folder, Options::default());
    let front = site.page("/").await;
    assert!(front.contains("href=\"/import\"") && front.contains("tenkyo add"), "{front}");
    for page in
        ["/timeline", "/statements", "/claims", "/series", "/relations", "/agreements", "/map", "/sources"]
    {
        let body = site.page(page).await;
        assert!(body.contains("class=\"none\"") && body.contains("href=\"/import\">"), "{page}");
    }
}

#[tokio::test]
async fn agreements_have_parties_dates_and_words() {
    let site = Site::new(&[], Options::default());
    let page = site.page("/agreements?lang=en").await;
    let treaty = page.split("class=\"agreement\"").nth(1).unwrap();
    assert!(treaty.contains("包括的戦略パートナーシップ条約") && treaty.contains("in force"), "{treaty}");
    assert!(treaty.contains("/actors/north-korea") || treaty.contains("北朝鮮"), "{treaty}");
    assert!(treaty.contains("19 June 2024") && treaty.contains("href=\"/read/"), "{treaty}");
}

#[tokio::test]
async fn agreements_are_those_of_the_ledger() {
    let told = |day: u32| {
        format!("条約\n{day}日、ロシアと北朝鮮の包括的戦略パートナーシップ条約について報道官が述べた。")
    };
    let site = Site::new(&[("one.txt", &told(3)), ("two.txt", &told(4))], Options::default());
    let now = site.live.now();
    let page = site.page("/agreements").await;
    assert_eq!(page.matches("class=\"agreement\"").count(), now.ledger.agreements.len());
    for agreement in &now.ledger.agreements {
        let section = page.split(&format!("class=\"agreement\" id=\"{}\"", agreement.id)).nth(1).unwrap();
        let section = section.split("</section>").next().unwrap();
        assert!(section.contains(&agreement.name) && section.contains("href=\"/read/"), "{section}");
        for party in &agreement.parties {
            assert!(section.contains(&now.actor(party).unwrap().name), "{party}: {section}");
        }
    }
    let one = site.page("/agreements?actor=nobody-of-this-name").await;
    assert!(!one.contains("class=\"agreement\""));
}

/// The facets of a page of search: address and number of each value, and whether it is chosen.
fn facets(body: &str) -> Vec<(String, usize, bool)> {
    let list = body.split("class=\"facts facets\"").nth(1).unwrap().split("</dl>").next().unwrap();
    let value = |item: &str| {
        let (link, count) = item.split_once("</a> ").unwrap();
        let count = count.split('<').next().unwrap().parse().unwrap();
        (links(link).remove(0), count, link.contains("aria-current"))
    };
    list.split("<li>").skip(1).map(value).collect()
}

/// How many entries a page says that there are.
pub fn counted(body: &str) -> usize {
    let line = body.split("class=\"count-line\" role=\"status\"><b>").nth(1).unwrap();
    line.split('<').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn facets_narrow_a_search_and_give_way_again() {
    let site = Site::new(&[], Options::default());
    let all = site.page("/search?q=%E3%83%AD%E3%82%B7%E3%82%A2&lang=en").await;
    for title in ["Kind", "Outlet", "Year", "Speaker"] {
        assert!(all.contains(&format!("<dt>{title}</dt>")), "{title}");
    }
    let mut narrower = 0;
    for (address, count, chosen) in facets(&all) {
        assert!(!chosen);
        let narrowed = site.page(&address).await;
        assert_eq!(counted(&narrowed), count, "{address}");
        narrower += usize::from(count < counted(&all));
        let (wider, ..) = facets(&narrowed).into_iter().find(|(_, _, chosen)| *chosen).unwrap();
        assert!(counted(&site.page(&wider).await) >= count, "{wider}");
    }
    assert!(narrower > 3);
    assert!(site.page("/search?q=%E3%83%AD%E3%82%B7%E3%82%A2&lang=ja").await.contains("<dt>話し手</dt>"));
}

#[tokio::test]
async fn a_search_that_finds_nothing_can_be_widened() {
    let site = Site::new(&[], Options::default());
    let none =
        site.page("/search?q=%E3%83%AD%E3%82%B7%E3%82%A2&outlet=nobody&from=1999&to=1999&lang=en").await;
    assert_eq!(counted(&none), 0);
    let chosen: Vec<_> = facets(&none).into_iter().filter(|(_, _, chosen)| *chosen).collect();
    assert_eq!(chosen.len(), 2, "{chosen:?}");
    for (wider, count, _) in &chosen {
        assert_eq!(*count, 0);
        assert!(!wider.contains("nobody") || !wider.contains("1999"), "{wider}");
    }
    let plain = "/search?q=%E3%83%AD%E3%82%B7%E3%82%A2";
    assert!(none.contains(&format!("<a href=\"{plain}\">Search without the filters</a>")));
    assert!(counted(&site.page(plain).await) > 0);
}
