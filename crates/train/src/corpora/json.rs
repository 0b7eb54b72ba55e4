//! ner-wikipedia: a JSON list of sentences with spans in code points.

use super::{Sentence, Source};
use anyhow::Context;

#[derive(serde::Deserialize)]
struct Entry {
    text: String,
    entities: Vec<Name>,
}

#[derive(serde::Deserialize)]
struct Name {
    span: [usize; 2],
    r#type: String,
}

/// The sentences in order; their running numbers decide the folds.
///
/// # Errors
/// When the text is not of this shape.
pub fn sentences(text: &str) -> anyhow::Result<Vec<Sentence>> {
    let entries: Vec<Entry> = serde_json::from_str(text).context("ner-wikipedia")?;
    Ok(entries.into_iter().map(sentence).collect())
}

fn sentence(entry: Entry) -> Sentence {
    let bytes: Vec<usize> = entry.text.char_indices().map(|(i, _)| i).chain([entry.text.len()]).collect();
    let names = entry.entities.into_iter().map(|n| (bytes[n.span[0]], bytes[n.span[1]], n.r#type)).collect();
    Sentence { text: entry.text, source: Source::NerWikipedia, bunsetsu: Vec::new(), names }
}
