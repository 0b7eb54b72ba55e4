//! Classes of letters.

/// Whether `c` is a letter of katakana or its long mark.
pub(super) fn katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ' | '\u{ff66}'..='\u{ff9f}')
}

/// Whether `c` joins the parts of a foreign name.
pub(super) fn joins(c: char) -> bool {
    matches!(c, '・' | '\u{ff65}' | '=' | '\u{ff1d}' | '\u{30a0}' | '-')
}

/// Whether `c` is a Latin letter or digit, full-width ones included.
pub(super) fn latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '0'..='9' | '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}')
        || (c > '\u{7f}' && c < '\u{250}' && c.is_alphabetic())
}

/// Whether `c` is a kanji.
pub(super) fn kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '々' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a word of letters like `a` and one of letters like `b` run into each other when they touch.
pub(super) fn run_together(a: char, b: char) -> bool {
    (katakana(a) && katakana(b)) || (latin(a) && latin(b))
}
