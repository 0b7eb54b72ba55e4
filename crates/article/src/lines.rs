//! The lines of a text, each a candidate for a block.

use tenkyo_model::BlockKind;
use tenkyo_text::Span;

/// Everything that ends a line.
const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// A line with visible text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// Whether an empty line stands before it.
    pub gap: bool,
    /// What the markup says it is.
    pub hint: Option<BlockKind>,
}

/// The lines of `text` that hold visible characters.
pub(crate) fn of(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut at, mut breaks) = (0, 0);
    for piece in text.split_inclusive(LINE_ENDS) {
        let span = trimmed(text, Span::new(at, at + piece.len()));
        at += piece.len();
        if !span.is_empty() {
            lines.push(Line { span, gap: breaks > 0 && !lines.is_empty(), hint: None });
            breaks = 0;
        } else if !piece.starts_with('\n') || !text[..at - piece.len()].ends_with('\r') {
            // The line feed of a carriage return is no empty line.
            breaks += 1;
        }
    }
    lines
}

/// `span` without white space and invisible characters at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of_text(text);
    let front = words.len() - words.trim_start_matches(is_blank).len();
    let start = span.start as usize + front;
    Span::new(start, start + words.trim_matches(is_blank).len())
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, bool)> {
        of(text).iter().map(|line| (&text[line.span], line.gap)).collect()
    }

    #[test]
    fn gaps_are_empty_lines() {
        assert_eq!(
            words("\u{feff}見出し\r\n\r\n　本文。\n続き。\u{200b}\n"),
            [("見出し", false), ("本文。", true), ("続き。", false)]
        );
    }

    #[test]
    fn a_carriage_return_with_its_line_feed_is_one_end() {
        assert_eq!(words("一\r\n二\r三"), [("一", false), ("二", false), ("三", false)]);
    }
}
