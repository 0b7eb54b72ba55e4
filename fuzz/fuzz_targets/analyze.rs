//! Any text through the language layer: no panic, and every span is a stretch of the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use tenkyo_japanese::Japanese;
use tenkyo_model::{Article, Block, BlockKind, Declared, DocumentId};
use tenkyo_text::Span;

thread_local! {
    static JAPANESE: RefCell<Japanese> = RefCell::new(Japanese::new());
}

fuzz_target!(|text: &str| {
    let article = Article {
        id: DocumentId(String::new()),
        source: String::new(),
        text: text.into(),
        declared: Declared::default(),
        published_span: None,
        blocks: vec![Block { kind: BlockKind::Paragraph, span: Span::of(text).trim(text) }],
    };
    let (analysis, _) = JAPANESE.with_borrow_mut(|japanese| japanese.analyze(&article));
    let spans = analysis.tokens.iter().map(|t| t.span).chain(analysis.bunsetsu.iter().map(|b| b.span));
    for span in spans.chain(analysis.entities.iter().map(|e| e.span)) {
        assert!(!span.is_empty() && text.get(span.range()).is_some(), "{span:?}");
    }
});
