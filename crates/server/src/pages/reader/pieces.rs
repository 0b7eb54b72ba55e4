//! A block cut into pieces of text and the marks that open and close around them, properly nested.

use crate::display::shown;
use crate::pages::Frame;
use tenkyo_ledger::Reading;
use tenkyo_query::{Layer, Place};
use tenkyo_text::Span;

/// One step of a block from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Open {
        /// Names of the style.
        class: String,
        /// Anchor; empty for the later parts of a mark that was split.
        id: String,
        title: String,
    },
    Text(String),
    Close,
}

/// A stretch to be marked.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    span: Span,
    class: String,
    id: String,
    title: String,
}

/// The marks of a document, outer before inner: those that begin first, and of these the longest.
pub(super) fn marks(reading: &Reading, places: &[Place], asked: Option<Span>, frame: &Frame) -> Vec<Mark> {
    let mark = |place: &Place| Mark {
        span: place.span,
        class: format!("m {}", class(reading, place)),
        id: place.anchor.clone(),
        title: super::explain::title(reading, place, frame),
    };
    let mut marks: Vec<_> = places.iter().map(|place| (place.layer, mark(place))).collect();
    let asked =
        asked.map(|span| Mark { span, class: "here".into(), id: "here".into(), title: String::new() });
    marks.extend(asked.map(|mark| (Layer::Statement, mark)));
    marks.sort_by_key(|(layer, mark)| (mark.span.start, std::cmp::Reverse(mark.span.end), *layer));
    marks.into_iter().map(|(_, mark)| mark).collect()
}

/// Names of the style of a place: its layer, and whether it is denied or unsure.
fn class(reading: &Reading, place: &Place) -> String {
    let f = &reading.findings;
    let (polarity, certainty) = match place.layer {
        Layer::Statement => (f.statements[place.index].polarity, Some(f.statements[place.index].certainty)),
        Layer::Event => (f.events[place.index].polarity, Some(f.events[place.index].certainty)),
        Layer::Transfer => (f.transfers[place.index].polarity, Some(f.transfers[place.index].certainty)),
        _ => return place.layer.name().to_owned(),
    };
    let denied = if polarity.name() == "-" { " denied" } else { "" };
    format!("{}{denied} {}", place.layer.name(), certainty.map_or("", |c| c.name()))
}

/// Cuts a block; a mark that crosses the end of another is split there.
pub(super) fn cut(text: &str, block: Span, marks: &[Mark]) -> Vec<Piece> {
    let mut cutter = Cutter { text, at: block.start, open: Vec::new(), out: Vec::new() };
    let inside = marks.iter().filter(|mark| mark.span.overlaps(block) && is_valid(text, mark.span));
    for mark in inside {
        let span = Span { start: mark.span.start.max(block.start), end: mark.span.end.min(block.end) };
        cutter.close_until(span.start);
        cutter.text_until(span.start);
        let first = mark.span.start >= block.start;
        cutter.open(mark, span, first);
    }
    cutter.close_until(block.end);
    cutter.text_until(block.end);
    cutter.out
}

fn is_valid(text: &str, span: Span) -> bool {
    text.get(span.range()).is_some()
}

struct Cutter<'t> {
    text: &'t str,
    at: u32,
    /// Ends of the open marks, outermost first; each not after the one before it.
    open: Vec<u32>,
    out: Vec<Piece>,
}

impl Cutter<'_> {
    fn text_until(&mut self, end: u32) {
        if self.at < end {
            self.out.push(Piece::Text(shown(&self.text[self.at as usize..end as usize]).into_owned()));
            self.at = end;
        }
    }

    /// Closes the marks that end at or before `start`.
    fn close_until(&mut self, start: u32) {
        while let Some(end) = self.open.last().copied().filter(|end| *end <= start) {
            self.text_until(end);
            self.out.push(Piece::Close);
            self.open.pop();
        }
    }

    /// Opens a mark; where it would cross the end of an open one it is cut off there.
    fn open(&mut self, mark: &Mark, span: Span, first: bool) {
        let end = self.open.last().map_or(span.end, |outer| span.end.min(*outer));
        let id = if first { mark.id.clone() } else { String::new() };
        self.out.push(Piece::Open { class: mark.class.clone(), id, title: mark.title.clone() });
        self.open.push(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, id: &str) -> Mark {
        Mark { span: Span::new(start, end), class: id.into(), id: id.into(), title: String::new() }
    }

    fn flat(pieces: &[Piece]) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Open { class, id, .. } => format!("<{class}{}>", if id.is_empty() { "…" } else { "" }),
            Piece::Text(text) => text.clone(),
            Piece::Close => "</>".into(),
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn marks_nest_and_the_text_stays_whole() {
        let marks = [mark(0, 6, "a"), mark(0, 2, "b"), mark(4, 6, "c"), mark(4, 6, "d")];
        assert_eq!(flat(&cut("abcdefgh", Span::new(0, 8), &marks)), "<a><b>ab</>cd<c><d>ef</></></>gh");
    }

    #[test]
    fn crossing_marks_and_blocks_are_cut() {
        let marks = [mark(0, 4, "a"), mark(2, 7, "b")];
        assert_eq!(flat(&cut("abcdefgh", Span::new(1, 6), &marks)), "<a…>b<b>cd</></>ef");
    }
}
