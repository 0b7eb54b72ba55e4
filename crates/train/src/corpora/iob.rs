//! IOB2 labels, one token a line.

use super::{Sentence, Source};

/// The sentences of a file of `token<TAB>label` lines; its blocks are long, so they are cut at full stops.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut open = empty();
    for line in text.lines() {
        let (form, label) = line.split_once('\t').unwrap_or(("", "O"));
        let at = open.text.len();
        open.text.push_str(form);
        let end = open.text.len();
        if !form.is_empty() {
            extend(&mut open.names, label, at, end);
        }
        if form.is_empty() || form == "。" {
            out.push(std::mem::replace(&mut open, empty()));
        }
    }
    out.push(open);
    out.retain(|s| !s.text.trim().is_empty());
    out
}

fn empty() -> Sentence {
    Sentence { text: String::new(), source: Source::Iob2, bunsetsu: Vec::new(), names: Vec::new() }
}

/// Adds the label of the token `start..end` to the names before it.
pub fn extend(names: &mut Vec<(usize, usize, String)>, label: &str, start: usize, end: usize) {
    let Some((position, class)) = label.split_once('-') else { return };
    match names.last_mut() {
        Some(last) if position == "I" && last.1 == start && last.2 == class => last.1 = end,
        _ => names.push((start, end, class.to_owned())),
    }
}
