//! Markdown into cases.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use std::ops::Range;

/// One text with what must be found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The text, one block of an article a line.
    pub text: String,
    /// The publication date told from outside.
    pub published: Option<String>,
    /// Line of the file on which the text begins, from 1.
    pub line: usize,
    /// What must be found.
    pub expected: Vec<Expectation>,
}

/// The findings of one layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// Name of the layer.
    pub layer: String,
    /// One finding a line.
    pub lines: String,
    /// Bytes of the file between the fences.
    pub place: Range<usize>,
}

/// The cases of a file. Fenced blocks before the first `text` are prose.
pub fn parse(markdown: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (info, body, place) in fenced(markdown) {
        let mut words = info.split_whitespace();
        match words.next() {
            Some("text") => cases.push(Case {
                text: body,
                published: words.find_map(|w| w.strip_prefix("published=")).map(str::to_owned),
                line: markdown[..place.start].lines().count(),
                expected: Vec::new(),
            }),
            Some(layer) => {
                if let Some(case) = cases.last_mut() {
                    case.expected.push(Expectation { layer: layer.to_owned(), lines: body, place });
                }
            }
            None => {}
        }
    }
    cases
}

/// Info string, content and place of the content of each fenced block.
fn fenced(markdown: &str) -> Vec<(String, String, Range<usize>)> {
    let mut out = Vec::new();
    let mut open: Option<(String, String)> = None;
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = Some((info.into_string(), String::new()));
            }
            Event::Text(text) => {
                if let Some((_, body)) = &mut open {
                    body.push_str(&text);
                }
            }
            Event::End(_) => {
                if let Some((info, body)) = open.take() {
                    let start = range.start + markdown[range.clone()].find('\n').map_or(0, |i| i + 1);
                    let place = start..start + body.len();
                    out.push((info, body, place));
                }
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_has_its_place() {
        let markdown =
            "# Head\n\nWords.\n\n```text published=2024-06-19\n13日。\n```\n```times\n13日 | DATE\n```\n";
        let cases = parse(markdown);
        assert_eq!(cases[0].published.as_deref(), Some("2024-06-19"));
        let expected = &cases[0].expected[0];
        assert_eq!((expected.layer.as_str(), expected.lines.as_str()), ("times", "13日 | DATE\n"));
        assert_eq!(&markdown[expected.place.clone()], "13日 | DATE\n");
    }

    #[test]
    fn an_empty_expectation_has_a_place_too() {
        let markdown = "```text\n二人。\n```\n```times\n```\n";
        let place = parse(markdown)[0].expected[0].place.clone();
        assert_eq!(&markdown[place.start..], "```\n");
    }
}
