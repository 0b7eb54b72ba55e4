//! Nouns at the edges of a text, told by their script alone.

/// The run of Chinese characters or katakana at the end of a text, when it is a word.
pub(crate) fn trailing(text: &str) -> Option<&str> {
    let start = text.char_indices().rev().take_while(|(_, c)| is_noun(*c)).last().map(|(i, _)| i)?;
    Some(&text[start..]).filter(|run| run.chars().count() > 1)
}

/// The run of Chinese characters or katakana at the beginning of a text, when it is a word.
pub(crate) fn leading(text: &str) -> Option<&str> {
    let end = text.char_indices().find(|(_, c)| !is_noun(*c)).map_or(text.len(), |(i, _)| i);
    Some(&text[..end]).filter(|run| run.chars().count() > 1)
}

/// Whether nouns are written with it: Chinese characters and katakana.
pub(crate) fn is_noun(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー' | '々') || is_ideograph(c)
}

/// Whether it is a Chinese character of the two blocks that news is written with.
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}
