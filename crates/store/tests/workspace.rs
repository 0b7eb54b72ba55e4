//! A workspace keeps each text once, keeps versions, and finds words whatever their inflection.

use tenkyo_model::{Article, Certainty, Declared, DocumentId, Findings, Mode, Polarity, RuleId, Statement};
use tenkyo_record::analysis::Analysis;
use tenkyo_store::{Addition, HitKind, Store, StoreError};
use tenkyo_text::Span;

fn analysis(source: &str, text: &str) -> Analysis {
    let declared = Declared { title: text.lines().next().map(str::to_owned), ..Declared::default() };
    let id =
        DocumentId(format!("{:016x}", text.bytes().fold(7u64, |h, b| h.wrapping_mul(31) + u64::from(b))));
    let article = Article {
        id,
        source: source.into(),
        text: text.into(),
        declared,
        published_span: None,
        blocks: Vec::new(),
    };
    let statement = text.find('「').zip(text.find('」')).map(|(open, close)| Statement {
        content: Span::new(open + '「'.len_utf8(), close),
        mode: Mode::Direct,
        speaker: None,
        cue: None,
        via: Vec::new(),
        addressee: None,
        certainty: Certainty::Certain,
        polarity: Polarity::Positive,
        rule: RuleId::from("test"),
    });
    let findings = Findings { statements: statement.into_iter().collect(), ..Findings::default() };
    Analysis::new(&article, &findings, &[])
}

const VISIT: &str = "外相が訪問\n外相は「弾薬は渡していない」と述べた。";
const TRAIN: &str = "列車が到着\n専用列車が国境の駅に着いた。";

#[test]
fn the_same_text_is_kept_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path()).unwrap();
    let (a, again, b) = (analysis("b.txt", VISIT), analysis("a.txt", VISIT), analysis("c.txt", TRAIN));
    assert_eq!(store.add(&[a.clone(), b], "1").unwrap(), [Addition::New, Addition::New]);
    let before = store.documents().unwrap();
    assert_eq!(store.add(std::slice::from_ref(&a), "1").unwrap(), [Addition::Known]);
    assert_eq!(store.documents().unwrap(), before);
    assert_eq!(store.add(&[again], "1").unwrap(), [Addition::Known]);
    assert_eq!(store.documents().unwrap().len(), 2);
    assert_eq!(store.names(&a.document.id).unwrap(), ["a.txt", "b.txt"]);
    assert_eq!(store.add(&[a], "2").unwrap(), [Addition::Reread]);
}

#[test]
fn another_text_of_a_source_is_a_version() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path()).unwrap();
    store.add(&[analysis("a.txt", VISIT)], "1").unwrap();
    assert_eq!(store.search("弾薬", 9).unwrap().len(), 2);
    let added = store.add(&[analysis("a.txt", TRAIN)], "1").unwrap();
    assert_eq!(added, [Addition::Version]);
    assert_eq!(store.versions("a.txt").unwrap().len(), 2);
    let current: Vec<_> = store.analyses().unwrap().map(|a| a.unwrap().document.text).collect();
    assert_eq!(current, [TRAIN]);
    assert!(store.search("弾薬", 9).unwrap().is_empty(), "an earlier version is not current");
    store.add(&[analysis("a.txt", VISIT)], "1").unwrap();
    assert_eq!(store.document_by_source("a.txt").unwrap().unwrap().document.text, VISIT);
}

#[test]
fn words_are_found_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path()).unwrap();
    store.add(&[analysis("a.txt", VISIT), analysis("b.txt", TRAIN)], "1").unwrap();
    let hits = store.search("渡す", 9).unwrap();
    let statement = hits.iter().find(|h| h.kind == HitKind::Statement("s1".into())).unwrap();
    let text: Vec<char> = VISIT.chars().collect();
    let words = |[from, to]: [usize; 2]| text[from..to].iter().collect::<String>();
    assert_eq!(words(statement.span), statement.snippet);
    assert_eq!(words(statement.highlights[0]), "渡し");
    assert_eq!(store.search("国境の駅", 9).unwrap().len(), 1);
    assert!(store.search("駅の国境", 9).unwrap().is_empty(), "words side by side are a phrase");
    assert!(store.search("((\"", 9).unwrap().is_empty());
    let before = store.search("列車", 9).unwrap();
    assert_eq!(before.len(), 1);
    store.rebuild_index().unwrap();
    assert_eq!(store.search("列車", 9).unwrap(), before);
}

#[test]
fn a_folder_without_a_workspace_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Store::open(folder.path()), Err(StoreError::NoWorkspace(_))));
}

#[test]
fn corrections_only_add_up() {
    use tenkyo_model::correction::{Anchor, Change, Correction};
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path()).unwrap();
    let document = analysis("a.txt", VISIT);
    store.add(std::slice::from_ref(&document), "1").unwrap();
    let statement = Anchor {
        document: document.document.id.clone(),
        source: "a.txt".into(),
        exact: "弾薬は渡していない".into(),
        prefix: "外相は「".into(),
        suffix: "」と述べた。".into(),
    };
    let correction = |change| Correction {
        by: "佐藤".into(),
        at: "2026-11-24T12:00:00Z".into(),
        why: "引用ではない".into(),
        change,
    };
    let first = correction(Change::NotStatement { statement });
    assert_eq!(store.correct(&first).unwrap(), 1);
    assert_eq!(store.correct(&correction(Change::Withdraw { number: 1 })).unwrap(), 2);
    store.add(&[document], "2").unwrap();
    let log = store.corrections().unwrap();
    assert_eq!(log.len(), 2, "reading anew keeps the log");
    assert_eq!(log[0].correction, first);
    let database = rusqlite::Connection::open(folder.path().join("tenkyo.db")).unwrap();
    assert!(database.execute("UPDATE correction SET why = ''", []).is_err());
    assert!(database.execute("DELETE FROM correction", []).is_err());
}
