//! The noun that a figure counts, as worded.

use crate::corpus::{Corpus, Place};
use crate::nouns::{leading, trailing};
use tenkyo_text::Span;

/// What a quantity counts: its unit when that is a word of its own, else the noun beside it.
pub(super) fn noun(corpus: &Corpus<'_>, place: Place) -> Option<String> {
    let document = &corpus.list[place.document];
    let quantity = &document.findings.quantities[place.index];
    if quantity.unit.chars().count() > 1 {
        return Some(quantity.unit.clone());
    }
    let words = &corpus.lexicon.ledger.figure;
    let sentence = document.sentence(quantity.span);
    // 昨年1万人: a date between a noun and its figure is no noun.
    let time = document.findings.times.iter().find(|t| t.span.end == quantity.span.start);
    let end = time.map_or(quantity.span.start, |t| t.span.start).max(sentence.start);
    let before = corpus.words(place.document, Span { start: sentence.start, end });
    let after = corpus.words(place.document, Span { start: quantity.span.end, end: sentence.end });
    let follows = || words.of.iter().filter_map(|of| leading(after.strip_prefix(of.as_str())?)).next();
    let precedes = || words.subject.iter().filter_map(|s| trailing(before.strip_suffix(s.as_str())?)).next();
    // A counter of things counts what the sentence last named to carry goods.
    let carrier =
        || words.carriers.iter().filter_map(|c| Some((before.rfind(c.as_str())?, c.as_str()))).max();
    let carrier = || carrier().filter(|_| words.counters.contains(&quantity.unit));
    let is_time = |noun: &str| {
        document.findings.times.iter().any(|t| {
            let time = corpus.words(place.document, t.span);
            sentence.contains(t.span) && time.ends_with(noun)
        })
    };
    let beside = trailing(before).or_else(follows).or_else(precedes).or_else(|| carrier().map(|(_, c)| c));
    beside.filter(|noun| !is_time(noun)).map(str::to_owned)
}
