//! A browser over the desk with the example articles.

use crate::common;
use axum::http::Method;
use std::net::TcpListener as StdListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tenkyo_lexicon::Lexicon;
use tenkyo_server::{Intake, Options};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{RequestData, SessionId};

/// chromedriver, and the profiles of its browsers.
pub struct Driver {
    child: Child,
    port: u16,
    profile: tempfile::TempDir,
}

impl Driver {
    pub fn start() -> Self {
        let port = StdListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed (apt-get install chromium-driver)");
        Self { child, port, profile: tempfile::tempdir().unwrap() }
    }

    /// A browser of this size that wants light or dark pages and keeps what its console says.
    pub async fn browser(&self, width: u32, height: u32, dark: bool) -> WebDriver {
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
            // Nothing moves by itself, so that nothing has to be waited for.
            "--force-prefers-reduced-motion",
            "--lang=ja",
            &size,
            &data,
            mode,
        ] {
            capabilities.add_arg(argument).unwrap();
        }
        capabilities.set("goog:loggingPrefs", serde_json::json!({ "browser": "ALL" })).unwrap();
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
pub async fn serve(folder: &Path) -> String {
    serve_with(folder, &[]).await
}

/// Serves the example articles and `more` texts (name and text each).
pub async fn serve_with(folder: &Path, more: &[(&str, &str)]) -> String {
    let desk = common::desk(folder, more);
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

/// Leaves a picture where pictures are asked for.
pub async fn picture(browser: &WebDriver, name: &str) {
    let Some(folder) = std::env::var_os("TENKYO_SCREENSHOTS").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    browser.screenshot(&folder.join(format!("{name}.png"))).await.unwrap();
}

/// What the console has said since it was last asked.
#[derive(Debug)]
struct Console;

impl FormatRequestData for Console {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let body = serde_json::json!({ "type": "browser" });
        RequestData::new(Method::POST, format!("/session/{session}/se/log")).add_body(body)
    }
}

/// No page is wider than its window, and the browser complains of nothing: no fault in a script, nothing that the policy forbids,
/// nothing that is missing (but the page that the tests know not to be there).
pub async fn is_sound(browser: &WebDriver, address: &str) {
    let said = browser.cmd(Console).await.unwrap().value_json().unwrap();
    let lines = said.as_array().unwrap().iter();
    let bad: Vec<_> = lines.filter(|line| !line["message"].as_str().unwrap().contains("/nowhere")).collect();
    assert!(bad.is_empty(), "{address}: {bad:?}");
    let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    let over: i64 = browser.execute(script, vec![]).await.unwrap().convert().unwrap();
    assert!(over <= 1, "{address} is {over} pixels wider than its window");
}
