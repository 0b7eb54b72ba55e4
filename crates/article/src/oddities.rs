//! Characters that could deceive whoever sees the text.

use tenkyo_model::Diagnostic;
use tenkyo_text::Span;

/// One diagnostic for each class of dangerous characters, at the first of them.
pub(crate) fn of(text: &str) -> Vec<Diagnostic> {
    let controls = first(text, "control-character", "the text holds control characters", |c| {
        c.is_control() && !c.is_whitespace()
    });
    let directions = first(
        text,
        "bidi-control",
        "the text holds characters that change the writing direction",
        |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}'),
    );
    let lost = first(
        text,
        "lost-character",
        "the text holds replacement characters: it was decoded wrongly once",
        |c| c == '\u{fffd}',
    );
    [controls, directions, lost].into_iter().flatten().collect()
}

fn first(text: &str, code: &'static str, message: &str, is: impl Fn(char) -> bool) -> Option<Diagnostic> {
    let at = text.find(&is)?;
    let len = text[at..].chars().next().map_or(0, char::len_utf8);
    Some(Diagnostic { code, message: message.into(), span: Some(Span::new(at, at + len)) })
}
