//! The pages in a real browser: Debian's chromium and chromium-driver.
//!
//! Ignored unless asked for, as it needs both programs: `cargo test -p tenkyo-server --test browser -- --ignored`. With
//! `TENKYO_SCREENSHOTS=FOLDER` it leaves pictures of the pages there.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::net::TcpListener as StdListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tenkyo_lexicon::Lexicon;
use tenkyo_server::{Intake, Options};
use thirtyfour::prelude::*;

struct Driver {
    child: Child,
    port: u16,
    profile: tempfile::TempDir,
}

impl Driver {
    fn start() -> Self {
        let port = StdListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed (apt-get install chromium-driver)");
        Self { child, port, profile: tempfile::tempdir().unwrap() }
    }

    async fn browser(&self, width: u32, height: u32, dark: bool) -> WebDriver {
        let mut capabilities = DesiredCapabilities::chrome();
        let profile = self.profile.path().join(format!("{width}-{dark}"));
        let size = format!("--window-size={width},{height}");
        let data = format!("--user-data-dir={}", profile.display());
        let mode = if dark { "--force-dark-mode" } else { "--blink-settings=preferredColorScheme=1" };
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--lang=ja",
            &size,
            &data,
            mode,
        ] {
            capabilities.add_arg(argument).unwrap();
        }
        for _ in 0..50 {
            match WebDriver::new(format!("http://127.0.0.1:{}", self.port), capabilities.clone()).await {
                Ok(browser) => return browser,
                Err(_) => tokio::time::sleep(Duration::from_millis(200)).await,
            }
        }
        panic!("chromedriver does not answer");
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves the example articles; gives the address of the root.
async fn serve(folder: &std::path::Path) -> String {
    let desk = common::desk(folder, &[]);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let root = format!("http://{}", listener.local_addr().unwrap());
    let intake = Intake {
        lexicon: Arc::new(Lexicon::embedded().unwrap()),
        data_version: "test".into(),
        fetch: tenkyo_ingest::Options::default(),
    };
    let options = Options { intake: Some(intake), ..Options::default() };
    tokio::spawn(tenkyo_server::serve(desk, options, listener));
    root
}

async fn picture(browser: &WebDriver, name: &str) {
    let Some(folder) = std::env::var_os("TENKYO_SCREENSHOTS").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    browser.screenshot(&folder.join(format!("{name}.png"))).await.unwrap();
}

/// No page is wider than its window, and the browser reports no error.
async fn is_sound(browser: &WebDriver, address: &str) {
    let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    let over: i64 = browser.execute(script, vec![]).await.unwrap().convert().unwrap();
    assert!(over <= 1, "{address} is {over} pixels wider than its window");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn pages_fit_and_rows_open_at_their_words() {
    let folder = tempfile::tempdir().unwrap();
    let root = serve(folder.path()).await;
    let driver = Driver::start();
    for (width, height) in [(1440, 1000), (390, 844)] {
        let browser = driver.browser(width, height, false).await;
        browser.set_window_rect(0, 0, width, height).await.unwrap();
        browser.goto(format!("{root}/?lang=ja")).await.unwrap();
        for page in [
            "/",
            "/timeline",
            "/statements",
            "/actors",
            "/transfers",
            "/claims",
            "/claims/matrix",
            "/disputes",
            "/series",
            "/forecasts",
            "/documents",
            "/sources",
            "/map",
            "/relations",
            "/corrections",
            "/import",
            "/api",
            "/search?q=砲弾",
        ] {
            browser.goto(format!("{root}{page}")).await.unwrap();
            is_sound(&browser, page).await;
            let name = match page.trim_start_matches('/').split('?').next() {
                Some("") | None => "story",
                Some(name) => name.rsplit('/').next().unwrap(),
            };
            picture(&browser, &format!("{name}-{width}")).await;
        }
        corrected(&browser, &root).await;
        picture(&browser, &format!("corrections-{width}")).await;
        browser.goto(format!("{root}/transfers")).await.unwrap();
        let words = browser.find(By::Css(".cites a")).await.unwrap();
        words.scroll_into_view().await.unwrap();
        // The page scrolls smoothly.
        tokio::time::sleep(Duration::from_secs(1)).await;
        words.click().await.unwrap();
        let target = browser.find(By::Css(":target")).await.unwrap();
        assert!(!target.text().await.unwrap().is_empty(), "the row opens at its words");
        // The page scrolls to the words smoothly.
        tokio::time::sleep(Duration::from_secs(1)).await;
        is_sound(&browser, "/read").await;
        picture(&browser, &format!("reader-{width}")).await;
        browser.quit().await.unwrap();
    }
    let dark = driver.browser(1440, 1000, true).await;
    dark.goto(format!("{root}/?lang=en")).await.unwrap();
    let ground: String = dark
        .execute("return getComputedStyle(document.body).backgroundColor", vec![])
        .await
        .unwrap()
        .convert()
        .unwrap();
    assert_eq!(ground, "rgb(21, 23, 26)", "the browser's wish for a dark page is followed");
    picture(&dark, "story-dark").await;
    for page in ["relations", "map", "claims/matrix"] {
        dark.goto(format!("{root}/{page}")).await.unwrap();
        picture(&dark, &format!("{}-dark", page.rsplit('/').next().unwrap())).await;
    }
    dark.quit().await.unwrap();
}

/// The rules of WCAG 2.2, levels A and AA, and what else axe-core holds for good practice.
const AXE: &str = include_str!("vendor/axe.min.js");
/// Marks of charts may be small: each one's words are linked to by the table or list beside it too (WCAG 2.5.8, equivalent).
const CHECK: &str = r#"
const done = arguments[arguments.length - 1];
const small = node => node.target.join(" ").includes("svg") || node.html.includes("class=\"mark");
axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(found => {
  const nodes = v => v.nodes.filter(n => !(v.id === "target-size" && small(n)));
  done(found.violations.filter(v => nodes(v).length).map(v => `${v.id}: ${nodes(v).slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")}`));
}, error => done([String(error)]));
"#;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn every_page_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let root = serve(folder.path()).await;
    let driver = Driver::start();
    let mut broken = Vec::new();
    for (width, dark) in [(1440, false), (390, true)] {
        let browser = driver.browser(width, 900, dark).await;
        browser.set_window_rect(0, 0, width, 900).await.unwrap();
        for language in ["ja", "en"] {
            for page in pages(&browser, &root).await {
                let joined = if page.contains('?') { '&' } else { '?' };
                browser.goto(format!("{root}{page}{joined}lang={language}")).await.unwrap();
                browser.execute(AXE, vec![]).await.unwrap();
                let found: Vec<String> =
                    browser.execute_async(CHECK, vec![]).await.unwrap().convert().unwrap();
                broken.extend(found.into_iter().map(|v| format!("{page} {language} {width}: {v}")));
            }
        }
        browser.quit().await.unwrap();
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// One address of every kind of page.
async fn pages(browser: &WebDriver, root: &str) -> Vec<String> {
    let fixed = [
        "/",
        "/timeline",
        "/timeline?lanes=actor",
        "/statements",
        "/actors",
        "/transfers",
        "/claims",
        "/claims/matrix",
        "/disputes",
        "/series",
        "/forecasts",
        "/documents",
        "/sources",
        "/map",
        "/relations",
        "/search?q=砲弾",
        "/import",
        "/api",
        "/nowhere",
    ];
    let mut all: Vec<String> = fixed.map(str::to_owned).into();
    let actor = linked(browser, root, "/actors", ".who a").await;
    // What can be corrected: a statement, an event, a transfer, an actor.
    for list in ["/statements", "/", "/transfers", &actor] {
        all.push(linked(browser, root, list, "a.fix").await);
    }
    all.extend([linked(browser, root, "/documents", ".headline a").await, actor]);
    all.push(corrected(browser, root).await);
    all.push(imported(browser, root).await);
    all
}

/// The address of the first link of this kind on a page.
async fn linked(browser: &WebDriver, root: &str, page: &str, link: &str) -> String {
    browser.goto(format!("{root}{page}")).await.unwrap();
    let href = browser.find(By::Css(link)).await.unwrap().attr("href").await.unwrap().unwrap();
    href.trim_start_matches(root).to_owned()
}

/// The log, after a correction was written with the form.
async fn corrected(browser: &WebDriver, root: &str) -> String {
    let form = linked(browser, root, "/statements", "a.fix").await;
    browser.goto(format!("{root}{form}")).await.unwrap();
    browser.find(By::Css("main form input[name=why]")).await.unwrap().send_keys("確認した").await.unwrap();
    browser.execute("document.querySelector('main form').requestSubmit()", vec![]).await.unwrap();
    arrived(browser, root, "/corrections").await
}

/// The outcome of an article that was pasted into the form.
async fn imported(browser: &WebDriver, root: &str) -> String {
    browser.goto(format!("{root}/import")).await.unwrap();
    let text = "会見\n報道官は「会談は有益だった」と述べた。";
    browser.find(By::Css("main textarea")).await.unwrap().send_keys(text).await.unwrap();
    browser.execute("document.querySelector('main form').requestSubmit()", vec![]).await.unwrap();
    let page = arrived(browser, root, "/import/").await;
    // The page comes again by itself until all is read.
    tokio::time::sleep(Duration::from_secs(3)).await;
    page
}

/// The path that the browser is at, once it starts like this.
async fn arrived(browser: &WebDriver, root: &str, start: &str) -> String {
    for _ in 0..100 {
        let url = browser.current_url().await.unwrap().to_string();
        let path = url.trim_start_matches(root);
        if path.starts_with(start) {
            return path.to_owned();
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("no {start} was opened");
}
