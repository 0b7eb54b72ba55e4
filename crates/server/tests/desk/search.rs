//! Searching through the API.

use crate::api::json;
use crate::site::Site;
use tenkyo_server::Options;

#[tokio::test]
async fn search_finds_and_filters() {
    let site = Site::new(&[], Options::default());
    let found = json(&site, "/api/v1/search?q=%E7%A0%B2%E5%BC%BE").await;
    assert!(found["total"].as_u64().unwrap() > 0);
    assert!(found["entries"][0]["snippet"].as_str().unwrap().contains("砲弾"));
    assert_eq!(json(&site, "/api/v1/search?q=%E7%A0%B2%E5%BC%BE&to=1999").await["total"], 0);
    assert_eq!(json(&site, "/api/v1/search").await["total"], 0);
}

#[tokio::test]
async fn a_facet_counts_what_its_filter_leaves() {
    let site = Site::new(&[], Options::default());
    let all = json(&site, "/api/v1/search?q=%E3%83%AD%E3%82%B7%E3%82%A2&limit=1").await;
    for (facet, ask) in [
        ("kinds", "type={}"),
        ("outlets", "outlet={}"),
        ("years", "from={}&to={}"),
        ("speakers", "actor={}&type=statement"),
    ] {
        let values = all["facets"][facet].as_array().unwrap();
        assert!(!values.is_empty(), "{facet}");
        for value in values {
            let ask = ask.replace("{}", &crate::pages::encoded(value["value"].as_str().unwrap()));
            let left = json(&site, &format!("/api/v1/search?q=%E3%83%AD%E3%82%B7%E3%82%A2&{ask}")).await;
            assert_eq!(left["total"], value["count"], "{facet} {value}");
        }
    }
    let kinds = all["facets"]["kinds"].as_array().unwrap();
    let counted: u64 = kinds.iter().map(|kind| kind["count"].as_u64().unwrap()).sum();
    assert_eq!(all["total"], counted);
    let description = json(&site, "/api/openapi.json").await;
    assert!(description["components"]["schemas"]["Facets"]["properties"]["speakers"].is_object());
}
