//! Runs every spec of `specs/`. With `TENKYO_BLESS=1` it writes what was found into the files instead: read the difference.

#![allow(clippy::unwrap_used, reason = "a failed step fails the test")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tenkyo_eval::spec::{Case, Outcome, parse, run};
use tenkyo_lexicon::Lexicon;
use tenkyo_pipeline::Reader;

#[test]
fn specs_hold() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    let mut reader = Reader::new(Arc::new(Lexicon::embedded().unwrap()));
    let bless = std::env::var_os("TENKYO_BLESS").is_some();
    let mut report = String::new();
    for path in markdown_below(&root) {
        let markdown = std::fs::read_to_string(&path).unwrap();
        let checked: Vec<(Case, Vec<Outcome>)> = parse(&markdown)
            .into_iter()
            .map(|case| {
                let outcomes = run(&case, &mut reader)
                    .unwrap_or_else(|e| panic!("{}:{}: {e}", path.display(), case.line));
                (case, outcomes)
            })
            .collect();
        if bless {
            std::fs::write(&path, blessed(&markdown, &checked)).unwrap();
        } else {
            report += &failures(&path, &checked);
        }
    }
    assert!(report.is_empty(), "{report}\nTENKYO_BLESS=1 cargo test -p tenkyo-eval writes what was found");
}

fn markdown_below(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let nested = |path: PathBuf| if path.is_dir() { markdown_below(&path) } else { vec![path] };
    paths.into_iter().flat_map(nested).filter(|p| p.extension().is_some_and(|e| e == "md")).collect()
}

fn failures(path: &Path, checked: &[(Case, Vec<Outcome>)]) -> String {
    let mut report = String::new();
    for (case, outcomes) in checked {
        for (expected, outcome) in case.expected.iter().zip(outcomes).filter(|(_, o)| !o.met) {
            let (wanted, found) = (&expected.lines, &outcome.found);
            writeln!(report, "{}:{}: {}", path.display(), case.line, expected.layer).unwrap();
            writeln!(report, "{}  expected:\n{wanted}  found:\n{found}", case.text).unwrap();
        }
    }
    report
}

/// The file with every expectation replaced by what was found, from the last to the first so that places stay right.
fn blessed(markdown: &str, checked: &[(Case, Vec<Outcome>)]) -> String {
    let mut out = markdown.to_owned();
    let places = checked.iter().flat_map(|(case, outcomes)| case.expected.iter().zip(outcomes));
    for (expected, outcome) in places.collect::<Vec<_>>().into_iter().rev() {
        out.replace_range(expected.place.clone(), &outcome.found);
    }
    out
}
