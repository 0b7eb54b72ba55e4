//! Characters that a format cannot hold.

/// The text with U+FFFD for control characters and others that XML 1.0 cannot hold in any spelling, nor a spreadsheet program show.
pub(crate) fn legal(text: &str) -> String {
    let bad = |c: char| {
        c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    text.chars().map(|c| if bad(c) { '\u{fffd}' } else { c }).collect()
}
