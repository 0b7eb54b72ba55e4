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
        let code = is_program(path);
        breaches.extend(check(&text, code).into_iter().map(|b| format!("{}{b}", path.display())));
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

/// Whether a file is a part of a program, not a test, benchmark or example.
fn is_program(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let aside = ["tests", "testing", "hostile"].iter().any(|name| stem.ends_with(name));
    // The trainers know the labels of foreign corpora.
    let trainer = path.starts_with("crates/train");
    path.iter().any(|part| part == "src") && !aside && !trainer
}

/// What is wrong with one file; each breach begins with `:line: `. Only `code` must be free of language facts, tests need not.
fn check(text: &str, code: bool) -> Vec<String> {
    let mut breaches = Vec::new();
    let first = text.lines().next().unwrap_or_default();
    if !first.starts_with("//!") {
        breaches.push(":1: the first line must say what the file is (`//! ...`)".into());
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        breaches.push(format!(":{lines}: more than {MOST_LINES} lines; split the file by what it does"));
    }
    if code {
        breaches.extend(language_facts(text));
    }
    breaches
}

/// Lines of code, before the tests of the file, with two Japanese letters in a row. The names of the dictionary's own fields are
/// no language facts: they stand where a token's feature is read.
fn language_facts(text: &str) -> Vec<String> {
    let code = text.lines().take_while(|line| !line.contains("#[cfg(test)]")).enumerate();
    let told = |line: &str| {
        let line = line.split("//").next().unwrap_or_default();
        let letters: Vec<bool> = line.chars().map(is_japanese).collect();
        letters.windows(2).any(|pair| pair[0] && pair[1]) && !reads_feature(line)
    };
    code.filter(|(_, line)| told(line))
        .map(|(i, _)| format!(":{}: Japanese words in code; put the fact into data/ja or knowledge", i + 1))
        .collect()
}

fn reads_feature(line: &str) -> bool {
    line.contains("field(") || line.contains("form.starts_with") || line.contains("=> Pos::")
}

fn is_japanese(c: char) -> bool {
    matches!(c, 'ぁ'..='ん' | 'ァ'..='ヶ' | '一'..='龠')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_it_is() {
        assert_eq!(check("//! Spans.\n", true), Vec::<String>::new());
        assert_eq!(check("use std::fmt;\n", true).len(), 1);
    }

    #[test]
    fn language_facts_are_data() {
        let file = "//! Words.\nlet verb = \"述べた\";\n";
        assert_eq!((check(file, true).len(), check(file, false).len()), (1, 0));
    }

    #[test]
    fn long_files_are_named() {
        let long = "//! Long.\n".repeat(MOST_LINES + 1);
        assert_eq!(check(&long, true).len(), 1);
    }
}
