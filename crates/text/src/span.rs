//! A half-open range of bytes.

use std::ops::{Index, Range};

/// A half-open range of **bytes** into one text; both ends stand on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of `start..end`, in bytes. Texts are limited to 4 GiB, so larger offsets saturate.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span runs backwards: {start}..{end}");
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The span of the whole of `text`.
    pub fn of(text: &str) -> Self {
        Self::new(0, text.len())
    }

    /// The span as a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` that the span covers.
    ///
    /// # Panics
    /// When the span is not one of `text`.
    pub fn of_text(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `inner` lies wholly inside.
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub fn holds(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span, moved forward by `by` bytes.
    pub fn shift(self, by: u32) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }

    /// The span without the white space (any Unicode white space) at its ends.
    pub fn trim(self, text: &str) -> Span {
        let words = self.of_text(text);
        let front = words.len() - words.trim_start().len();
        let start = self.start as usize + front;
        Span::new(start, start + words.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_ideographic_space_too() {
        let text = "\u{3000} 金氏 。";
        assert_eq!(&text[Span::of(text).trim(text)], "金氏 。");
        assert!(Span::new(0, 3).trim(text).is_empty());
    }

    #[test]
    fn cover_contains_both() {
        let (a, b) = (Span::new(3, 6), Span::new(9, 12));
        assert!(a.cover(b).contains(a) && a.cover(b).contains(b));
        assert!(!a.overlaps(b) && a.overlaps(Span::new(5, 7)));
    }
}
