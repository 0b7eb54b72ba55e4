//! Bytes from outside into captures: files, folders, pages, standard input.
//!
//! Everything here is hostile until decoded: sizes are bounded, charsets named, addresses checked. What cannot be read gives
//! one [`IngestError`] that names it and says what to do; the rest of a batch goes on.

mod address;
mod charset;
mod error;
mod file;
mod folder;
mod jsonl;
mod media;
mod page;
mod text;

pub use error::{Fault, IngestError};
pub use file::{MAX_BYTES, bytes, documents, file, standard_input};
pub use folder::files;
pub use page::{MAX_REDIRECTS, Options, is_address, page};

use std::path::Path;
use tenkyo_model::Capture;

/// What one source gave: a capture or a reason why there is none, one for each document in it.
pub type Outcome = Result<Capture, IngestError>;

/// Reads what a user names: `-` for standard input, an `http` or `https` address, a folder (every readable file in it, in order
/// of its paths), a JSONL file (one document a line) or any other file.
pub fn read<'o>(source: &str, options: &'o Options) -> Box<dyn Iterator<Item = Outcome> + 'o> {
    if source == "-" {
        return Box::new(standard_input().into_iter());
    }
    if is_address(source) {
        let source = source.to_owned();
        return Box::new(std::iter::once_with(move || page(&source, options)));
    }
    match files(Path::new(source)) {
        Ok(paths) => Box::new(paths.into_iter().flat_map(|path| documents(&path))),
        Err(error) => Box::new(std::iter::once(Err(error))),
    }
}
