//! The Wikipedia Annotated Corpus: KNP's format, in a tar archive, with its own split.

use super::{Sentence, Source};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// The sentences of one part of its split: `train`, `dev` or `test`, in order of the list.
///
/// # Errors
/// When the archive cannot be read.
pub fn sentences(path: &Path, part: &str) -> anyhow::Result<Vec<Sentence>> {
    let bytes = super::unpacked(path)?;
    let mut archive = tar::Archive::new(bytes.as_slice());
    let mut files = BTreeMap::new();
    for entry in archive.entries()? {
        let mut entry = entry?;
        let name = entry.path()?.display().to_string();
        if name.ends_with(".knp") || name.ends_with(".id") {
            let mut text = String::new();
            entry.read_to_string(&mut text)?;
            files.insert(name.rsplit('/').next().unwrap_or_default().to_owned(), text);
        }
    }
    let ids = files.get(&format!("{part}.id")).cloned().unwrap_or_default();
    let documents = ids.lines().filter_map(|id| files.get(&format!("{}.knp", id.trim())));
    Ok(documents.flat_map(|text| text.split("EOS\n").filter_map(sentence).collect::<Vec<_>>()).collect())
}

fn sentence(lines: &str) -> Option<Sentence> {
    let mut out =
        Sentence { text: String::new(), source: Source::Wac, bunsetsu: Vec::new(), names: Vec::new() };
    let mut class = None;
    for line in lines.lines().filter(|l| !l.starts_with('#')) {
        if let Some(chunk) = line.strip_prefix("* ") {
            let head = chunk.split(' ').next()?.trim_end_matches(|c: char| c.is_ascii_uppercase());
            out.bunsetsu.push((out.text.len(), head.parse().ok()));
        } else if !line.starts_with("+ ") {
            let at = out.text.len();
            out.text.extend(line.split(' ').next()?.chars().map(half_width));
            name(line, &mut class, &mut out.names, at, out.text.len());
        }
    }
    (!out.text.is_empty()).then_some(out)
}

/// Reads a morpheme's label: `<NE:PERSON:single>`, or `head`, `middle`, `tail` of a longer name.
fn name(
    line: &str,
    class: &mut Option<String>,
    names: &mut Vec<(usize, usize, String)>,
    at: usize,
    end: usize,
) {
    let label = line.split("<NE:").nth(1).and_then(|l| l.split('>').next()).and_then(|l| l.split_once(':'));
    match label {
        Some((c, "single" | "head")) => {
            names.push((at, end, c.to_owned()));
            *class = Some(c.to_owned());
        }
        Some((c, _)) if class.as_deref() == Some(c) => {
            if let Some(last) = names.last_mut() {
                last.1 = end;
            }
        }
        _ => *class = None,
    }
}

/// The corpus writes everything in full width; news writes Latin letters, digits and brackets mostly in half width.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5d}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}
