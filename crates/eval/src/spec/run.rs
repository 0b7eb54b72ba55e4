//! Cases against the pipeline.

use super::Case;
use crate::render;
use tenkyo_model::{Capture, Declared, Media};
use tenkyo_pipeline::Reader;

/// What a layer really found, in the order of the case's expectations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// One finding a line; every line ends in a line feed.
    pub found: String,
    /// Whether that is what was expected.
    pub met: bool,
}

/// Reads the text of `case` and renders each layer that it expects something of.
///
/// # Errors
/// The name of a layer that does not exist.
pub fn run(case: &Case, reader: &mut Reader) -> Result<Vec<Outcome>, String> {
    let declared = Declared { published: case.published.clone(), ..Declared::default() };
    let capture = Capture { source: "spec".into(), media: Media::Text, text: case.text.clone(), declared };
    let reading = reader.read(&capture);
    let outcome = |layer: &str, expected: &str| {
        let found: String = render::layer(&reading, layer)?.iter().map(|line| format!("{line}\n")).collect();
        Ok(Outcome { met: found == expected, found })
    };
    case.expected.iter().map(|e| outcome(&e.layer, &e.lines)).collect()
}
