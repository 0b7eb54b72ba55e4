//! The words of a source around a member: its sentence, cut where that is long.

use tenkyo_text::Span;

/// Characters kept before and after the words themselves.
const AROUND: usize = 90;

/// Exact words of a text: those of the member, and those of its sentence before and after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    pub before: String,
    pub words: String,
    pub after: String,
}

/// Cuts the words of a span out of its text, with their sentence. A span that does not fit the text gives nothing.
pub(crate) fn quote(text: &str, span: Span) -> Option<Quote> {
    let words = text.get(span.range())?;
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let start = before.rfind(ENDS).map_or(0, |at| at + width(before, at));
    // A span that holds its full stop ends its sentence.
    let end = match words.ends_with(ENDS) {
        true => 0,
        false => after.find(ENDS).map_or(after.len(), |at| at + stop(after, at)),
    };
    Some(Quote {
        before: last(before[start..].trim_start()),
        words: words.to_owned(),
        after: first(after[..end].trim_end()),
    })
}

/// What ends a sentence.
const ENDS: [char; 4] = ['。', '\n', '\u{ff01}', '\u{ff1f}'];

/// Length in bytes of the character at `at`.
fn width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Length of the full stop at `at`, which belongs to the sentence; a line end does not.
fn stop(text: &str, at: usize) -> usize {
    if text[at..].starts_with('\n') { 0 } else { width(text, at) }
}

fn last(text: &str) -> String {
    match text.char_indices().rev().nth(AROUND) {
        Some((at, c)) => format!("…{}", &text[at + c.len_utf8()..]),
        None => text.to_owned(),
    }
}

fn first(text: &str) -> String {
    match text.char_indices().nth(AROUND) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_stands_around_the_words() {
        let text = "初めの文。両首脳は会談した。次の文。";
        let at = text.find("会談した").unwrap();
        let quote = quote(text, Span::new(at, at + "会談した".len())).unwrap();
        assert_eq!((quote.before.as_str(), quote.after.as_str()), ("両首脳は", "。"));
        assert!(super::quote(text, Span::new(1, 2)).is_none(), "not on character boundaries");
        assert!(super::quote(text, Span::new(0, 999)).is_none());
    }

    #[test]
    fn long_sentences_are_cut() {
        let text = format!("{}会談{}", "あ".repeat(500), "い".repeat(500));
        let quote = quote(&text, Span::new(1500, 1506)).unwrap();
        assert_eq!(quote.before.chars().count(), AROUND + 1);
        assert_eq!((quote.words.as_str(), quote.after.chars().count()), ("会談", AROUND + 1));
    }
}
