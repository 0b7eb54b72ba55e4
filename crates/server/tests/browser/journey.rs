//! What a new reader does first, and what a hostile text tries.

use crate::driver::{Driver, is_sound, picture, serve_with};
use thirtyfour::prelude::*;

async fn click(browser: &WebDriver, css: &str) {
    let link = browser.find(By::Css(css)).await.unwrap();
    link.scroll_into_view().await.unwrap();
    link.click().await.unwrap();
}

async fn text(browser: &WebDriver, css: &str) -> String {
    browser.find(By::Css(css)).await.unwrap().text().await.unwrap()
}

/// From the page that `tenkyo serve` opens to "what did he deny, on whose word" in three clicks.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn a_denial_and_its_source_are_three_clicks_away() {
    let folder = tempfile::tempdir().unwrap();
    let told = "プーチン大統領は15日、北朝鮮から武器を受け取ったとの見方を否定したと、RIA通信が伝えた。";
    let text_of = format!("プーチン氏、武器の受け取りを否定\n\n【モスクワ＝暁新聞】{told}");
    let root = serve_with(folder.path(), &[("denial.txt", &text_of)]).await;
    let driver = Driver::start();
    let browser = driver.browser(1440, 1000, false).await;
    browser.goto(format!("{root}/?lang=ja")).await.unwrap();
    click(&browser, ".ranks a[href$='putin']").await;
    click(&browser, ".denials").await;
    let row = text(&browser, ".ledger tbody tr.is-denied").await;
    assert!(row.contains("ウラジーミル・プーチン") && row.contains("否定") && row.contains("RIA"), "{row}");
    picture(&browser, "denials").await;
    click(&browser, ".ledger tbody tr.is-denied .said a").await;
    let words = text(&browser, ":target").await;
    assert!(words.contains("受け取"), "{words}");
    is_sound(&browser, "/read").await;
    browser.quit().await.unwrap();
}

/// Markup, controls and characters that turn the direction of writing, in every part of a text.
const HOSTILE: &str = "<script>document.title='broken'</script>\n\n大統領は「<img src=x onerror=\"document.title='broken'\">\u{202e}武器は供与していない\u{202c}」と述べた。\n\n報道官は15日、\u{1b}[31m「\"><svg onload=\"document.title='broken'\">コンテナ300個の<b>砲弾</b>を送った」と語った。\u{2066}";

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn hostile_texts_are_shown_and_do_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let root = serve_with(folder.path(), &[("hostile.txt", HOSTILE)]).await;
    let driver = Driver::start();
    let browser = driver.browser(1440, 1000, false).await;
    for page in [
        "/",
        "/timeline",
        "/statements",
        "/transfers",
        "/claims/matrix",
        "/series",
        "/relations",
        "/documents",
    ] {
        browser.goto(format!("{root}{page}")).await.unwrap();
        harmless(&browser, page).await;
    }
    let article = "return [...document.querySelectorAll('.headline a')].find(a => a.textContent.includes('script')).getAttribute('href')";
    let article: String = browser.execute(article, vec![]).await.unwrap().convert().unwrap();
    browser.goto(format!("{root}{article}")).await.unwrap();
    harmless(&browser, &article).await;
    let shown = text(&browser, "article").await;
    assert!(shown.contains("<img src=x") && shown.contains("[U+202E]"), "{shown}");
    browser.quit().await.unwrap();
}

/// Nothing of the text has become an element, has run, or turns the direction of writing; what scripts show of it is text too.
async fn harmless(browser: &WebDriver, page: &str) {
    let marks = "for (const mark of document.querySelectorAll('svg[data-chart] a')) mark.dispatchEvent(new PointerEvent('pointerenter'));";
    browser.execute(marks, vec![]).await.unwrap();
    let found = "return [document.title, document.querySelectorAll('main img, main [onload], main [onerror]').length, /[\\u202a-\\u202e\\u2066-\\u2069\\u001b]/.test(document.documentElement.outerHTML)]";
    let (title, elements, turned): (String, usize, bool) =
        browser.execute(found, vec![]).await.unwrap().convert().unwrap();
    assert!(title != "broken" && elements == 0 && !turned, "{page}: {title} {elements} {turned}");
    is_sound(browser, page).await;
}
