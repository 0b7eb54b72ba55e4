//! JSON-LD: the first object that describes an article.

use scraper::{Html, Selector};
use serde_json::Value;
use tenkyo_model::Declared;

/// Most objects that are looked at.
const MAX_OBJECTS: usize = 2_000;

/// What the article's object says; nothing when the page has none.
pub(super) fn of(page: &Html) -> Declared {
    let Ok(selector) = Selector::parse("script[type=\"application/ld+json\"]") else {
        return Declared::default();
    };
    let scripts = page.select(&selector).map(|script| script.text().collect::<String>());
    let values = scripts.filter_map(|script| serde_json::from_str::<Value>(script.trim()).ok());
    values.filter_map(|value| article(&value).map(declared)).next().unwrap_or_default()
}

/// Searches breadth first, so that the article comes before what it mentions.
fn article(root: &Value) -> Option<&Value> {
    let mut queue = std::collections::VecDeque::from([root]);
    for _ in 0..MAX_OBJECTS {
        let value = queue.pop_front()?;
        if is_article(value) {
            return Some(value);
        }
        match value {
            Value::Array(items) => queue.extend(items),
            Value::Object(fields) => queue.extend(fields.values().filter(|v| v.is_object() || v.is_array())),
            _ => {}
        }
    }
    None
}

fn is_article(value: &Value) -> bool {
    let named = |name: &str| name.ends_with("Article") || name == "BlogPosting" || name == "Report";
    match &value["@type"] {
        Value::String(name) => named(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).any(named),
        _ => false,
    }
}

fn declared(article: &Value) -> Declared {
    let first = |names: &[&str]| names.iter().find_map(|name| name_of(&article[*name]));
    Declared {
        title: first(&["headline", "name"]),
        outlet: first(&["publisher", "sourceOrganization"]),
        byline: first(&["author", "creator"]),
        published: first(&["datePublished", "dateCreated"]),
        url: None,
    }
}

/// A string, the name of an object, or the names of several joined by commas.
fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(words) if !words.trim().is_empty() => Some(words.clone()),
        Value::Object(fields) => fields.get("name").and_then(Value::as_str).map(str::to_owned),
        Value::Array(items) => {
            let names: Vec<_> = items.iter().filter(|item| !item.is_array()).filter_map(name_of).collect();
            (!names.is_empty()).then(|| names.join("、"))
        }
        _ => None,
    }
}
