//! Pairs of brackets over a stretch of text, and the brackets that have lost their partner.

use tenkyo_text::Span;

/// Quotation marks and other brackets with their partners.
const PAIRS: &[(char, char)] = &[
    ('「', '」'),
    ('『', '』'),
    ('\u{ff62}', '\u{ff63}'),
    ('“', '”'),
    ('〝', '〟'),
    ('(', ')'),
    ('\u{ff08}', '\u{ff09}'),
    ('〔', '〕'),
    ('[', ']'),
    ('\u{ff3b}', '\u{ff3d}'),
];
/// How many of [`PAIRS`], from the first, are quotation marks.
const QUOTES: usize = 5;

/// A stretch in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    /// With the brackets.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// Whether they are quotation marks.
    pub quote: bool,
    /// Whether a predicate stands in them; the caller knows it when it has the morphemes.
    pub clausal: bool,
}

/// The brackets of a stretch of text; offsets are those of the whole text.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    /// Outermost pairs, in order.
    pub pairs: Vec<Bracket>,
    /// Quotation marks that open and are never closed.
    pub open: Vec<Span>,
    /// Quotation marks that close what was never opened.
    pub close: Vec<Span>,
}

/// Pairs the brackets of `text[span]`.
pub(super) fn pair(text: &str, span: Span) -> Brackets {
    let mut out = Brackets::default();
    let mut stack: Vec<(usize, Span)> = Vec::new();
    let mut waiting = [0usize; 10];
    for (i, c) in text[span].char_indices() {
        let at = Span::new(i, i + c.len_utf8()).shift(span.start);
        if let Some(kind) = PAIRS.iter().position(|(open, _)| *open == c) {
            stack.push((kind, at));
            waiting[kind] += 1;
        } else if let Some(kind) = PAIRS.iter().position(|(_, close)| *close == c) {
            if waiting[kind] > 0 {
                close(&mut stack, &mut waiting, kind, at, &mut out);
            } else if kind < QUOTES {
                out.close.push(at);
            }
        }
    }
    out.open.extend(stack.into_iter().filter(|(kind, _)| *kind < QUOTES).map(|(_, at)| at));
    out.open.sort();
    keep_outermost(&mut out);
    out
}

fn close(
    stack: &mut Vec<(usize, Span)>,
    waiting: &mut [usize; 10],
    kind: usize,
    at: Span,
    out: &mut Brackets,
) {
    while let Some((top, open)) = stack.pop() {
        waiting[top] -= 1;
        if top == kind {
            let inner = Span { start: open.end, end: at.start };
            out.pairs.push(Bracket { outer: open.cover(at), inner, quote: kind < QUOTES, clausal: false });
            return;
        }
        if top < QUOTES {
            out.open.push(open);
        }
    }
}

/// Drops the pairs inside other pairs and the lone brackets inside pairs.
fn keep_outermost(out: &mut Brackets) {
    out.pairs.sort_by_key(|b| (b.outer.start, std::cmp::Reverse(b.outer.end)));
    let mut end = 0;
    out.pairs.retain(|b| {
        let outside = b.outer.start >= end;
        end = end.max(b.outer.end);
        outside
    });
    let pairs = &out.pairs;
    let outside = |lone: &Span| {
        let after = pairs.partition_point(|b| b.outer.start <= lone.start);
        after.checked_sub(1).is_none_or(|i| pairs[i].outer.end <= lone.start)
    };
    out.open.retain(outside);
    out.close.retain(outside);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<&str>, usize, usize) {
        let found = pair(text, Span::of(text));
        (found.pairs.iter().map(|b| &text[b.inner]).collect(), found.open.len(), found.close.len())
    }

    #[test]
    fn nested_pairs_stay_inside() {
        assert_eq!(read("「『a』はb」と(c)"), (vec!["『a』はb", "c"], 0, 0));
    }

    #[test]
    fn lone_brackets_are_told_apart() {
        assert_eq!(read("a」と「b」と「c"), (vec!["b"], 1, 1));
        assert_eq!(read("「a(b」c"), (vec!["a(b"], 0, 0));
    }
}
