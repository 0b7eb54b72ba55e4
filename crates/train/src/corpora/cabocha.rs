//! CaboCha's format, as UD Japanese GSD's bunsetsu are published.

use super::{Sentence, Source};

/// The sentences of a file.
pub fn sentences(text: &str) -> Vec<Sentence> {
    text.split("EOS\n").filter_map(sentence).collect()
}

fn sentence(lines: &str) -> Option<Sentence> {
    let mut out =
        Sentence { text: String::new(), source: Source::Gsd, bunsetsu: Vec::new(), names: Vec::new() };
    for line in lines.lines().filter(|l| !l.starts_with("#!") && !l.is_empty()) {
        if let Some(chunk) = line.strip_prefix("* ") {
            let head = chunk.split(' ').nth(1)?.trim_end_matches(|c: char| c.is_ascii_uppercase());
            out.bunsetsu.push((out.text.len(), head.parse().ok()));
        } else {
            out.text.push_str(line.split('\t').next()?);
        }
    }
    (!out.text.is_empty()).then_some(out)
}
