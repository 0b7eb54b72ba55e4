//! Addresses of the desk, and how they are come to.

use crate::common::FIXED;
use std::time::Duration;
use thirtyfour::prelude::*;

/// One address of every kind of page.
pub async fn pages(browser: &WebDriver, root: &str) -> Vec<String> {
    let mut all: Vec<String> = FIXED.map(str::to_owned).into();
    all.extend(["/timeline?lanes=actor", "/nowhere"].map(str::to_owned));
    // A correction changes ids, so it comes before these are looked up.
    all.push(corrected(browser, root).await);
    let actor = linked(browser, root, "/actors", ".who a").await;
    // What can be corrected: a statement, an event, a transfer, an actor.
    for list in ["/statements", "/", "/transfers", &actor] {
        all.push(linked(browser, root, list, "a.fix").await);
    }
    all.push(linked(browser, root, "/series", ".figure h3 a").await);
    all.push(linked(browser, root, "/disputes", ".rest a").await);
    all.extend([linked(browser, root, "/documents", ".headline a").await, actor]);
    all.push(imported(browser, root).await);
    all
}

/// The address of the first link of this kind on a page.
pub async fn linked(browser: &WebDriver, root: &str, page: &str, link: &str) -> String {
    browser.goto(format!("{root}{page}")).await.unwrap();
    let href = browser.find(By::Css(link)).await.unwrap().attr("href").await.unwrap().unwrap();
    href.trim_start_matches(root).to_owned()
}

/// The log, after a correction was written with the form.
pub async fn corrected(browser: &WebDriver, root: &str) -> String {
    let form = linked(browser, root, "/statements", "a.fix").await;
    browser.goto(format!("{root}{form}")).await.unwrap();
    browser.find(By::Css("main form input[name=why]")).await.unwrap().send_keys("確認した").await.unwrap();
    browser.execute("document.querySelector('main form').requestSubmit()", vec![]).await.unwrap();
    arrived(browser, root, "/corrections").await
}

/// The outcome of an article that was pasted into the form.
pub async fn imported(browser: &WebDriver, root: &str) -> String {
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
