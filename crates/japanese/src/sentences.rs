//! Sentence boundaries inside a block.

use tenkyo_text::Span;

/// The sentences of `text[block]`. Inside brackets no full stop ends a sentence, so a quotation of several sentences stays whole.
pub(crate) fn split(text: &str, block: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = block.start as usize;
    let mut depth = 0usize;
    let mut chars = text[block].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let end = block.start as usize + i + c.len_utf8();
        match c {
            '「' | '『' | '(' | '\u{ff08}' | '【' | '〈' | '《' | '〔' | '“' => depth += 1,
            '」' | '』' | ')' | '\u{ff09}' | '】' | '〉' | '》' | '〕' | '”' => {
                depth = depth.saturating_sub(1)
            }
            '。' | '!' | '?' | '\u{ff01}' | '\u{ff1f}' if depth == 0 => {
                let closes = chars.peek().is_none_or(|(_, next)| {
                    !matches!(next, '。' | '!' | '?' | '\u{ff01}' | '\u{ff1f}' | '」' | '』')
                });
                if closes {
                    push(text, start, end, &mut out);
                    start = end;
                }
            }
            '\n' => {
                push(text, start, end, &mut out);
                start = end;
                depth = 0;
            }
            _ => {}
        }
    }
    push(text, start, block.end as usize, &mut out);
    out
}

fn push(text: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let span = Span::new(start, end).trim(text);
    if !span.is_empty() {
        out.push(span);
    }
}
