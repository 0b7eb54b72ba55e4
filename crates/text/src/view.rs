//! A rewritten copy of a text that remembers where each piece came from.

use crate::Span;

/// A normalised copy of a text (or of a part of one). Spans of the view lead back to the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    text: String,
    /// For each change of distance between view and original: (byte in the view, byte in the original).
    /// Between two entries the distance is constant, unless the piece was rewritten to another length.
    pieces: Vec<Piece>,
    original_end: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    view: u32,
    original: u32,
    /// Whether view and original bytes run in step inside the piece.
    in_step: bool,
}

impl View {
    /// The normalised text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The span of the original that stands behind `span` of the view: whole rewritten characters, never parts.
    pub fn original(&self, span: Span) -> Span {
        let start = self.start_of(span.start);
        Span { start, end: self.end_of(span.end).max(start) }
    }

    fn piece(&self, at: u32) -> usize {
        self.pieces.partition_point(|p| p.view <= at).saturating_sub(1)
    }

    fn start_of(&self, at: u32) -> u32 {
        match self.pieces.get(self.piece(at)) {
            Some(p) if p.in_step => p.original + (at - p.view),
            Some(p) if at as usize >= self.text.len() && at > p.view => self.original_end,
            Some(p) => p.original,
            None => self.original_end,
        }
    }

    fn end_of(&self, at: u32) -> u32 {
        // The end belongs to the piece of the byte before it.
        let Some(last) = at.checked_sub(1) else { return self.start_of(0) };
        let index = self.piece(last);
        match self.pieces.get(index) {
            Some(p) if p.in_step => p.original + (at - p.view),
            _ => self.pieces.get(index + 1).map_or(self.original_end, |next| next.original),
        }
    }
}

/// Builds a [`View`] from left to right.
#[derive(Debug, Default)]
pub struct ViewBuilder {
    view: View,
}

impl ViewBuilder {
    /// A builder for the view of a text that begins at byte `start` of the original.
    pub fn starting_at(start: u32) -> Self {
        Self { view: View { original_end: start, ..View::default() } }
    }

    /// Takes the next `words` of the original as they are.
    pub fn keep(&mut self, words: &str) {
        self.push(words, words.len(), true);
    }

    /// Puts `words` in the place of the next `len` bytes of the original; with empty `words` these are dropped.
    pub fn replace(&mut self, words: &str, len: usize) {
        self.push(words, len, false);
    }

    fn push(&mut self, words: &str, len: usize, in_step: bool) {
        let view = &mut self.view;
        let continues = in_step
            && view.pieces.last().is_some_and(|p| {
                p.in_step && view.text.len() as u32 - p.view == view.original_end - p.original
            });
        if !words.is_empty() && !continues {
            let piece = Piece { view: view.text.len() as u32, original: view.original_end, in_step };
            view.pieces.push(piece);
        }
        view.text.push_str(words);
        view.original_end += len as u32;
    }

    /// The finished view.
    pub fn finish(self) -> View {
        self.view
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rewritten_characters_stay_whole() {
        // 「ガ」 in half width is two characters; a variation selector is dropped.
        let original = "金\u{fe00}ガスx";
        let mut builder = ViewBuilder::starting_at(0);
        builder.keep("金");
        builder.replace("", "\u{fe00}".len());
        builder.replace("ガ", "ガ".len());
        builder.keep("スx");
        let view = builder.finish();
        assert_eq!(view.text(), "金ガスx");
        let at = |words: &str| {
            let i = view.text().find(words).unwrap();
            &original[view.original(Span::new(i, i + words.len()))]
        };
        assert_eq!(at("ガ"), "ガ");
        assert_eq!(at("ガス"), "ガス");
        assert_eq!(at("金"), "金");
        assert_eq!(at("x"), "x");
        assert_eq!(view.original(Span::of(view.text())), Span::of(original));
    }
}
