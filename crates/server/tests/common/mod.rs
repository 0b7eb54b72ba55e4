//! A real workspace made from the example articles.

use std::path::Path;
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_pipeline::Reader;
use tenkyo_query::Live;
use tenkyo_record::analysis::Analysis;
use tenkyo_store::Store;

/// The pages that stand by themselves.
pub const FIXED: [&str; 19] = [
    "/",
    "/timeline",
    "/statements",
    "/actors",
    "/transfers",
    "/claims",
    "/claims/matrix",
    "/disputes",
    "/distinctions",
    "/series",
    "/forecasts",
    "/documents",
    "/sources",
    "/agreements",
    "/map",
    "/relations",
    "/search?q=砲弾",
    "/import",
    "/api",
];

/// The desk over the example articles and `more` texts (name and text each).
pub fn desk(folder: &Path, more: &[(&str, &str)]) -> Arc<Live> {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let options = tenkyo_ingest::Options::default();
    let mut captures: Vec<_> =
        tenkyo_ingest::read(demo.to_str().unwrap(), &options).map(Result::unwrap).collect();
    for capture in &mut captures {
        let name = capture.source.rsplit('/').next().unwrap().to_owned();
        declare(&demo, &name, &mut capture.declared);
        capture.source = name;
    }
    let mut reader = Reader::new(Arc::new(Lexicon::embedded().unwrap()));
    let mut analyses: Vec<_> = captures.iter().map(|capture| analysis(&mut reader, capture)).collect();
    for (name, text) in more {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        analyses.push(analysis(&mut reader, &tenkyo_ingest::file(&path).unwrap()));
    }
    let mut store = Store::create(&folder.join("workspace")).unwrap();
    store.add(&analyses, "test").unwrap();
    drop(store);
    Live::open(&folder.join("workspace")).unwrap()
}

/// What the index of the examples says of one of them.
fn declare(demo: &Path, name: &str, declared: &mut tenkyo_model::Declared) {
    let index: toml::Table = std::fs::read_to_string(demo.join("index.toml")).unwrap().parse().unwrap();
    let article =
        index["article"].as_array().unwrap().iter().find(|a| a["file"].as_str() == Some(name)).unwrap();
    let field = |key: &str| article.get(key).and_then(|v| v.as_str()).map(str::to_owned);
    declared.outlet = field("outlet");
    declared.published = field("published");
}

fn analysis(reader: &mut Reader, capture: &tenkyo_model::Capture) -> Analysis {
    let reading = reader.read(capture);
    Analysis::new(&reading.article, &reading.findings, &reading.diagnostics)
}

/// One text as it is read.
#[allow(dead_code, reason = "the browser's tests need it not")]
pub fn read(name: &str, text: &str) -> Analysis {
    let capture = tenkyo_model::Capture {
        source: name.into(),
        media: tenkyo_model::Media::Text,
        text: text.into(),
        declared: tenkyo_model::Declared::default(),
    };
    analysis(&mut Reader::new(Arc::new(Lexicon::embedded().unwrap())), &capture)
}
