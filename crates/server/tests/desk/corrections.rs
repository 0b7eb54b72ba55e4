//! Corrections from the form to the entry, and back.

use crate::site::{HOST, Site, has_foreign_script};
use crate::{pages, quotations};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use tenkyo_server::Options;
use tenkyo_store::Store;

const TEXT: &str = "会見\n報道官は「会談は有益だった」と述べた。\n報道官は「砲弾は渡していない」と否定した。";

fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let live = quotations::desk_of_quotations(folder.path(), TEXT);
    Site::over(live, folder, Options::default())
}

impl Site {
    async fn post(&self, address: &str, fields: &[(&str, &str)], origin: &str) -> StatusCode {
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", pages::encoded(value)));
        let request = Request::post(address)
            .header(header::HOST, HOST)
            .header(header::ORIGIN, origin)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(pairs.collect::<Vec<_>>().join("&")));
        self.send(request.unwrap()).await.0
    }

    async fn correct(&self, fields: &[(&str, &str)]) -> StatusCode {
        self.post("/corrections", fields, &format!("http://{HOST}")).await
    }

    fn utterance(&self, text: &str) -> Option<tenkyo_model::ledger::Utterance> {
        self.live.now().ledger.utterances.iter().find(|u| u.text.contains(text)).cloned()
    }
}

