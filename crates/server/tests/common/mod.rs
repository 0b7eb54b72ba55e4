//! A real workspace made from the example articles.

use std::path::Path;
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_pipeline::Reader;
use tenkyo_record::analysis::Analysis;
use tenkyo_server::Desk;
use tenkyo_store::Store;

/// The desk over the example articles and `more` texts (name and text each).
pub fn desk(folder: &Path, more: &[(&str, &str)]) -> Desk {
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
    Desk::open(store).unwrap()
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

/// A desk over one text whose quotations are statements of its first actor, every second one a denial.
pub fn desk_of_quotations(folder: &Path, text: &str) -> Desk {
    use tenkyo_model::{Actor, ActorId, ActorKind, Certainty, Findings, Mode, Polarity, RuleId, Statement};
    let capture = tenkyo_model::Capture {
        source: "said.txt".into(),
        media: tenkyo_model::Media::Text,
        text: text.into(),
        declared: tenkyo_model::Declared::default(),
    };
    let (article, _) = tenkyo_article::read(&capture, &Lexicon::embedded().unwrap());
    let spans = text.match_indices('「').map(|(at, mark)| {
        let start = at + mark.len();
        tenkyo_text::Span::new(start, start + text[start..].find('」').unwrap())
    });
    let statement = |(n, content)| Statement {
        content,
        mode: Mode::Direct,
        speaker: Some(ActorId(0)),
        cue: None,
        via: Vec::new(),
        addressee: None,
        certainty: Certainty::Certain,
        polarity: if n % 2 == 1 { Polarity::Negative } else { Polarity::Positive },
        rule: RuleId::from("test"),
    };
    let speaker = Actor {
        name: "報道官".into(),
        kind: ActorKind::Person,
        knowledge: None,
        wikidata: None,
        roles: Vec::new(),
        mentions: Vec::new(),
    };
    let statements = spans.enumerate().map(statement).collect();
    let published = tenkyo_model::Published {
        value: "2024-06-19".into(),
        basis: tenkyo_model::Basis::Metadata,
        span: None,
        rule: RuleId::from("test"),
    };
    let published = Some(published);
    let findings = Findings { published, actors: vec![speaker], statements, ..Findings::default() };
    let mut store = Store::create(&folder.join("workspace")).unwrap();
    store.add(&[Analysis::new(&article, &findings, &[])], "test").unwrap();
    Desk::open(store).unwrap()
}
