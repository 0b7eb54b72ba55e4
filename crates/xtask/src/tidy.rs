//! House rules that the compiler does not know.

use anyhow::Context;
use std::fs;
use std::path::{Path, PathBuf};

/// Lines of a source file, tests included.
const MOST_LINES: usize = 450;

/// Checks every Rust file of `crates/`.
///
/// # Errors
/// Lists every breach, with file, line and what to do.
pub fn run() -> anyhow::Result<()> {
    let mut breaches = Vec::new();
    let files = rust_files(Path::new("crates"))?;
    for path in &files {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        breaches.extend(check(&text).into_iter().map(|b| format!("{}{b}", path.display())));
    }
    anyhow::ensure!(breaches.is_empty(), "{}", breaches.join("\n"));
    println!("tidy: {} files", files.len());
    Ok(())
}

fn rust_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("target") {
            out.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}

/// What is wrong with one file; each breach begins with `:line: `.
fn check(text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    let first = text.lines().next().unwrap_or_default();
    if !first.starts_with("//!") {
        breaches.push(":1: the first line must say what the file is (`//! ...`)".into());
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        breaches.push(format!(":{lines}: more than {MOST_LINES} lines; split the file by what it does"));
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_it_is() {
        assert_eq!(check("//! Spans.\n"), Vec::<String>::new());
        assert_eq!(check("use std::fmt;\n").len(), 1);
    }

    #[test]
    fn long_files_are_named() {
        let long = "//! Long.\n".repeat(MOST_LINES + 1);
        assert_eq!(check(&long).len(), 1);
    }
}
