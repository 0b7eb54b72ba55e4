//! What a figure counts, by the words of its own clause.

use crate::corpus::{Corpus, Document, Place};
use tenkyo_text::Span;

/// The words beside a figure: up to the next comma, bracket or other figure on each side; where nothing stands before it in
/// its own part, the part before the comma.
pub(super) struct Beside<'a> {
    pub before: &'a str,
    pub after: &'a str,
    /// Up to the end of the sentence where no other figure follows, else as `after`.
    pub rest: &'a str,
}

const STOPS: [char; 6] = ['、', '。', '「', '」', '，', '\n'];

impl<'a> Beside<'a> {
    pub fn of(corpus: &Corpus<'a>, place: Place) -> Self {
        let document = &corpus.list[place.document];
        let own = document.findings.quantities[place.index].span;
        let (start, end) = bounds(document, own);
        let before = corpus.words(place.document, Span { start, end: own.start });
        let rest = corpus.words(place.document, Span { start: own.end, end });
        let part = |text: &'a str| text.rfind(STOPS).map_or(text, |at| &text[at..]);
        let stripped = before.trim_end_matches(STOPS);
        let near = if stripped.len() < before.len() { part(stripped) } else { part(before) };
        let after = rest.find(STOPS).map_or(rest, |at| &rest[..at]);
        // What stands before another figure is said of that one.
        let last = end >= document.sentence(own).end;
        Self { before: near, after, rest: if last { rest } else { after } }
    }
}

/// The sentence around a figure, as far as no other figure stands in it.
fn bounds(document: &Document<'_>, own: Span) -> (u32, u32) {
    let sentence = document.sentence(own);
    let others = || document.findings.quantities.iter().map(|q| q.span).filter(|s| sentence.contains(*s));
    let start = others().filter(|s| s.end <= own.start).map(|s| s.end).max().unwrap_or(sentence.start);
    let end = others().filter(|s| s.start >= own.end).map(|s| s.start).min().unwrap_or(sentence.end);
    (start.min(own.start), end.max(own.end))
}

/// Name of the indicator whose words stand nearest to a figure.
pub(super) fn of<'a>(corpus: &Corpus<'a>, beside: &Beside<'_>) -> Option<&'a str> {
    let lexicon = corpus.lexicon;
    if !lexicon.ledger.has_indicator(beside.before) && !lexicon.ledger.has_indicator(beside.after) {
        return None;
    }
    let all = lexicon.ledger.indicator.iter().flat_map(|i| i.words.iter().map(move |w| (i, w.as_str())));
    let found = all.filter_map(|(i, word)| {
        let before = beside.before.rfind(word).map(|at| beside.before.len() - at - word.len());
        let after = beside.after.find(word);
        let distance = before.into_iter().chain(after).min()?;
        Some((distance, std::cmp::Reverse(word.len()), i))
    });
    found
        .min_by_key(|(distance, longest, i)| (*distance, *longest, i.name.as_str()))
        .map(|(.., i)| i.name.as_str())
}

/// Whether a figure is of what is to come.
pub(super) fn planned(corpus: &Corpus<'_>, beside: &Beside<'_>) -> bool {
    let planned = &corpus.lexicon.ledger.planned;
    let around = |w: &String| beside.rest.contains(w.as_str()) || beside.before.ends_with(w.as_str());
    planned.words.iter().any(around) || planned.before.iter().any(|w| beside.before.contains(w.as_str()))
}
