//! Sentence boundaries inside a block.

use crate::brackets;
use crate::words;
use tenkyo_text::Span;

/// Longest sentence in bytes; a longer stretch without a full stop is cut, so that time and memory stay bounded.
const LONGEST: usize = 6_000;
/// Shortest quotation, in bytes, that can be a sentence of its own; a shorter one with a full stop inside is a name.
const SHORTEST_QUOTATION: usize = 24;

/// The sentences of `text[block]`. Inside brackets no full stop ends a sentence, so a quotation of several sentences stays whole.
pub(crate) fn split(text: &str, block: Span) -> Vec<Span> {
    let words = &text[block];
    let closing = brackets::closing(words);
    let mut cutter = Cutter { text, base: block.start as usize, start: 0, out: Vec::new() };
    let mut quotations = closing.iter().peekable();
    let mut inside_until = 0;
    for (i, c) in words.char_indices() {
        if i < inside_until {
            continue;
        }
        let after = i + c.len_utf8();
        while quotations.next_if(|(open, _)| *open < i).is_some() {}
        if let Some((_, close)) = quotations.next_if(|(open, _)| *open == i) {
            inside_until = *close;
            if quotation_ends(words, i, *close) {
                cutter.cut(*close);
            }
        } else if c == '\n' || ends(words, i, c, after) || after - cutter.start > LONGEST {
            cutter.cut(after);
        }
    }
    cutter.cut(words.len());
    cutter.out
}

struct Cutter<'t> {
    text: &'t str,
    base: usize,
    start: usize,
    out: Vec<Span>,
}

impl Cutter<'_> {
    /// Ends the sentence before `end`, a byte of the block.
    fn cut(&mut self, end: usize) {
        let span = Span::new(self.base + self.start, self.base + end).trim(self.text);
        if !span.is_empty() {
            self.out.push(span);
        }
        self.start = end;
    }
}

/// Whether the character at `i`, outside all brackets, ends a sentence.
fn ends(text: &str, i: usize, c: char, after: usize) -> bool {
    let next = text[after..].chars().next();
    if next.is_some_and(|n| is_end(n) || brackets::is_close(n)) {
        return false;
    }
    match c {
        '。' | '\u{ff61}' => true,
        '\u{ff0e}' => !beside_latin(text, i, after),
        '!' | '?' | '\u{ff01}' | '\u{ff1f}' | '\u{203c}' | '\u{2047}'..='\u{2049}' => {
            !beside_latin(text, i, i) && !goes_on(&text[after..])
        }
        _ => false,
    }
}

/// Whether a quotation `text[open..close]` is or ends a sentence: it ends in a full stop and nothing takes it up.
fn quotation_ends(text: &str, open: usize, close: usize) -> bool {
    let inside = text[open..close].trim_end_matches(brackets::is_close);
    let sentence = inside.ends_with(['。', '\u{ff61}']) && inside.len() >= SHORTEST_QUOTATION;
    sentence && !goes_on(&text[close..])
}

/// Whether `rest` takes up what stands before it: punctuation, a particle, the end.
fn goes_on(rest: &str) -> bool {
    match rest.chars().next() {
        None => true,
        Some(c) if is_end(c) || brackets::is_close(c) => true,
        Some('、' | ',' | '\u{ff0c}' | '・' | '…' | '―' | '-' | '(' | '\u{ff08}') => true,
        Some(_) => words::continuations()
            .iter()
            .any(|c| rest.starts_with(c.word) && !c.but.iter().any(|other| rest.starts_with(other.as_str()))),
    }
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '\u{ff61}' | '!' | '?' | '\u{ff01}' | '\u{ff1f}')
}

/// Whether a Latin letter or digit stands directly before `i` or at `after`: a name with a mark, a decimal point.
fn beside_latin(text: &str, i: usize, after: usize) -> bool {
    let latin = |c: char| c.is_ascii_alphanumeric() || ('\u{ff10}'..='\u{ff5a}').contains(&c);
    text[..i].chars().next_back().is_some_and(latin)
        || (after > i && text[after..].chars().next().is_some_and(latin))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        split(text, Span::of(text)).into_iter().map(|s| &text[s]).collect()
    }

    #[test]
    fn full_stops_end_sentences() {
        assert_eq!(sentences("会談した。帰国した。"), ["会談した。", "帰国した。"]);
        assert_eq!(sentences("両首脳が会談\n共同声明も"), ["両首脳が会談", "共同声明も"]);
        assert_eq!(sentences("本当か?そう尋ねた。"), ["本当か?", "そう尋ねた。"]);
    }

    #[test]
    fn quotations_stay_whole() {
        let whole = "大統領は「合意はない。交渉は続ける。」と語った。";
        assert_eq!(sentences(whole), [whole]);
        assert_eq!(
            sentences("「平和を守る。約束は果たす」と述べた。次に"),
            ["「平和を守る。約束は果たす」と述べた。", "次に"]
        );
        assert_eq!(
            sentences("「合意は守らなければならない。」記者は問うた。"),
            ["「合意は守らなければならない。」", "記者は問うた。"]
        );
        assert_eq!(sentences("これは本当か?と記者が尋ねた。"), ["これは本当か?と記者が尋ねた。"]);
    }

    #[test]
    fn readings_in_brackets_stay_whole() {
        let whole = "李大山(リ・テサン)外相(仮名。60)は帰国した。";
        assert_eq!(sentences(whole), [whole]);
        assert_eq!(sentences("「明日!」という番組の「娘。」の歌。"), ["「明日!」という番組の「娘。」の歌。"]);
    }

    #[test]
    fn an_unclosed_bracket_swallows_nothing() {
        assert_eq!(sentences("「始まった。続いた。終わった。"), ["「始まった。", "続いた。", "終わった。"]);
        assert_eq!(sentences("終わった」。続いた。"), ["終わった」。", "続いた。"]);
    }

    #[test]
    fn names_and_decimals_have_their_marks() {
        assert_eq!(sentences("Yahoo!ニュースは4.5%と伝えた。"), ["Yahoo!ニュースは4.5%と伝えた。"]);
        assert_eq!(sentences("気温は3\u{ff0e}5度だ\u{ff0e}寒い\u{ff0e}").len(), 2);
    }
}