#[tokio::test]
async fn a_speaker_is_corrected_and_the_correction_undone() {
    let site = site();
    let before = site.utterance("有益").unwrap();
    let form = site.page(&format!("/correct?id={}", before.id)).await;
    assert!(form.contains("会談は有益だった") && form.contains("action=\"/corrections\""));
    let fields =
        [("kind", "speaker"), ("id", &before.id), ("value", "大統領"), ("by", "佐藤"), ("why", "次の文")];
    assert_eq!(site.correct(&fields).await, StatusCode::SEE_OTHER);
    let speaker = site.utterance("有益").unwrap().speaker.unwrap();
    assert_eq!(site.live.now().actor(&speaker).unwrap().name, "大統領");
    let log = site.page("/corrections").await;
    assert!(log.contains("佐藤") && log.contains("次の文") && log.contains("会談は有益だった"));
    assert_eq!(site.correct(&[("kind", "withdraw"), ("number", "1")]).await, StatusCode::SEE_OTHER);
    assert_eq!(site.utterance("有益").unwrap().speaker, before.speaker);
    assert_eq!(site.live.now().log.len(), 2, "nothing is deleted");
    assert_eq!(site.correct(&[("kind", "withdraw"), ("number", "1")]).await, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn corrections_survive_another_reading() {
    let site = site();
    let document = site.live.now().ledger.documents[0].id.clone();
    let fields = [("kind", "not-a-statement"), ("id", &format!("{document}:s1")[..])];
    assert_eq!(site.correct(&fields).await, StatusCode::SEE_OTHER);
    assert!(site.utterance("有益").is_none() && site.utterance("砲弾").is_some());
    // The source shows a longer text now: other offsets, another document.
    let folder = tempfile::tempdir().unwrap();
    let longer = TEXT.replacen("会見\n", "会見の続報\n記者団が集まった。\n", 1);
    let other = quotations::desk_of_quotations(folder.path(), &longer);
    let analysis = other.analysis(&other.now().ledger.documents[0].id).unwrap().unwrap();
    Store::open(site.live.folder()).unwrap().add(&[analysis], "later").unwrap();
    assert!(site.live.refresh().unwrap());
    assert!(site.utterance("有益").is_none() && site.utterance("砲弾").is_some());
    let gold = site.live.now().corrected();
    assert_eq!(gold.len(), 1);
    let gold = serde_json::to_value(&gold[0].1).unwrap();
    assert_eq!(gold["doc"], "said.txt");
    assert_eq!(gold["statements"].as_array().unwrap().len(), 1);
    assert_eq!(gold["statements"][0]["content"], "砲弾は渡していない");
}

#[tokio::test]
async fn actors_are_joined_named_and_told_apart() {
    let site = Site::new(&[], Options::default());
    let now = site.live.now();
    let two: Vec<_> = now.ledger.actors.iter().filter(|a| a.kind.name() == "person").take(2).collect();
    let (one, other) = (two[0].id.clone(), two[1].id.clone());
    assert!(site.page(&format!("/correct?id={}", pages::encoded(&one))).await.contains("name=\"value\""));
    let count = now.ledger.actors.len();
    let same = [("kind", "same"), ("id", &one[..]), ("other", &other[..])];
    assert_eq!(site.correct(&same).await, StatusCode::SEE_OTHER);
    assert!(site.live.now().ledger.actors.len() < count);
    assert_eq!(site.correct(&[("kind", "withdraw"), ("number", "1")]).await, StatusCode::SEE_OTHER);
    assert_eq!(site.live.now().ledger.actors.len(), count);
    let name = two[1].name.clone();
    let alias = [("kind", "alias"), ("id", &one[..]), ("value", &name[..])];
    assert_eq!(site.correct(&alias).await, StatusCode::SEE_OTHER);
    let (first, after) = (&two[0].name, site.live.now());
    assert!(after.ledger.actors.len() < count);
    assert!(after.ledger.actors.iter().any(|a| a.names.contains(&name) && a.names.contains(first)));
}

#[tokio::test]
async fn dates_and_types_of_events_are_corrected() {
    let site = Site::new(&[], Options::default());
    let event = site.live.now().ledger.occurrences[0].clone();
    let words = event.members[0].clone();
    let is = |o: &&tenkyo_model::ledger::Occurrence| o.members.contains(&words);
    let find = || site.live.now().ledger.occurrences.iter().find(is).cloned();
    assert_eq!(
        site.correct(&[("kind", "date"), ("id", &event.id), ("value", "1999-12")]).await,
        StatusCode::SEE_OTHER
    );
    let dated = find().unwrap();
    assert_eq!(dated.date.as_deref(), Some("1999-12"));
    assert_eq!(
        site.correct(&[("kind", "type"), ("id", &dated.id), ("value", "PROTEST")]).await,
        StatusCode::SEE_OTHER
    );
    assert_eq!(find().unwrap().kind.name(), "PROTEST");
}

#[tokio::test]
async fn only_the_desks_own_pages_write() {
    let site = site();
    let id = site.utterance("有益").unwrap().id;
    let fields = [("kind", "not-a-statement"), ("id", &id[..])];
    for origin in ["http://evil.example", "null", "http://localhost:1", "https://localhost:7878.evil.example"]
    {
        assert_eq!(site.post("/corrections", &fields, origin).await, StatusCode::FORBIDDEN, "{origin}");
        assert_eq!(site.post("/import", &fields, origin).await, StatusCode::FORBIDDEN, "{origin}");
    }
    let bare =
        Request::post("/corrections").header(header::HOST, HOST).body(Body::from("kind=withdraw&number=1"));
    assert_eq!(site.send(bare.unwrap()).await.0, StatusCode::FORBIDDEN);
    assert!(site.live.now().log.is_empty());
    for bad in [
        &[("kind", "speaker"), ("id", "none")][..],
        &[("kind", "date"), ("id", &id)],
        &[("kind", "type"), ("id", &id), ("value", "X")],
        &[("kind", "nothing"), ("id", &id)],
        &[("kind", "alias"), ("id", "none"), ("value", "x")],
        &[("kind", "same"), ("id", &id), ("other", "none")],
        &[("kind", "speaker"), ("id", &id), ("value", &"あ".repeat(501))],
    ] {
        assert_eq!(site.correct(bad).await, StatusCode::BAD_REQUEST, "{bad:?}");
    }
    assert!(site.live.now().log.is_empty());
    assert_eq!(site.get("/correct?id=none", &[]).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn hostile_corrections_are_shown_as_text() {
    let site = site();
    let id = site.utterance("有益").unwrap().id;
    let hostile = "<script>alert(1)</script>\u{202e}";
    let fields =
        [("kind", "speaker"), ("id", &id[..]), ("value", hostile), ("by", hostile), ("why", hostile)];
    assert_eq!(site.correct(&fields).await, StatusCode::SEE_OTHER);
    for address in ["/corrections", "/statements", "/actors"] {
        let body = site.page(address).await;
        assert!(!has_foreign_script(&body) && !body.contains('\u{202e}'), "{address}");
    }
}
