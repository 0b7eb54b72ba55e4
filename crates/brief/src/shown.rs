//! Text from outside without what would hide or turn it.

/// The text on one line: white space as one space, invisible characters left out, controls and marks of direction as `U+FFFD`.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            c if is_trick(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

fn is_trick(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn tricks_are_seen() {
        assert_eq!(super::shown("a\u{202e}b\u{1b}[31m\n\n c\u{200b}"), "a\u{fffd}b\u{fffd}[31m  c");
    }
}
