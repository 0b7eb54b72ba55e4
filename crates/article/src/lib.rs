//! A capture into an article: its text, cut into blocks, with what it says about itself.

use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Article, Block, BlockKind, Capture, Diagnostic, DocumentId};
use tenkyo_text::Span;

/// Reads a capture. Odd pages give diagnostics, never errors.
pub fn read(capture: &Capture, _lexicon: &Lexicon) -> (Article, Vec<Diagnostic>) {
    let text: std::sync::Arc<str> = capture.text.as_str().into();
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(&text);
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
    }
    let article = Article {
        id: DocumentId(String::new()),
        source: capture.source.clone(),
        declared: capture.declared.clone(),
        published_span: None,
        blocks,
        text,
    };
    (article, Vec::new())
}
