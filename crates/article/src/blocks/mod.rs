//! Lines into blocks: first each line by itself, then by what stands around it.

mod head;
mod leads;
mod neighbours;
mod shape;
mod sources;

use crate::Line;
use crate::stamp::{self, Stamp};
use tenkyo_lexicon::blocks::{Blocks, Rule, fold};
use tenkyo_model::{Block, BlockKind, Declared};
use tenkyo_text::Span;

/// The blocks of an article and what its head states.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub blocks: Vec<Block>,
    /// The words of the byline without the timestamp.
    pub byline: Option<String>,
    /// The stated date, ISO, with its place in the text.
    pub published: Option<(String, Span)>,
    /// The outlet that stands in the place of the author.
    pub outlet: Option<String>,
    /// The agency that a dateline names.
    pub agency: Option<String>,
}

/// A line on its way to being a block.
#[derive(Debug)]
pub(super) struct Candidate<'b> {
    pub span: Span,
    pub gap: bool,
    pub kind: BlockKind,
    pub folded: String,
    /// The rule that made the kind; none when shape or markup did.
    pub rule: Option<&'b Rule>,
    pub stamp: Option<Stamp>,
    /// Whether the markup made the kind.
    pub marked: bool,
}

impl Candidate<'_> {
    fn chars(&self) -> usize {
        self.folded.chars().count()
    }

    fn opens(&self) -> bool {
        self.rule.is_some_and(|rule| rule.opens)
    }

    fn closes(&self) -> bool {
        self.rule.is_some_and(|rule| rule.closes)
    }
}

/// Classifies the lines of `text`.
pub(crate) fn lay_out(text: &str, lines: &[Line], declared: &Declared, words: &Blocks) -> Layout {
    let mut all: Vec<_> = lines.iter().map(|line| candidate(text, line, words)).collect();
    head::settle(text, &mut all, declared, words);
    neighbours::settle(text, &mut all);
    sources::settle(text, &mut all);
    let byline = head::byline(text, &all, words);
    neighbours::settle_author(text, &mut all, byline.as_deref());
    let published = head::published(&all);
    let (outlet, byline) = byline.map_or((None, None), |name| head::split_outlet(&name, &words.stamps));
    let mut layout = Layout { byline, published, outlet, ..Layout::default() };

    for candidate in &all {
        leads::push(text, candidate, words, &mut layout);
    }
    layout
}

fn candidate<'b>(text: &str, line: &Line, words: &'b Blocks) -> Candidate<'b> {
    let written = &text[line.span];
    // Long lines are paragraphs; nothing of theirs beyond the start is ever compared.
    let folded = fold(written);
    let stamp = stamp::read(written, &folded, &words.stamps);
    let rule = words.rule_for(&folded).filter(|_| stamp.is_none());
    let kind = match (&stamp, rule, line.hint) {
        (Some(stamp), ..) if stamp.name.is_some() => BlockKind::Byline,
        (Some(_), ..) => BlockKind::Dateline,
        (None, Some(rule), None) => rule.kind,
        (None, Some(rule), Some(hint)) if hint == BlockKind::Paragraph || !rule.kind.is_prose() => rule.kind,
        (None, _, Some(hint)) if hint != BlockKind::Paragraph => hint,
        (None, ..) => shape::of(&folded, &words.stamps),
    };
    Candidate { span: line.span, gap: line.gap, kind, folded, rule, stamp, marked: line.hint.is_some() }
}
