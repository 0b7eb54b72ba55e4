//! What scripts add to the charts: telling, zooming, dragging, bringing out; by pointer and by keys.

use crate::driver::{Driver, is_sound, picture, serve};
use std::time::Duration;
use thirtyfour::prelude::*;

/// Longer than a change takes.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(400)).await;
}

/// What a script in the page gives.
async fn read<T: serde::de::DeserializeOwned>(browser: &WebDriver, script: &str) -> T {
    browser.execute(script, vec![]).await.unwrap().convert().unwrap()
}

async fn hover(browser: &WebDriver, css: &str) -> WebElement {
    let element = browser.find(By::Css(css)).await.unwrap();
    element.scroll_into_view().await.unwrap();
    settle().await;
    browser.action_chain().move_to_element_center(&element).perform().await.unwrap();
    settle().await;
    element
}

/// The words along the time axis of the first chart.
async fn ticks(browser: &WebDriver) -> String {
    read(browser, "return [...document.querySelectorAll('.ticks')[0].querySelectorAll('text')].map(t => t.textContent).join()").await
}

async fn press(browser: &WebDriver, nth: usize) {
    let buttons = browser.find_all(By::Css(".chart-bar button")).await.unwrap();
    buttons[nth].send_keys(Key::Enter + "").await.unwrap();
    settle().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn charts_tell_zoom_and_move() {
    let folder = tempfile::tempdir().unwrap();
    let root = serve(folder.path()).await;
    let driver = Driver::start();
    let browser = driver.browser(1440, 1000, false).await;
    browser.set_window_rect(0, 0, 1440, 1000).await.unwrap();
    series(&browser, &root).await;
    timeline(&browser, &root).await;
    network(&browser, &root).await;
    curves(&browser, &root).await;
    flow(&browser, &root).await;
    map(&browser, &root).await;
    browser.quit().await.unwrap();
}

async fn series(browser: &WebDriver, root: &str) {
    browser.goto(format!("{root}/series?lang=ja")).await.unwrap();
    let mark = hover(browser, "a.mark").await;
    let tip = browser.find(By::Css(".tip-box")).await.unwrap();
    let told = tip.text().await.unwrap();
    assert!(told.contains("以上") && told.contains("カービー") && told.contains("引き渡した"), "{told}");
    let link = tip.find(By::Css("a")).await.unwrap();
    assert_eq!(
        link.attr("href").await.unwrap(),
        mark.attr("href").await.unwrap(),
        "the sentence can be opened"
    );
    picture(browser, "series-tip").await;
    browser.action_chain().send_keys(Key::Escape + "").perform().await.unwrap();
    assert!(!tip.is_displayed().await.unwrap(), "Escape sends the box away");
    let whole = ticks(browser).await;
    press(browser, 0).await;
    assert_ne!(ticks(browser).await, whole, "a button zooms");
    press(browser, 4).await;
    assert_eq!(ticks(browser).await, whole, "and another comes back");
    // Away from the marks, so that no box lies over the drawing.
    hover(browser, "h1").await;
    let area = browser.find(By::Css(".brush .overlay")).await.unwrap();
    let drawn = browser.action_chain().move_to_element_center(&area).click_and_hold().move_by_offset(120, 0);
    drawn.release().perform().await.unwrap();
    settle().await;
    assert_ne!(ticks(browser).await, whole, "a stretch that is drawn is zoomed to");
    is_sound(browser, "/series").await;
}

async fn timeline(browser: &WebDriver, root: &str) {
    browser.goto(format!("{root}/timeline")).await.unwrap();
    let whole = ticks(browser).await;
    press(browser, 0).await;
    press(browser, 0).await;
    let near = ticks(browser).await;
    assert_ne!(near, whole);
    press(browser, 2).await;
    assert_ne!(ticks(browser).await, near, "it moves in time");
    // A mark that is out of sight comes into sight with the focus.
    let seen = "const m = [...document.querySelectorAll('.mark')].at(-1); m.focus(); const r = m.getBoundingClientRect(), s = m.ownerSVGElement.getBoundingClientRect(); return r.left >= s.left && r.right <= s.right + 1";
    assert!(read::<bool>(browser, seen).await);
    is_sound(browser, "/timeline").await;
}

async fn network(browser: &WebDriver, root: &str) {
    browser.goto(format!("{root}/relations")).await.unwrap();
    settle().await;
    let place = "const c = document.querySelector('.actor-node circle'); return [c.cx.baseVal.value, c.cy.baseVal.value]";
    let before: [f64; 2] = read(browser, place).await;
    let circle = browser.find(By::Css(".actor-node circle")).await.unwrap();
    let held = browser.action_chain().move_to_element_center(&circle).click_and_hold().move_by_offset(30, 20);
    held.move_by_offset(60, 30).release().perform().await.unwrap();
    settle().await;
    let after: [f64; 2] = read(browser, place).await;
    assert!((after[0] - before[0]).abs() > 30.0, "an actor can be dragged: {before:?} {after:?}");
    assert!(browser.current_url().await.unwrap().path().ends_with("/relations"), "dragging is not following");
    // An arrow leads to its pair.
    let opened = "const e = document.querySelector('.edge'); e.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); return e.getAttribute('href')";
    let href: String = read(browser, opened).await;
    let at = browser.current_url().await.unwrap();
    assert_eq!(Some(href.trim_start_matches('#')), at.fragment());
    assert!(
        read::<bool>(browser, "return !!document.querySelector('.figure:target a[href^=\"/read/\"]')").await
    );
    is_sound(browser, "/relations").await;
}

async fn curves(browser: &WebDriver, root: &str) {
    browser.goto(format!("{root}/relations")).await.unwrap();
    let paths: usize =
        read(browser, "return document.querySelector('.curves').querySelectorAll('path').length").await;
    assert_eq!(paths, 2, "with and without what is not certain");
    hover(browser, ".curves ~ a").await;
    let told: usize =
        read(browser, "return document.querySelectorAll('.tip-box a[href^=\"/read/\"]').length").await;
    assert!(told > 0, "pointing at a month opens its events");
    picture(browser, "relations-tip").await;
    hover(browser, ".chart-bar input").await.click().await.unwrap();
    let hidden = "return document.querySelector('.curves .all').getAttribute('visibility')";
    assert_eq!(read::<String>(browser, hidden).await, "hidden");
    is_sound(browser, "/relations").await;
}

async fn flow(browser: &WebDriver, root: &str) {
    browser.goto(format!("{root}/transfers")).await.unwrap();
    hover(browser, ".end-node .name").await;
    let lit = "const s = document.querySelector('.flow-chart'); return s.classList.contains('dim') ? s.querySelectorAll('.lit').length : 0";
    let (lit, all): (usize, usize) =
        (read(browser, lit).await, read(browser, "return document.querySelectorAll('.strand').length").await);
    assert!(lit > 0 && lit < all, "{lit} of {all} strands are brought out");
    is_sound(browser, "/transfers").await;
}

async fn map(browser: &WebDriver, root: &str) {
    browser.goto(format!("{root}/map")).await.unwrap();
    let scale = "return document.querySelector('.stage').transform.baseVal.consolidate()?.matrix.a ?? 1";
    assert!((read::<f64>(browser, scale).await - 1.0).abs() < 0.01);
    press(browser, 0).await;
    assert!(read::<f64>(browser, scale).await > 1.5);
    press(browser, 2).await;
    assert!((read::<f64>(browser, scale).await - 1.0).abs() < 0.01);
    is_sound(browser, "/map").await;
}
