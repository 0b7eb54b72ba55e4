//! From bytes to code points and UTF-16 units, and back.

use crate::Span;

/// Bytes between two remembered positions.
const STRIDE: usize = 256;

/// Counts of one text, remembered every few bytes, so that a conversion reads a short stretch at most.
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// Code points and UTF-16 units before byte `i * STRIDE`, rounded up to a character boundary.
    marks: Vec<Mark>,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    byte: usize,
    points: usize,
    utf16: usize,
}

impl<'t> Offsets<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut marks = vec![Mark { byte: 0, points: 0, utf16: 0 }];
        let (mut points, mut utf16) = (0, 0);
        for (byte, c) in text.char_indices() {
            if byte >= marks.len() * STRIDE {
                marks.push(Mark { byte, points, utf16 });
            }
            points += 1;
            utf16 += c.len_utf16();
        }
        Self { text, marks }
    }

    /// Code points before the byte `offset` (clamped to the text).
    pub fn code_point(&self, offset: u32) -> usize {
        let (mark, between) = self.stretch(offset);
        mark.points + between.chars().count()
    }

    /// UTF-16 units before the byte `offset` (clamped to the text).
    pub fn utf16(&self, offset: u32) -> usize {
        let (mark, between) = self.stretch(offset);
        mark.utf16 + between.chars().map(char::len_utf16).sum::<usize>()
    }

    /// A span of bytes as `[start, end]` in code points.
    pub fn code_points(&self, span: Span) -> [usize; 2] {
        [self.code_point(span.start), self.code_point(span.end)]
    }

    /// A span of code points as bytes; `None` when it runs backwards or past the end.
    pub fn span_of_code_points(&self, [start, end]: [usize; 2]) -> Option<Span> {
        (start <= end).then_some(())?;
        Some(Span::new(self.byte_of(start)?, self.byte_of(end)?))
    }

    /// The byte at which code point `point` begins; the text's length for the point after the last.
    fn byte_of(&self, point: usize) -> Option<usize> {
        let at = self.marks.partition_point(|m| m.points <= point) - 1;
        let mark = self.marks[at];
        let rest = &self.text[mark.byte..];
        let ends = rest.char_indices().map(|(i, _)| i).chain([rest.len()]);
        ends.skip(point - mark.points).map(|i| mark.byte + i).next()
    }

    fn stretch(&self, offset: u32) -> (Mark, &'t str) {
        let offset = (offset as usize).min(self.text.len());
        let at = self.marks.partition_point(|m| m.byte <= offset) - 1;
        (self.marks[at], &self.text[self.marks[at].byte..offset])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting(text in "(?s).{0,400}", cut in 0usize..400) {
            let cut = text.char_indices().map(|(i, _)| i).chain([text.len()]).nth(cut).unwrap_or(text.len());
            let offsets = Offsets::new(&text);
            prop_assert_eq!(offsets.code_point(cut as u32), text[..cut].chars().count());
            prop_assert_eq!(offsets.utf16(cut as u32), text[..cut].encode_utf16().count());
        }

        #[test]
        fn code_points_come_back(text in "(?s).{0,400}") {
            let offsets = Offsets::new(&text);
            let whole = Span::of(&text);
            prop_assert_eq!(offsets.span_of_code_points(offsets.code_points(whole)), Some(whole));
        }
    }

    #[test]
    fn past_the_end_is_none() {
        let offsets = Offsets::new("典拠");
        assert_eq!(offsets.span_of_code_points([0, 2]), Some(Span::new(0, 6)));
        assert_eq!(offsets.span_of_code_points([1, 3]), None);
        assert_eq!(offsets.span_of_code_points([2, 1]), None);
    }
}
