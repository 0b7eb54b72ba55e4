//! Which words of a clause were said, and how they are rendered.

use super::draft::Content;
use super::line::Line;
use super::people::People;
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_model::{Mode, Pos};
use tenkyo_text::Span;

/// The contents between unit `start` (after speaker and adjuncts) and unit `end` (the quotative): one, or several quotations
/// side by side (`「A」「B」と述べた`).
pub(super) fn contents(people: &People<'_>, line: &Line, start: usize, end: usize) -> Vec<Content> {
    let end = trim(line, start, end);
    if end <= start {
        return Vec::new();
    }
    if line.quote(end - 1).is_some() {
        let first = quotes_from(line, start, end);
        if stands_alone(people, line, start, first) {
            let quotes = (first..end).filter_map(|i| line.quote(i));
            return quotes.map(|q| direct(people.text(), q.inner)).collect();
        }
    }
    vec![indirect(people, line, start, end)]
}

/// `end` without commas and asides before it.
fn trim(line: &Line, start: usize, end: usize) -> usize {
    let mut end = end.min(line.len());
    while end > start && (line.pos(end - 1) == Pos::Comma || line.is_aside(end - 1)) {
        end -= 1;
    }
    end
}

/// The first of the quotations that stand side by side up to `end`.
fn quotes_from(line: &Line, start: usize, end: usize) -> usize {
    let mut first = end - 1;
    while let Some(at) = (start..first).rev().find(|i| line.pos(*i) != Pos::Comma && !line.is_aside(*i)) {
        let joined = line.pos(at) == Pos::Coordinating && at > start && line.quote(at - 1).is_some();
        match line.quote(at) {
            Some(_) => first = at,
            None if joined => first = at - 1,
            None => break,
        }
    }
    first
}

/// Whether the quotation at `first` is all that was said: what stands before it belongs to the telling.
fn stands_alone(people: &People<'_>, line: &Line, start: usize, first: usize) -> bool {
    let Some(before) = (start..first).next_back() else { return true };
    match line.pos(before) {
        Pos::Comma | Pos::Conjunctive | Pos::FullStop => true,
        Pos::Topic | Pos::Genitive | Pos::Adnominal | Pos::Prefix | Pos::Coordinating => false,
        Pos::Case => {
            let particles = &people.speech().particles;
            let subject = |r: &Phrase| r.has(Mark::Nominative);
            particles.at_where(people.text(), &line.tokens, before, subject).is_none()
        }
        pos => {
            !is_noun(pos)
                && !matches!(pos, Pos::Auxiliary | Pos::Adjective | Pos::Symbol)
                && !line.is_aside(before)
        }
    }
}

fn direct(text: &str, inner: Span) -> Content {
    Content { span: inner.trim(text), mode: Mode::Direct }
}

fn indirect(people: &People<'_>, line: &Line, start: usize, end: usize) -> Content {
    let text = people.text();
    if line.pos(end - 1) == Pos::Close && end - 1 > start {
        return direct(text, line.span(start, end - 1));
    }
    if let Some(open) = (start..end).rev().find(|&i| line.pos(i) == Pos::Open && i + 1 < end) {
        return direct(text, line.span(open + 1, end));
    }
    let mut last = end;
    while last > start + 1 && line.pos(last - 1) == Pos::FullStop {
        last -= 1;
    }
    let quoted = (start..end).any(|i| line.quote(i).is_some() && !is_name(people, line, start, end, i));
    let mode = if quoted { Mode::Mixed } else { Mode::Indirect };
    Content { span: line.span(start, last).trim(text), mode }
}

/// Whether the quotation marks at `at` only hold a name: after the noun that it names, or before `という`.
fn is_name(people: &People<'_>, line: &Line, start: usize, end: usize, at: usize) -> bool {
    let after_noun = at > start && is_noun(line.pos(at - 1));
    let before_link = at + 1 < end && people.speech().links.at(people.text(), &line.tokens, at + 1).is_some();
    after_noun || before_link
}
