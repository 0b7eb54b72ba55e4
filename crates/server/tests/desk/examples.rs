//! The examples in the API's description against its answers.

use crate::api::json;
use crate::site::Site;
use serde_json::Value;
use tenkyo_server::Options;

/// A field that one of two answers of an address has and the other has not.
fn differing(one: &Value, other: &Value, at: &str) -> Option<String> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let names = one.keys().chain(other.keys());
            names.filter(|name| !["reasons", "evidence"].contains(&name.as_str())).find_map(|name| {
                let at = format!("{at}.{name}");
                match (one.get(name), other.get(name)) {
                    (Some(one), Some(other)) => differing(one, other, &at),
                    _ => Some(at),
                }
            })
        }
        (Value::Array(one), Value::Array(other)) => {
            one.first().zip(other.first()).and_then(|(one, other)| differing(one, other, &format!("{at}[]")))
        }
        _ => None,
    }
}

/// `TENKYO_BLESS=1` writes the examples anew. Their values may be of earlier readings of the articles, their fields may not.
#[tokio::test]
async fn every_answer_has_an_example_of_its_shape() {
    let site = Site::new(&[], Options::default());
    let bless = std::env::var_os("TENKYO_BLESS").is_some();
    let first =
        json(&site, "/api/v1/statements?limit=1").await["entries"][0]["id"].as_str().unwrap().to_owned();
    let said = tenkyo_query::Correcting::Speaker(first, None);
    site.live.correct(&said, "sato", "the words do not say who speaks").unwrap().unwrap();
    let description = json(&site, "/api/openapi.json").await;
    let mut examples = serde_json::Map::new();
    let short = |(path, _): &(&String, &Value)| *path != "/api/v1/articles/{id}";
    for (path, item) in description["paths"].as_object().unwrap().iter().filter(short) {
        let name = item["get"]["operationId"].as_str().unwrap();
        let content = &item["get"]["responses"]["200"]["content"]["application/json"];
        let answer = json(&site, &example_address(&site, path).await).await;
        if !bless {
            let differing = differing(&answer, &content["example"], "");
            assert_eq!(differing, None, "{name}; TENKYO_BLESS=1 writes the examples anew");
        }
        examples.insert(name.to_owned(), answer);
    }
    if bless {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../api/examples.json");
        std::fs::write(file, serde_json::to_string_pretty(&examples).unwrap() + "\n").unwrap();
    }
}

/// An address of a path that has a short answer.
async fn example_address(site: &Site, path: &str) -> String {
    let first = async |list: &str| {
        json(site, &format!("/api/v1/{list}?limit=1")).await["entries"][0]["id"].as_str().unwrap().to_owned()
    };
    let table = path.split('/').nth(3).unwrap_or_default();
    match path {
        "/api/v1" => path.to_owned(),
        "/api/v1/search" => "/api/v1/search?q=%E7%A0%B2%E5%BC%BE&limit=1".to_owned(),
        "/api/v1/articles/{id}/words" => {
            format!("/api/v1/articles/{}/words?start=0&end=4", first(table).await)
        }
        "/api/v1/words/{id}" => format!("/api/v1/words/{}?limit=1", first("timeline").await),
        "/api/v1/explain/{id}" => format!("/api/v1/explain/{}", first("statements").await),
        _ if path.ends_with("{id}") => path.replace("{id}", &first(table).await),
        list => format!("{list}?limit=1"),
    }
}
