//! A capture into an article: its text, cut into blocks, with what it says about itself.
//!
//! Plain text stays as it was read, byte for byte. A page becomes its article's lines, headline first. What is dangerous to show
//! (control and direction characters) stays in the text and is dealt with where text is shown; a diagnostic tells of it.

mod blocks;
mod declared;
mod html;
mod lines;
mod oddities;
mod stamp;

use lines::Line;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Article, Capture, Declared, Diagnostic, DocumentId, Media};

/// What a capture holds before its lines are classified.
struct Draft {
    text: Arc<str>,
    lines: Vec<Line>,
    declared: Declared,
    diagnostics: Vec<Diagnostic>,
}

/// Reads a capture. Odd pages give diagnostics, never errors.
pub fn read(capture: &Capture, lexicon: &Lexicon) -> (Article, Vec<Diagnostic>) {
    let draft = match capture.media {
        Media::Text => plain(capture),
        Media::Html => html::draft(&capture.text),
    };
    let mut diagnostics = draft.diagnostics;
    diagnostics.extend(oddities::of(&draft.text));
    let given = declared::over(&capture.declared, draft.declared);
    let layout = blocks::lay_out(&draft.text, &draft.lines, &given, &lexicon.blocks);
    let (declared, published_span) = declared::complete(given, &draft.text, &layout);
    let article = Article {
        id: id(&draft.text),
        source: capture.source.clone(),
        declared,
        published_span,
        blocks: layout.blocks,
        text: draft.text,
    };
    (article, diagnostics)
}

fn plain(capture: &Capture) -> Draft {
    let text: Arc<str> = capture.text.as_str().into();
    let lines = lines::of(&text);
    Draft { lines, text, declared: Declared::default(), diagnostics: Vec::new() }
}

/// The first 16 hexadecimal digits of the text's SHA-256.
fn id(text: &str) -> DocumentId {
    let digest = Sha256::digest(text.as_bytes());
    DocumentId(digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests;
