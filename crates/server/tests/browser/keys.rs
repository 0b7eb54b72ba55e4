//! The reader without a mouse.

use crate::driver::{Driver, is_sound, picture, serve};
use crate::pages::linked;
use std::time::Duration;
use thirtyfour::prelude::*;

/// Presses a key where the focus is.
async fn press(browser: &WebDriver, key: impl Into<TypingData>) {
    browser.action_chain().send_keys(key).perform().await.unwrap();
    tokio::time::sleep(Duration::from_millis(150)).await;
}

/// What has the focus, as CSS would name it: `span#s1`, `summary`.
async fn focus(browser: &WebDriver) -> String {
    let script = "const e = document.activeElement; return e.localName + (e.id ? '#' + e.id : '')";
    browser.execute(script, vec![]).await.unwrap().convert().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn findings_are_walked_through_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let root = serve(folder.path()).await;
    let driver = Driver::start();
    let browser = driver.browser(1440, 1000, false).await;
    let article = linked(&browser, &root, "/documents", ".headline a").await;
    browser.goto(format!("{root}{article}?lang=ja")).await.unwrap();
    press(&browser, "j").await;
    let first = focus(&browser).await;
    press(&browser, "j").await;
    let second = focus(&browser).await;
    assert!(first.starts_with("span#") && second.starts_with("span#") && first != second, "{first} {second}");
    assert_eq!(second.split_once('#').unwrap().1, browser.current_url().await.unwrap().fragment().unwrap());
    let outline = "return getComputedStyle(document.activeElement).outlineStyle";
    let outline: String = browser.execute(outline, vec![]).await.unwrap().convert().unwrap();
    assert_eq!(outline, "solid", "the focus can be seen");
    // The list tells why, by Enter; Escape comes back to the words.
    press(&browser, Key::Enter + "").await;
    assert_eq!(focus(&browser).await, "summary");
    picture(&browser, "reader-keys").await;
    let why = browser.find(By::Css("[aria-current] .why[open]")).await.unwrap().text().await.unwrap();
    assert!(why.contains("規則"), "{why}");
    press(&browser, Key::Escape + "").await;
    assert_eq!(focus(&browser).await, second);
    press(&browser, "k").await;
    assert_eq!(focus(&browser).await, first);
    // In the list, the arrows do the same.
    browser.execute("document.querySelector('.findings a').focus()", vec![]).await.unwrap();
    press(&browser, Key::Down + "").await;
    let now = browser.find(By::Css(".findings [aria-current]")).await.unwrap();
    let place: usize = browser
        .execute(
            "return [...arguments[0].parentElement.children].indexOf(arguments[0])",
            vec![now.to_json().unwrap()],
        )
        .await
        .unwrap()
        .convert()
        .unwrap();
    assert_eq!(place, 1);
    // Keys of one letter can be switched off (WCAG 2.1.4).
    browser.find(By::Css("#keys")).await.unwrap().click().await.unwrap();
    let before = browser.current_url().await.unwrap();
    browser.execute("document.activeElement.blur()", vec![]).await.unwrap();
    press(&browser, "j").await;
    assert_eq!(browser.current_url().await.unwrap(), before);
    is_sound(&browser, "/read").await;
    browser.quit().await.unwrap();
}
