//! Two dates of one event: at its place and in Japan.
//!
//! `17日午後4時(日本時間18日午前5時)` tells both; `17日午後4時(UTC-5)` tells the zone, from which the day in Japan follows.

use crate::Context;
use jiff::{ToSpan, civil::Date};
use tenkyo_model::{Findings, Time};
use tenkyo_text::Span;

/// Hours by which Japan is ahead of UTC.
const JAPAN: i64 = 9;

/// Where a time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    /// At the place of the event; how far ahead of UTC it is remains open.
    Local,
    /// Hours ahead of UTC.
    Ahead(i64),
}

/// Gives each event and transfer both days, where the text tells both and they differ.
pub fn tell(context: Context<'_>, findings: &mut Findings) {
    let pair = |span: Option<Span>, findings: &Findings| both(context, &findings.times, span?);
    for index in 0..findings.events.len() {
        let (local, japan) = pair(findings.events[index].date_span, findings).unzip();
        (findings.events[index].date_local, findings.events[index].date_japan) = (local, japan);
    }
    for index in 0..findings.transfers.len() {
        let (local, japan) = pair(findings.transfers[index].date_span, findings).unzip();
        (findings.transfers[index].date_local, findings.transfers[index].date_japan) = (local, japan);
    }
}

/// The day at the place and the day in Japan of the time at `span`, when they differ.
fn both(context: Context<'_>, times: &[Time], span: Span) -> Option<(String, String)> {
    let index = times.iter().position(|t| t.span == span)?;
    let neighbours = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
    let paired = neighbours.filter_map(|other| {
        let (first, second) = (times.get(index.min(other))?, times.get(index.max(other))?);
        side_by_side(context, first, second)
    });
    let (local, japan) = paired.into_iter().next().or_else(|| by_zone(context, &times[index]))?;
    (local != japan).then_some((local, japan))
}

/// The days of two times of which the second, in a bracket, says the first again in another zone.
pub(super) fn side_by_side(context: Context<'_>, first: &Time, second: &Time) -> Option<(String, String)> {
    let between = &context.article.text[Span { start: first.span.end, end: second.span.start }];
    let bracket = between.find(['(', '\u{ff08}']).filter(|at| *at <= LONGEST_LINK)?;
    if between.len() > LONGEST_LINK || between[bracket..].contains([')', '\u{ff09}', '。']) {
        return None;
    }
    let (one, two) = (zone_before(context, first), zone_before(context, second)?);
    let (one_day, two_day) = (day(first)?, day(second)?);
    match (one, two) {
        (_, Zone::Ahead(JAPAN)) => Some((one_day, two_day)),
        (Some(Zone::Ahead(JAPAN)), _) => Some((two_day, one_day)),
        _ => None,
    }
}

/// Bytes between the two at most: `(米東部時間、日本時間`.
const LONGEST_LINK: usize = 60;

/// Both days of a clock time whose zone is told by its offset.
fn by_zone(context: Context<'_>, time: &Time) -> Option<(String, String)> {
    let Some(Zone::Ahead(hours)) = zone_before(context, time).or_else(|| zone_after(context, time)) else {
        return None;
    };
    let (local, clock) = time.value.split_once('T')?;
    let (hour, minute) = clock.split_once(':')?;
    let date: Date = local.parse().ok()?;
    let then = date.at(0, 0, 0, 0).checked_add(hour.parse::<i64>().ok()?.hours()).ok()?;
    let then = then.checked_add(minute.get(..2)?.parse::<i64>().ok()?.minutes()).ok()?;
    let japan = then.checked_add((JAPAN - hours).hours()).ok()?;
    Some((then.date().to_string(), japan.date().to_string()))
}

/// The day of a time, when it is known.
fn day(time: &Time) -> Option<String> {
    let day = time.value.split('T').next()?;
    day.parse::<Date>().ok().map(|_| day.to_owned())
}

/// The zone whose name stands before a time: `日本時間の18日`.
fn zone_before(context: Context<'_>, time: &Time) -> Option<Zone> {
    let start = time.span.start as usize;
    let before = &context.article.text[..start];
    let cues = &context.lexicon.time.cues;
    let joined = cues.joins.iter().find_map(|w| before.strip_suffix(w.as_str())).unwrap_or(before);
    let ends = |words: &[String]| words.iter().any(|w| joined.ends_with(w.as_str()));
    let named = cues.zones.iter().filter(|z| joined.ends_with(z.name.as_str())).max_by_key(|z| z.name.len());
    let japan = || ends(&cues.other_zone).then_some(Zone::Ahead(JAPAN));
    named
        .map(|z| Zone::Ahead(z.hours))
        .or_else(japan)
        .or_else(|| ends(&cues.local_zone).then_some(Zone::Local))
}

/// The zone in the bracket after a time: `(UTC-5)`, `(グリニッジ標準時)`.
fn zone_after(context: Context<'_>, time: &Time) -> Option<Zone> {
    let after = &context.article.text[time.span.end as usize..];
    let inside = after.strip_prefix(['(', '\u{ff08}'])?;
    let cues = &context.lexicon.time.cues;
    let named =
        cues.zones.iter().filter(|z| inside.starts_with(z.name.as_str())).max_by_key(|z| z.name.len())?;
    let rest = &inside[named.name.len()..];
    let sign = match rest.chars().next() {
        Some('+' | '\u{ff0b}') => 1,
        Some('-' | '\u{ff0d}' | '\u{2212}') => -1,
        _ => return Some(Zone::Ahead(named.hours)),
    };
    let digits: String = rest.chars().skip(1).take_while(char::is_ascii_digit).take(2).collect();
    let hours: i64 = digits.parse().ok().filter(|h| *h <= 14)?;
    Some(Zone::Ahead(named.hours + sign * hours))
}
