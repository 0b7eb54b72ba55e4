//! The API as a client uses it.

use crate::site::Site;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::Value;
use tenkyo_server::Options;

const TABLES: [&str; 13] = [
    "articles",
    "actors",
    "statements",
    "claims",
    "disputes",
    "timeline",
    "transfers",
    "series",
    "forecasts",
    "relations",
    "blocs",
    "agreements",
    "equipment",
];

/// An answer of the API.
pub async fn json(site: &Site, address: &str) -> Value {
    serde_json::from_str(&site.page(address).await).unwrap()
}

async fn refused(site: &Site, address: &str, status: StatusCode) -> Value {
    let (got, headers, body) = site.get(address, &[]).await;
    assert_eq!(
        (got, headers[header::CONTENT_TYPE].to_str().unwrap()),
        (status, "application/problem+json"),
        "{address}"
    );
    let problem: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(problem["status"], status.as_u16(), "{address}");
    problem
}

#[tokio::test]
async fn every_table_lists_and_opens_its_entries() {
    let site = Site::new(&[], Options::default());
    let counts = json(&site, "/api/v1").await;
    for table in TABLES {
        let list = json(&site, &format!("/api/v1/{table}")).await;
        assert!(list["total"].as_u64().unwrap() > 0, "{table}");
        assert_eq!(list["total"], counts[table], "{table}");
        let first = &list["entries"][0];
        let Some(id) = first["id"].as_str() else { continue };
        let entry = json(&site, &format!("/api/v1/{table}/{id}")).await;
        match table {
            "articles" => assert_eq!(entry["document"]["id"], first["id"]),
            _ => is_row_of(first, &entry, table),
        }
    }
}

/// An entry in a list has the fields of the entry by itself, and of what grows the first twenty.
fn is_row_of(row: &Value, entry: &Value, table: &str) {
    assert!(row["in_all"].is_u64(), "{table}");
    for (name, whole) in entry.as_object().unwrap() {
        match (whole, &row[name]) {
            (Value::Array(whole), Value::Array(part)) => {
                assert_eq!(part.len(), whole.len().min(20), "{table}.{name}");
            }
            (whole, part) => assert_eq!(part, whole, "{table}.{name}"),
        }
    }
}

#[tokio::test]
async fn a_row_is_short_and_says_how_much_there_is() {
    let text = "報道官は21日、「協議は続いている」と述べた。".repeat(60);
    let site = Site::new(&[("long.txt", &text)], Options::default());
    let actors = json(&site, "/api/v1/actors?limit=500").await;
    let long =
        actors["entries"].as_array().unwrap().iter().find(|a| a["in_all"].as_u64() > Some(20)).unwrap();
    assert_eq!(long["members"].as_array().unwrap().len(), 20);
    let whole = json(&site, &format!("/api/v1/actors/{}", long["id"].as_str().unwrap())).await;
    assert_eq!(whole["members"].as_array().unwrap().len() as u64, long["in_all"].as_u64().unwrap());
}

#[tokio::test]
async fn an_entry_leads_to_its_exact_words() {
    let site = Site::new(&[], Options::default());
    for table in [
        "statements",
        "timeline",
        "claims",
        "transfers",
        "disputes",
        "series",
        "forecasts",
        "actors",
        "blocs",
        "agreements",
        "equipment",
    ] {
        let id = json(&site, &format!("/api/v1/{table}?limit=1")).await["entries"][0]["id"].clone();
        let words = json(&site, &format!("/api/v1/words/{}", id.as_str().unwrap())).await;
        let first = &words["entries"][0];
        let article = json(&site, &format!("/api/v1/articles/{}", first["document"].as_str().unwrap())).await;
        let text: Vec<char> = article["document"]["text"].as_str().unwrap().chars().collect();
        let [start, end] = [0, 1].map(|i| first["span"][i].as_u64().unwrap() as usize);
        let quote: String = text[start..end].iter().collect();
        assert_eq!(first["quote"], quote, "{table}");
        assert_eq!(first["selectors"][0]["exact"], quote);
        assert_eq!(first["selectors"][1]["type"], "TextPositionSelector");
        let around = format!(
            "{}{quote}{}",
            first["selectors"][0]["prefix"].as_str().unwrap(),
            first["selectors"][0]["suffix"].as_str().unwrap()
        );
        assert!(text.iter().collect::<String>().contains(&around), "{table}");
        site.page(first["href"].as_str().unwrap().split('#').next().unwrap()).await;
        let address =
            format!("/api/v1/articles/{}/words?start={start}&end={end}", first["document"].as_str().unwrap());
        assert_eq!(json(&site, &address).await["quote"], quote);
    }
}

