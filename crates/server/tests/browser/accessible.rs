//! Every page by the rules of axe-core.

use crate::driver::{Driver, is_sound, serve};
use crate::pages::pages;

/// The rules of WCAG 2.2, levels A and AA, and what else axe-core holds for good practice.
const AXE: &str = include_str!("../vendor/axe.min.js");
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
                is_sound(&browser, &page).await;
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
