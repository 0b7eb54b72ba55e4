//! A workspace with statements that are known beforehand.

use std::path::Path;
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_query::Live;
use tenkyo_record::analysis::Analysis;
use tenkyo_store::Store;

/// A desk over one text whose quotations are statements of its first actor, every second one a denial.
pub fn desk_of_quotations(folder: &Path, text: &str) -> Arc<Live> {
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
    drop(store);
    Live::open(&folder.join("workspace")).unwrap()
}