#[tokio::test]
async fn pieces_tile_a_list() {
    let site = Site::new(&[], Options::default());
    for table in TABLES {
        let whole = json(&site, &format!("/api/v1/{table}?limit=500")).await;
        let (mut seen, mut address) = (Vec::new(), format!("/api/v1/{table}?limit=7"));
        loop {
            let piece = json(&site, &address).await;
            seen.extend(piece["entries"].as_array().unwrap().clone());
            match piece["next"].as_str() {
                Some(next) => address = format!("/api/v1/{table}?limit=7&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(&seen, whole["entries"].as_array().unwrap(), "{table}");
    }
}

#[tokio::test]
async fn filters_are_those_of_the_command_line() {
    let site = Site::new(&[], Options::default());
    let all = json(&site, "/api/v1/statements?limit=500").await;
    let speaker = all["entries"].as_array().unwrap().iter().find_map(|u| u["speaker"].as_str()).unwrap();
    let of_one = json(&site, &format!("/api/v1/statements?actor={}", crate::pages::encoded(speaker))).await;
    assert!(of_one["total"].as_u64() < all["total"].as_u64());
    for u in of_one["entries"].as_array().unwrap() {
        let via = u["via"].as_array().unwrap();
        assert!(u["speaker"] == speaker || via.iter().any(|v| v == speaker));
    }
    let denied = json(&site, "/api/v1/statements?polarity=-").await;
    assert!(denied["entries"].as_array().unwrap().iter().all(|u| u["polarity"] == "-"));
    let early = json(&site, "/api/v1/timeline?to=2023").await;
    assert!(early["entries"].as_array().unwrap().iter().all(|o| o["date"].as_str().unwrap() < "2024"));
    let sure = json(&site, "/api/v1/timeline?certainty=certain&certainty=probable").await;
    assert!(sure["entries"].as_array().unwrap().iter().all(|o| o["certainty"] != "possible"));
    assert_eq!(json(&site, "/api/v1/statements?actor=nobody-of-this-name").await["total"], 0);
}

#[tokio::test]
async fn places_and_routes_stand_on_the_globe_with_their_entries() {
    let site = Site::new(&[], Options::default());
    let degrees = |point: &Value| {
        let [lat, lon] = ["latitude", "longitude"].map(|name| point[name].as_f64().unwrap());
        assert!(lat.abs() <= 90.0 && lon.abs() <= 180.0, "{point}");
    };
    let places = json(&site, "/api/v1/places").await;
    assert!(places["total"].as_u64().unwrap() > 0);
    for place in places["entries"].as_array().unwrap() {
        degrees(&place["point"]);
        let event =
            json(&site, &format!("/api/v1/timeline/{}", place["occurrences"][0].as_str().unwrap())).await;
        assert_eq!(event["place"], place["id"]);
    }
    let routes = json(&site, "/api/v1/routes").await;
    assert!(routes["total"].as_u64().unwrap() > 0);
    for route in routes["entries"].as_array().unwrap() {
        degrees(&route["from"]);
        degrees(&route["to"]);
        let id = route["transfers"][0].as_str().unwrap();
        let transfer = json(&site, &format!("/api/v1/transfers/{id}")).await;
        assert_eq!([&transfer["giver"], &transfer["receiver"]], [&route["giver"], &route["receiver"]]);
    }
    assert_eq!(json(&site, "/api/v1/places?to=1900").await["total"], 0);
    let one = json(&site, "/api/v1/places?limit=1").await;
    assert_eq!(one["entries"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn every_outlet_has_its_record() {
    let site = Site::new(&[], Options::default());
    let outlets = json(&site, "/api/v1/outlets").await;
    let page = site.page("/sources").await;
    let mut articles = 0;
    for outlet in outlets["entries"].as_array().unwrap() {
        assert!(page.contains(outlet["name"].as_str().unwrap()), "{outlet}");
        assert!(outlet["first"].as_str() <= outlet["last"].as_str(), "{outlet}");
        assert!(outlet["alone"].as_u64() <= outlet["events"].as_u64(), "{outlet}");
        let head = format!("<h2><span lang=\"ja\">{}</span>", outlet["name"].as_str().unwrap());
        let section = page.split(&head).nth(1).and_then(|rest| rest.split("</section>").next());
        let listed = section.unwrap_or_default().matches("<li>").count();
        assert_eq!(outlet["alone"].as_u64().unwrap().min(8), listed as u64, "{outlet}");
        let of =
            format!("/api/v1/articles?outlet={}", crate::pages::encoded(outlet["name"].as_str().unwrap()));
        assert_eq!(json(&site, &of).await["total"], outlet["articles"]);
        articles += outlet["articles"].as_u64().unwrap();
    }
    assert_eq!(articles, json(&site, "/api/v1").await["articles"].as_u64().unwrap());
}

#[tokio::test]
async fn an_entry_is_explained_by_rules_and_comparisons() {
    let site = Site::new(&[], Options::default());
    let events = json(&site, "/api/v1/timeline?limit=500").await;
    let events = events["entries"].as_array().unwrap();
    let told_twice = events.iter().find(|o| o["members"].as_array().unwrap().len() > 1).unwrap();
    let id = told_twice["id"].as_str().unwrap();
    let why = json(&site, &format!("/api/v1/explain/{id}")).await;
    assert_eq!(why["id"], id);
    let grounds = why["grounds"].as_array().unwrap();
    assert_eq!(grounds.len(), told_twice["members"].as_array().unwrap().len());
    for ground in grounds {
        assert!(!ground["words"]["quote"].as_str().unwrap().is_empty());
    }
    let ruled = |ground: &Value| ground["rules"].as_array().is_some_and(|rules| !rules.is_empty());
    assert!(grounds.iter().any(ruled), "{grounds:?}");
    let joined = why["judgements"].as_array().unwrap();
    assert!(joined.iter().any(|j| j["verdict"] == "same" && j["about"] == "occurrence"), "{joined:?}");
    refused(&site, "/api/v1/explain/none", StatusCode::NOT_FOUND).await;
}

#[tokio::test]
async fn the_words_of_every_entry_say_what_found_them() {
    let site = Site::new(&[], Options::default());
    for table in TABLES.into_iter().filter(|table| !["articles", "relations"].contains(table)) {
        let list = json(&site, &format!("/api/v1/{table}?limit=500")).await;
        for entry in list["entries"].as_array().unwrap() {
            let why = json(&site, &format!("/api/v1/explain/{}", entry["id"].as_str().unwrap())).await;
            for ground in why["grounds"].as_array().unwrap() {
                assert!(
                    !ground["rules"].as_array().unwrap().is_empty(),
                    "{table}: {}",
                    ground["words"]["quote"]
                );
            }
        }
    }
}

#[tokio::test]
async fn the_log_of_corrections_says_what_still_counts() {
    let site = Site::new(&[], Options::default());
    assert_eq!(json(&site, "/api/v1/corrections").await["total"], 0);
    let before = json(&site, "/api/v1/statements?limit=1").await["entries"][0].clone();
    let id = before["id"].as_str().unwrap().to_owned();
    let correct = |asked| site.live.correct(&asked, "sato", "why").unwrap().unwrap();
    correct(tenkyo_query::Correcting::NotStatement(id.clone()));
    let log = json(&site, "/api/v1/corrections").await;
    let entry = &log["entries"][0];
    assert_eq!(
        (&entry["kind"], &entry["state"], &entry["by"]),
        (&"not-a-statement".into(), &"stands".into(), &"sato".into())
    );
    assert!(before["text"].as_str().unwrap().contains(entry["statement"]["exact"].as_str().unwrap()));
    refused(&site, &format!("/api/v1/statements/{id}"), StatusCode::NOT_FOUND).await;
    correct(tenkyo_query::Correcting::Withdraw(1));
    let log = json(&site, "/api/v1/corrections").await;
    assert_eq!((&log["entries"][0]["state"], &log["total"]), (&"withdrawn".into(), &2.into()));
    is_row_of(&before, &json(&site, &format!("/api/v1/statements/{id}")).await, "statements");
    assert_eq!(json(&site, "/api/v1").await["corrections"], 2);
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let site = Site::new(&[], Options::default());
    for address in ["/api/v1", "/api/v1/statements", "/api/v1/search?q=%E7%A0%B2"] {
        let (_, headers, _) = site.get(address, &[]).await;
        let tag = headers[header::ETAG].to_str().unwrap();
        let (status, again, body) = site.get(address, &[("if-none-match", tag)]).await;
        assert_eq!(
            (status, again[header::ETAG].to_str().unwrap(), body.len()),
            (StatusCode::NOT_MODIFIED, tag, 0)
        );
        let weak = format!("\"other\", W/{tag}");
        assert_eq!(site.get(address, &[("if-none-match", &weak)]).await.0, StatusCode::NOT_MODIFIED);
        assert_eq!(site.get(address, &[("if-none-match", "\"other\"")]).await.0, StatusCode::OK);
    }
    assert_eq!(site.get("/api/v1/actors/none", &[("if-none-match", "*")]).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn errors_are_problems() {
    let site = Site::new(&[], Options::default());
    let bad = StatusCode::BAD_REQUEST;
    for query in [
        "from=x",
        "from=2024-13",
        "certainty=sure",
        "limit=0",
        "limit=501",
        "limit=-1",
        "form=2024",
        "to=",
        "polarity=",
        "polarity=maybe",
    ] {
        refused(&site, &format!("/api/v1/statements?{query}"), bad).await;
    }
    let name = refused(&site, "/api/v1/statements?form=2024", bad).await;
    assert!(name["detail"].as_str().unwrap().contains("`form`"), "{name}");
    refused(&site, &format!("/api/v1/search?q={}", "a".repeat(201)), bad).await;
    refused(&site, "/api/v1/statements/%ff", bad).await;
    for address in [
        "/api/v1/statements/none",
        "/api/v1/nothing",
        "/api/v1/words/none",
        "/api/v1/statements?cursor=!",
        "/api/nothing",
        "/api/v1/articles/none/words?start=0&end=1",
    ] {
        refused(&site, address, StatusCode::NOT_FOUND).await;
    }
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        let request =
            Request::builder().method(method).uri("/api/v1/statements").header(header::HOST, "localhost");
        let (status, headers, _) = site.send(request.body(Body::from("{}")).unwrap()).await;
        assert_eq!(
            (status, headers[header::CONTENT_TYPE].to_str().unwrap()),
            (StatusCode::METHOD_NOT_ALLOWED, "application/problem+json")
        );
        assert!(headers[header::ALLOW].to_str().unwrap().contains("GET"));
    }
    let request = Request::get("/api/v1").header(header::HOST, "evil.example").body(Body::empty()).unwrap();
    let (status, headers, _) = site.send(request).await;
    assert_eq!(
        (status, headers[header::CONTENT_TYPE].to_str().unwrap()),
        (StatusCode::MISDIRECTED_REQUEST, "application/problem+json")
    );
}

#[tokio::test]
async fn the_description_names_every_address() {
    let site = Site::new(&[], Options::default());
    let description = json(&site, "/api/openapi.json").await;
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"));
    for table in TABLES {
        let list = &description["paths"][format!("/api/v1/{table}")]["get"];
        let names: Vec<_> =
            list["parameters"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
        assert_eq!(
            names,
            ["actor", "from", "to", "certainty", "polarity", "outlet", "type", "q", "limit", "cursor"],
            "{table}"
        );
    }
    let schemas = description["components"]["schemas"].as_object().unwrap();
    let silent = |(name, schema): (&String, &Value)| {
        let fields = schema["properties"].as_object().cloned().unwrap_or_default();
        let bare = fields.into_iter().find(|(_, field)| {
            field["description"].is_null() && field["$ref"].is_null() && field["oneOf"].is_null()
        });
        bare.map(|(field, _)| format!("{name}.{field}"))
    };
    // The record of one article is told in its own crate.
    let told = schemas.iter().filter(|(name, _)| !name.starts_with("analysis."));
    let silent: Vec<String> = told.filter_map(silent).collect();
    assert!(silent.is_empty(), "without a description: {silent:?}");
    let page = site.page("/api").await;
    for path in description["paths"].as_object().unwrap().keys() {
        assert!(page.contains(path.as_str()), "{path}");
    }
    assert!(!page.contains("<script"));
}
