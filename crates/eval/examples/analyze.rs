//! Reads files and writes one analysis a file into a folder: `analyze OUT FILE…`, as `eval/score.py`-like scorers want them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Capture, Declared, Media};
use tenkyo_pipeline::Reader;
use tenkyo_record::analysis::Analysis;

fn main() {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let out = arguments.next().expect("usage: analyze OUT FILE...");
    std::fs::create_dir_all(&out).expect("OUT can be made");
    let mut reader = Reader::new(Arc::new(Lexicon::embedded().expect("the embedded data is sound")));
    for path in arguments {
        let reading = reader.read(&capture(&path));
        let record = Analysis::new(&reading.article, &reading.findings, &reading.diagnostics);
        let json = serde_json::to_string(&record).expect("a record is JSON");
        let name = path.file_stem().expect("FILE has a name").to_string_lossy().into_owned() + ".json";
        std::fs::write(out.join(name), json).expect("OUT is writable");
    }
}

fn capture(path: &Path) -> Capture {
    let text = std::fs::read_to_string(path).expect("FILE is UTF-8 text");
    Capture { source: path.display().to_string(), media: Media::Text, text, declared: Declared::default() }
}
