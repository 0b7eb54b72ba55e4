//! The corpora as sentences: plain text, where bunsetsu begin, their heads, and names.

pub mod cabocha;
pub mod classes;
pub mod conllu;
pub mod iob;
pub mod json;
pub mod wac;

use anyhow::Context;
use std::io::{BufReader, Read};
use std::path::Path;

/// Which corpus a sentence is from: corpora disagree on what a bunsetsu and a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// UD Japanese GSD.
    Gsd,
    /// Wikipedia Annotated Corpus.
    Wac,
    /// ner-wikipedia.
    NerWikipedia,
    /// IOB2Corpus.
    Iob2,
}

/// One annotated sentence. Offsets are bytes of `text`.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// Its corpus.
    pub source: Source,
    /// Bunsetsu in order: first byte, and index of the head.
    pub bunsetsu: Vec<(usize, Option<usize>)>,
    /// Names in order: first byte, byte after the last, label of the corpus.
    pub names: Vec<(usize, usize, String)>,
}

/// The text of a file compressed with xz.
///
/// # Errors
/// When it cannot be read, or is not UTF-8.
pub fn text(path: &Path) -> anyhow::Result<String> {
    let bytes = unpacked(path)?;
    String::from_utf8(bytes).with_context(|| path.display().to_string())
}

/// The bytes of a file compressed with xz.
///
/// # Errors
/// When it cannot be read.
pub fn unpacked(path: &Path) -> anyhow::Result<Vec<u8>> {
    let name = || path.display().to_string();
    let mut packed = BufReader::new(std::fs::File::open(path).with_context(name)?);
    let mut bytes = Vec::new();
    lzma_rs::xz_decompress(&mut packed, &mut bytes).with_context(name)?;
    packed.read_to_end(&mut Vec::new())?;
    Ok(bytes)
}
