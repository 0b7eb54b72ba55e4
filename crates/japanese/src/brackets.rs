//! Which bracket closes which.

/// How far from its opening bracket, in bytes, a closing one is looked for: about 1,300 characters.
const REACH: usize = 4_000;
/// How many brackets that never close are stepped over to find the partner of a closing one.
const DEPTH: usize = 8;

/// Pairs of brackets, as (byte of the opening, byte after the closing), in order; pairs inside other pairs included.
/// A bracket without a partner in the same line and within reach is left out.
pub(crate) fn closing(text: &str) -> Vec<(usize, usize)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut pairs = Vec::new();
    for (i, c) in text.char_indices() {
        if c == '\n' {
            open.clear();
        } else if let Some(close) = partner(c) {
            open.push((i, close));
        } else if is_close(c) {
            let near = open.iter().rev().take(DEPTH).position(|(_, close)| *close == c);
            if let Some(back) = near {
                let at = open.len() - 1 - back;
                if i - open[at].0 <= REACH {
                    pairs.push((open[at].0, i + c.len_utf8()));
                }
                open.truncate(at);
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// The bracket that closes `open`, if it is an opening bracket.
pub(crate) fn partner(open: char) -> Option<char> {
    Some(match open {
        '「' => '」',
        '『' => '』',
        '(' => ')',
        '\u{ff08}' => '\u{ff09}',
        '[' => ']',
        '\u{ff3b}' => '\u{ff3d}',
        '【' => '】',
        '〈' => '〉',
        '《' => '》',
        '〔' => '〕',
        '“' => '”',
        '‘' => '’',
        '<' => '>',
        '\u{ff1c}' => '\u{ff1e}',
        '\u{ff62}' => '\u{ff63}',
        _ => return None,
    })
}

/// Whether the character closes a bracket.
pub(crate) fn is_close(c: char) -> bool {
    matches!(
        c,
        '」' | '』'
            | ')'
            | '\u{ff09}'
            | ']'
            | '\u{ff3d}'
            | '】'
            | '〉'
            | '》'
            | '〕'
            | '”'
            | '’'
            | '>'
            | '\u{ff1e}'
            | '\u{ff63}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_and_unclosed() {
        let text = "「あ『い』(う」え)";
        let pairs: Vec<&str> = closing(text).into_iter().map(|(s, e)| &text[s..e]).collect();
        assert_eq!(pairs, ["「あ『い』(う」", "『い』"]);
    }

    #[test]
    fn a_thousand_deep_is_quick() {
        let text = "「".repeat(100_000) + &"」".repeat(1_000);
        assert!(closing(&text).len() <= 1_000);
    }
}
