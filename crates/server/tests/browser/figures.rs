//! Every figure opens to its sentences: each number of a table, each cell, each mark of a chart leads to marked words.

use crate::driver::{Driver, serve};
use std::collections::BTreeSet;
use thirtyfour::prelude::*;

/// Pages that show figures.
const PAGES: [&str; 13] = [
    "/",
    "/timeline",
    "/timeline?lanes=actor",
    "/actors",
    "/transfers",
    "/claims",
    "/claims/matrix",
    "/series",
    "/relations",
    "/agreements",
    "/map",
    "/documents",
    "/sources",
];

/// Addresses of the marks of charts, of the numbers and cells of tables, and of counts; and the numbers that no link opens: neither
/// they nor anything else in their row leads anywhere.
const FIGURES: &str = r##"
const here = location.pathname + location.search;
const digits = (cell) => /\d/.test(cell.textContent);
const cells = [...document.querySelectorAll("td.number, .matrix td, .grid-table td, .counts b")].filter(digits);
const closed = cells.filter((cell) => !cell.closest("tr, a").querySelector("a[href]") && !cell.closest("a"));
const links = document.querySelectorAll("svg a[href], td.number a, .matrix td .sources a, .grid-table td a, .counts a, .refs a");
const address = (link) => link.getAttribute("href").replace(/^#/, here + "#");
return [[...links].map(address), closed.map((cell) => cell.closest("tr").textContent)];
"##;

/// Whether the place that the address names has words of an article: is one of its marks, or has links to such.
const OPENED: &str = r##"
const words = (place) => place.querySelectorAll(".m, .findings a, a[href^='/read/']").length > 0;
const main = document.querySelector("main");
// The list of actors leads to what each says and does.
if (!location.hash) return words(main) || !!main.querySelector("a[href^='/actors/']");
const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
return !!place && place.textContent.trim() !== "" && (place.matches(".m, .here") || words(place) || words(place.parentElement));
"##;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn every_figure_opens_to_its_sentences() {
    let folder = tempfile::tempdir().unwrap();
    let root = serve(folder.path()).await;
    let driver = Driver::start();
    let browser = driver.browser(1440, 1000, false).await;
    let (mut addresses, mut seen) = (BTreeSet::new(), Vec::new());
    for page in PAGES {
        browser.goto(format!("{root}{page}")).await.unwrap();
        let (found, closed): (Vec<String>, Vec<String>) =
            browser.execute(FIGURES, vec![]).await.unwrap().convert().unwrap();
        assert!(closed.is_empty(), "{page}: nothing opens {closed:?}");
        seen.push((page, found.len()));
        addresses.extend(found);
    }
    assert!(seen.iter().all(|(page, links)| *links > 0 || *page == "/agreements"), "{seen:?}");
    assert!(addresses.len() > 100, "{}", addresses.len());
    let mut dead = Vec::new();
    for address in &addresses {
        browser.goto(format!("{root}{address}")).await.unwrap();
        // Some count nothing: their lists are empty, and say so.
        let opened: bool = browser.execute(OPENED, vec![]).await.unwrap().convert().unwrap();
        if !opened && browser.find(By::Css("main .none")).await.is_err() {
            dead.push(address);
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
    browser.quit().await.unwrap();
}
