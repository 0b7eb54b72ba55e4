//! Known public events that an article tells of as news.

use super::bound::Bound;
use crate::Context;
use tenkyo_lexicon::time::KnownEvent;

/// The event of `knowledge/events` that the article most likely reports: its first day, as far as it is known.
///
/// All words of the event must stand in the text, it must not lie before `newest` (what the article already looks back on), and
/// the text must not name its month with a year, as reports do with history. An event on one of `days` comes first, then the latest.
pub(super) fn event(
    context: Context<'_>,
    newest: Option<Bound>,
    named: &[Bound],
    days: &[i32],
) -> Option<Bound> {
    let text = &*context.article.text;
    let events = context
        .lexicon
        .time
        .events
        .iter()
        .filter(|e| told(e, text))
        .filter_map(|e| Some((e, Bound::parse(&e.date)?)));
    let news = events.filter(|(_, date)| {
        newest.is_none_or(|newest| !date.lies_before(newest)) && !named.iter().any(|n| n.same_month(*date))
    });
    news.max_by_key(|(event, date)| (on_day(event, *date, days), *date)).map(|(_, date)| date)
}

/// Whether one word of each list stands in the text.
fn told(event: &KnownEvent, text: &str) -> bool {
    event.words.iter().all(|list| list.iter().any(|word| text.contains(word.as_str())))
}

/// Whether the article names a day of the event or the one after it.
fn on_day(event: &KnownEvent, date: Bound, days: &[i32]) -> bool {
    let last = event.end.as_deref().and_then(Bound::parse).and_then(|end| end.day).or(date.day);
    match (date.day, last) {
        (Some(first), Some(last)) if first <= last => days.iter().any(|d| (first..=last + 1).contains(d)),
        (Some(first), _) => days.contains(&first),
        _ => false,
    }
}
