//! MCP over HTTP, as a client speaks it.

use crate::site::{HOST, Site};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use tenkyo_server::Options;

impl Site {
    async fn rpc(&self, method: &str, params: Value) -> Value {
        let call = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
        let request = Request::post("/mcp")
            .header(header::HOST, HOST)
            .header(header::ACCEPT, "application/json, text/event-stream")
            .header("mcp-protocol-version", "2025-06-18")
            .header(header::CONTENT_TYPE, "application/json");
        let (status, _, body) = self.send(request.body(Body::from(call.to_string())).unwrap()).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        serde_json::from_str(&body).unwrap()
    }

    async fn tool(&self, name: &str, arguments: Value) -> Value {
        let answer = self.rpc("tools/call", json!({ "name": name, "arguments": arguments })).await;
        assert!(answer["result"]["isError"] != true, "{answer}");
        answer["result"]["structuredContent"].clone()
    }
}

#[tokio::test]
async fn a_model_finds_who_denied_what_and_cites_it() {
    let site = Site::new(&[], Options::default());
    let client = json!({ "name": "test", "version": "1" });
    let hello = json!({ "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": client });
    let server = site.rpc("initialize", hello).await;
    assert_eq!(server["result"]["serverInfo"]["name"], "tenkyo");
    let tools = site.rpc("tools/list", json!({})).await;
    let tools = tools["result"]["tools"].as_array().unwrap();
    let mut names: Vec<_> = tools.iter().map(|t| t["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    let known = [
        "actors",
        "agreements",
        "claims",
        "disputes",
        "figures",
        "forecasts",
        "search",
        "statements",
        "timeline",
        "transfers",
        "words",
    ];
    assert_eq!(names, known);
    assert!(
        tools
            .iter()
            .all(|t| t["annotations"]["readOnlyHint"] == true && t["annotations"]["destructiveHint"] == false)
    );
    assert!(
        tools
            .iter()
            .all(|t| t["description"].as_str().unwrap().len() > 40 && t["inputSchema"]["type"] == "object")
    );

    let denied = site.tool("statements", json!({ "polarity": "-", "limit": 5 })).await;
    let first = &denied["entries"][0];
    assert!(denied["names"].as_object().is_some_and(|names| !names.is_empty()));
    let words = site.tool("words", json!({ "id": first["id"] })).await;
    let word = &words["words"][0];
    assert_eq!(word, &first["words"][0]);
    let article = site.page(&format!("/api/v1/articles/{}", word["document"].as_str().unwrap())).await;
    let article: Value = serde_json::from_str(&article).unwrap();
    let text: Vec<char> = article["document"]["text"].as_str().unwrap().chars().collect();
    let [start, end] = [0, 1].map(|i| word["span"][i].as_u64().unwrap() as usize);
    assert_eq!(word["quote"], text[start..end].iter().collect::<String>());
    let place = json!({ "document": word["document"], "span": word["span"] });
    assert_eq!(&site.tool("words", place).await["words"][0], word);
    for tool in ["search", "claims", "timeline", "statements", "transfers", "actors"] {
        let answer = site.tool(tool, json!({ "q": ["ロシア"] })).await;
        assert!(answer["total"].as_u64().unwrap() > 0, "{tool}");
    }
    assert!(site.tool("disputes", json!({})).await["total"].as_u64().unwrap() > 0);
}

#[tokio::test]
async fn long_answers_are_cut_and_go_on() {
    let said = |n: usize| {
        format!("報道官は{}日、「{}」と述べた。", n % 28 + 1, format!("第{n}の協議は続いている。").repeat(40))
    };
    let text: String = (1..60).map(said).collect::<Vec<_>>().join("\n");
    let site = Site::new(&[("long.txt", &text)], Options::default());
    let (mut seen, mut asked, mut cuts) = (Vec::new(), json!({ "limit": 500 }), 0);
    loop {
        let answer = site.tool("statements", asked.clone()).await;
        assert!(answer.to_string().len() < 80 * 1024);
        cuts += usize::from(answer["cut"].as_str().is_some_and(|note| note.contains("`next`")));
        let entries = answer["entries"].as_array().unwrap();
        seen.extend(entries.iter().map(|entry| entry["id"].as_str().unwrap().to_owned()));
        match answer["next"].as_str() {
            Some(next) => asked["cursor"] = next.into(),
            None => break assert_eq!(answer["total"], seen.len()),
        }
    }
    assert!(cuts > 0);
    let all: std::collections::BTreeSet<_> = seen.iter().collect();
    assert_eq!(all.len(), seen.len());
}

#[tokio::test]
async fn wrong_arguments_are_told_and_other_sites_stay_outside() {
    let site = Site::new(&[], Options::default());
    for (tool, arguments) in [
        ("statements", json!({ "from": "yesterday" })),
        ("statements", json!({ "limit": 0 })),
        ("words", json!({})),
        ("words", json!({ "id": "none" })),
        ("words", json!({ "document": "none", "span": [0, 1] })),
    ] {
        let answer = site.rpc("tools/call", json!({ "name": tool, "arguments": arguments })).await;
        assert!(answer["error"]["message"].is_string() || answer["result"]["isError"] == true, "{answer}");
    }
    let foreign =
        Request::post("/mcp").header(header::HOST, HOST).header(header::ORIGIN, "http://evil.example");
    assert_eq!(site.send(foreign.body(Body::from("{}")).unwrap()).await.0, StatusCode::FORBIDDEN);
}
