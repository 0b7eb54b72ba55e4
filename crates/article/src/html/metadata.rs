//! Title, byline, outlet, date and address from JSON-LD, OpenGraph, `meta` and `time`.

mod json_ld;
mod moment;

use scraper::{Html, Selector};
use tenkyo_model::Declared;

/// What a page says about itself, the most explicit first.
pub(super) fn of(page: &Html) -> Declared {
    let linked = json_ld::of(page);
    let meta = |names: &[&str]| names.iter().find_map(|name| meta(page, name));
    let site = meta(&["og:site_name", "application-name", "publisher"]).map(|t| tidy(&t));
    let date = linked.published.or_else(|| {
        meta(&[
            "article:published_time",
            "og:article:published_time",
            "datePublished",
            "pubdate",
            "publishdate",
            "date",
            "dc.date",
            "dcterms.created",
            "dcterms.date",
            "sailthru.date",
            "cXenseParse:recs:publishtime",
        ])
        .or_else(|| attribute(page, "[itemprop=datePublished]", "content"))
        .or_else(|| attribute(page, "[itemprop=datePublished]", "datetime"))
        .or_else(|| attribute(page, "article time[datetime], main time[datetime]", "datetime"))
        .or_else(|| attribute(page, "time[datetime]", "datetime"))
    });
    Declared {
        title: linked.title.or_else(|| title(page)).map(|t| without_site(&tidy(&t), site.as_deref())),
        outlet: linked.outlet.map(|t| tidy(&t)).or(site),
        byline: linked.byline.or_else(|| byline(page)).map(|t| tidy(&t)),
        published: date.and_then(|date| moment::japan_date(&date)),
        url: attribute(page, "link[rel=canonical]", "href")
            .or_else(|| meta(&["og:url"]))
            .filter(|u| is_web(u)),
    }
}

fn title(page: &Html) -> Option<String> {
    let graph = meta(page, "og:title").or_else(|| meta(page, "twitter:title"));
    let heading = only_heading(page);
    // A site's name behind the headline is left out where the page's own heading shows it.
    match (graph, heading) {
        (Some(graph), Some(heading)) if graph.starts_with(&heading) => Some(heading),
        (Some(graph), _) => Some(graph),
        (None, heading) => heading.or_else(|| text(page, "title")),
    }
}

/// The headline without the site's name behind a bar or dash.
fn without_site(title: &str, site: Option<&str>) -> String {
    let head = site.and_then(|site| title.strip_suffix(site)).map(str::trim_end);
    let bare = head.and_then(|head| head.strip_suffix(['|', '｜', '-', '–', '—', '‐', '－', ':', '：']));
    bare.map_or(title, str::trim_end).to_owned()
}

fn only_heading(page: &Html) -> Option<String> {
    let selector = Selector::parse("h1").ok()?;
    let mut headings = page.select(&selector).map(|h| tidy(&h.text().collect::<String>()));
    let first = headings.next().filter(|h| !h.is_empty());
    if headings.next().is_some() { text(page, "article h1, main h1").or(first) } else { first }
}

fn byline(page: &Html) -> Option<String> {
    let named = ["author", "article:author", "dc.creator", "byl", "parsely-author"];
    let by_meta = named.iter().find_map(|name| meta(page, name)).filter(|name| !is_web(name));
    by_meta.or_else(|| text(page, "[rel=author], [itemprop=author], .byline, .author"))
}

fn is_web(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

fn meta(page: &Html, name: &str) -> Option<String> {
    let by = |key: &str| attribute(page, &format!("meta[{key}=\"{name}\" i]"), "content");
    by("property").or_else(|| by("name"))
}

fn attribute(page: &Html, selector: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    let mut values = page.select(&selector).filter_map(|element| element.value().attr(name));
    values.find(|value| !value.trim().is_empty()).map(|value| value.trim().to_owned())
}

fn text(page: &Html, selector: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    let mut texts = page.select(&selector).map(|element| tidy(&element.text().collect::<String>()));
    texts.find(|text| !text.is_empty())
}

/// White space in runs becomes one space.
fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sites_name_is_no_part_of_the_headline() {
        assert_eq!(without_site("条約に署名 | 暁新聞", Some("暁新聞")), "条約に署名");
        assert_eq!(without_site("暁新聞", Some("暁新聞")), "暁新聞");
        assert_eq!(without_site("社説を書く暁新聞", Some("暁新聞")), "社説を書く暁新聞");
    }
}
