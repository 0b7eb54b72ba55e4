//! When something was said: the date beside the words of saying, else the one at which the same speaker spoke just before.

use crate::corpus::Document;
use crate::dates::Interval;
use std::collections::BTreeMap;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::Statement;
use tenkyo_text::Span;

/// Bytes within which a speaker goes on speaking on the same day: about two hundred characters.
const CONTINUES: u32 = 600;

/// For each statement of a document the day or month in which it was made, where the text says.
pub(crate) fn dates(document: &Document<'_>, lexicon: &Lexicon) -> Vec<Option<Interval>> {
    let mut last: BTreeMap<_, (u32, Interval)> = BTreeMap::new();
    let date = |s: &Statement| {
        let own = beside(document, lexicon, s);
        let before =
            last.get(&s.speaker).filter(|(end, _)| s.content.start.saturating_sub(*end) <= CONTINUES);
        let said = own.or(before.filter(|_| s.speaker.is_some()).map(|(_, date)| *date));
        if let Some(date) = said {
            last.insert(s.speaker, (s.content.end, date));
        }
        said
    };
    document.findings.statements.iter().map(date).collect()
}

/// The date in the sentence of a statement and outside what was said: the nearest before it, else the nearest after.
fn beside(document: &Document<'_>, lexicon: &Lexicon, statement: &Statement) -> Option<Interval> {
    let content = statement.content;
    let sentence = document.sentence(statement.cue.map_or(content, |cue| cue.cover(content)));
    let dates = document.findings.times.iter().filter_map(|t| {
        let outside = sentence.contains(t.span) && !t.span.overlaps(content);
        let point = outside && !document.is_since(lexicon, t.span);
        let date = Interval::parse(&t.value).filter(|i| point && i.days() <= 31)?;
        // What is announced for tomorrow was said before it.
        document.published.is_none_or(|day| date.first <= day.last).then_some((t.span, date))
    });
    let dates: Vec<_> = dates.collect();
    let before = dates.iter().filter(|(span, _)| span.end <= content.start).max_by_key(|(span, _)| span.end);
    let after =
        || dates.iter().filter(|(span, _)| span.start >= content.end).min_by_key(|(span, _)| span.start);
    before.or_else(after).map(|(_, date)| *date).or_else(|| at_head(document, lexicon, content))
}

/// The date at the very head of what was said: it belongs to the saying (`26日の記者懇談会で、…と述べた`).
fn at_head(document: &Document<'_>, lexicon: &Lexicon, content: Span) -> Option<Interval> {
    let first = document.findings.times.iter().find(|t| content.contains(t.span))?;
    let date = Interval::parse(&first.value).filter(|i| i.is_day())?;
    let past = document.published.is_none_or(|day| date.first <= day.last && day.gap(date) <= RECENT);
    let after = &document.article.text[first.span.end as usize..];
    let of = lexicon.ledger.figure.of.iter().any(|of| after.starts_with(of.as_str()));
    (first.span.start <= content.start + HEAD && past && of).then_some(date)
}

/// Bytes from the head of a content within which a date is at its head: one character.
const HEAD: u32 = 3;
/// Days before a report within which a date at the head of a content is that of the saying.
const RECENT: i32 = 7;
