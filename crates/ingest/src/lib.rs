//! Bytes from outside into captures: files, pages, standard input.
//!
//! Everything here is hostile until decoded: sizes are bounded, charsets named, addresses checked.

use std::path::Path;
use tenkyo_model::{Capture, Declared, Media};

/// Reads one file.
///
/// # Errors
/// When it cannot be read, or is not text.
pub fn file(path: &Path) -> std::io::Result<Capture> {
    let text = std::fs::read_to_string(path)?;
    let source = path.display().to_string();
    Ok(Capture { source, media: Media::Text, text, declared: Declared::default() })
}
