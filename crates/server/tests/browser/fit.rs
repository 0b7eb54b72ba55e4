//! Every page fits its window, wide and narrow, light and dark, and an entry opens at its words.

use crate::common::FIXED;
use crate::driver::{Driver, is_sound, picture, serve};
use crate::pages::corrected;
use thirtyfour::prelude::*;

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
        for page in FIXED.into_iter().chain(["/corrections"]) {
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
        words.click().await.unwrap();
        let target = browser.find(By::Css(":target")).await.unwrap();
        assert!(!target.text().await.unwrap().is_empty(), "the row opens at its words");
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
