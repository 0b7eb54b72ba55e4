//! Pages stay short however much the ledger holds, and what they leave out can be reached.

use crate::common::FIXED;
use crate::pages::{counted, links};
use crate::site::Site;
use std::collections::BTreeSet;
use tenkyo_server::Options;

/// Most bytes of a page without its charts.
const MOST: usize = 150_000;
const ARTICLES: usize = 160;

/// Many articles that tell of the same people, figures and deeds.
fn articles() -> Vec<(String, String)> {
    let article = |n: usize| {
        let (month, day) = (1 + n / 28, 1 + n % 28);
        let text = format!(
            "砲弾を供与\n\n【モスクワ＝暁新聞】ロシアのプーチン大統領は2024年{month}月{day}日、平壌を訪問し、金正恩総書記と会談した。北朝鮮はロシアに砲弾{}発を供与したという。ペスコフ報道官は「供与は続く」と述べた。ラブロフ外相は武器の受け取りを否定した。韓国国防省によると、これまでに兵士{}人が死亡した。年内に{}人が派遣される可能性がある。",
            1000 + n,
            100 + n,
            2000 + n
        );
        // No article repeats another.
        let own: String = (0..240)
            .filter_map(|k| char::from_u32(0x4e00 + (n * 7919 + k * 104_729) as u32 % 20_000))
            .collect();
        let text = format!("{text}\n\n{own}");
        (format!("{n:03}.txt"), text)
    };
    (0..ARTICLES).map(article).collect()
}

/// Length of a page without its charts.
fn plain(body: &str) -> usize {
    let parts = body.split("<figure class=\"chart");
    parts.map(|part| part.split_once("</figure>").map_or(part, |(_, rest)| rest).len()).sum()
}

#[tokio::test]
async fn pages_stay_short_and_lead_to_what_they_leave_out() {
    let articles = articles();
    let more: Vec<(&str, &str)> =
        articles.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let site = Site::new(&more, Options::default());
    let variants = ["/timeline?lanes=actor", "/actors?type=person"];
    let fixed = FIXED.into_iter().chain(variants).map(str::to_owned);
    let (mut addresses, mut seen) = (fixed.collect::<Vec<_>>(), BTreeSet::new());
    while let Some(address) = addresses.pop() {
        let body = site.page(&address).await;
        assert!(plain(&body) <= MOST, "{address}: {} bytes", plain(&body));
        for link in links(&body) {
            let kind = link.split(['?', '/']).nth(1).unwrap_or_default().to_owned();
            // Some of every kind: pages of entries, further pages of a list.
            let kind = if link.contains("page=") { format!("{kind} page") } else { kind };
            let deep = ["words", "series", "actors"].contains(&kind.as_str()) || kind.ends_with(" page");
            if deep
                && !link.starts_with("/api")
                && seen.insert((kind.clone(), link.clone()))
                && seen.iter().filter(|(of, _)| *of == kind).count() <= 12
            {
                addresses.push(link);
            }
        }
    }
    let words: Vec<&String> = seen.iter().filter(|(kind, _)| kind == "words").map(|(_, link)| link).collect();
    assert!(!words.is_empty() && seen.iter().any(|(kind, _)| kind == "timeline page"), "{seen:?}");
    // The page of an entry's words has more of them than any row.
    let mut most = 0;
    for address in words {
        most = most.max(counted(&site.page(address).await));
    }
    assert!(most > 20, "{most}");
}
