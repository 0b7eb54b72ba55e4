//! One spelling for the characters that sites write in two widths.

/// Full-width ASCII and the ideographic space become ASCII, Latin letters lower case: one code point for one code point.
pub fn fold(line: &str) -> String {
    line.chars().map(narrow).collect()
}

fn narrow(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c).to_ascii_lowercase(),
        _ => c.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_and_cases_become_one() {
        assert_eq!(fold("Ｑ．会談の　狙いは？"), "q.会談の 狙いは?");
    }
}
