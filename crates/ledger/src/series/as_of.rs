//! The date for which a figure holds.

use crate::corpus::Corpus;
use crate::dates::Interval;
use tenkyo_text::Span;

/// The date that the words before a figure give it (`3月だけで16万バレル`, `8日から13日にかけて1500人`), within `context`: its last day
/// where it is a stretch of days. None where they only say since when (`昨年7月以降`).
pub(super) fn of_clause(corpus: &Corpus<'_>, document: usize, context: Span, figure: Span) -> Option<String> {
    let d = &corpus.list[document];
    let sentence = d.sentence(figure);
    let before = |s: Span| sentence.contains(s) && context.contains(s) && s.end <= figure.start;
    let time = d.findings.times.iter().filter(|t| before(t.span)).max_by_key(|t| t.span.end)?;
    if d.is_since(corpus.lexicon, time.span) {
        return None;
    }
    let when = Interval::parse(&time.value)?;
    let range = time.value.contains('/');
    Some(if range { when.last.to_string() } else { time.value.get(..10).unwrap_or(&time.value).to_owned() })
}
