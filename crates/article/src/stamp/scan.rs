//! Takes a line apart into date, time, labels and the rest.

use super::date::{self, Cursor, Date};
use tenkyo_lexicon::blocks::Stamps;
use tenkyo_text::Span;

/// What was found in a line; all positions in code points.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    /// The first date.
    pub date: Option<Date>,
    pub has_time: bool,
    pub published: bool,
    pub updated: bool,
    /// For each code point whether it belongs to the timestamp.
    taken: Vec<bool>,
}

impl Scanned {
    /// The characters of the line that are no part of the timestamp.
    pub fn rest(&self, line: &str) -> String {
        let kept = line.chars().zip(&self.taken).map(|(c, taken)| if *taken { '\u{1f}' } else { c });
        kept.collect::<String>().replace('\u{1f}', "")
    }

    /// Whether the name beside the date is set apart from it as bylines are: by time of day, label, bar, wide space,
    /// or because it is an agency's or has an author's word.
    pub fn is_set_apart(&self, line: &str, words: &Stamps) -> bool {
        let folded = tenkyo_lexicon::blocks::fold(&self.rest(line));
        let barred =
            line.contains(['|', '｜', '\t', '│']) || line.contains("  ") || line.contains("\u{3000}");
        let named = words.agencies.iter().any(|word| folded.contains(word.as_str()))
            || words.author.iter().any(|word| folded.trim_start().starts_with(word.as_str()))
            || words.author_after.iter().any(|word| folded.trim_end().ends_with(word.as_str()));
        self.has_time || self.published || self.updated || barred || named
    }
}

/// Takes a folded line apart.
pub(super) fn scan(chars: &[char], words: &Stamps) -> Scanned {
    let mut scanned = Scanned { taken: vec![false; chars.len()], ..Scanned::default() };
    let mut at = 0;
    while at < chars.len() {
        at = step(chars, at, words, &mut scanned).max(at + 1);
    }
    scanned
}

/// Reads what begins at `at` and says where it ends.
fn step(chars: &[char], at: usize, words: &Stamps, scanned: &mut Scanned) -> usize {
    let fresh = at == 0 || !chars[at - 1].is_ascii_digit();
    if let Some(found) = fresh.then(|| date::at(chars, at, words)).flatten() {
        let end = weekday(chars, found.end, words);
        scanned.take(at, end);
        scanned.date.get_or_insert(found);
        return end;
    }
    if let Some(end) = fresh.then(|| clock(chars, at, words)).flatten() {
        scanned.has_time = true;
        return scanned.take(at, end);
    }
    label(chars, at, words, scanned).unwrap_or(at)
}

/// A day of the week in brackets, or three Latin letters, behind a date.
fn weekday(chars: &[char], at: usize, words: &Stamps) -> usize {
    let mut cursor = Cursor::new(chars, at);
    cursor.spaces();
    let bracket = cursor.mark(&['(', '[', '【']).is_some();
    let mut longest = words.weekday.clone();
    longest.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    if cursor.word(&longest).is_none() {
        return at;
    }
    let closed = cursor.mark(&[')', ']', '】']).is_some();
    if bracket == closed { cursor.at } else { at }
}

/// A time of day: `6時50分`, `10:15`, `午後3時`.
fn clock(chars: &[char], at: usize, words: &Stamps) -> Option<usize> {
    let mut cursor = Cursor::new(chars, at);
    let half = cursor.word(&words.half_day).is_some();
    cursor.spaces();
    let hour = cursor.number(2);
    if hour.is_none_or(|hour| hour > 24) {
        let latin = chars[at].is_ascii();
        return (half && !latin).then_some(cursor.at);
    }
    if cursor.mark(&[':']).is_some() {
        cursor.number(2)?;
        if cursor.mark(&[':']).is_some() {
            cursor.number(2)?;
        }
        return Some(cursor.at);
    }
    cursor.spaces();
    cursor.word(&words.hour)?;
    let mut minute = cursor;
    minute.spaces();
    let read = minute.number(2).and_then(|_| minute.word(&words.minute));
    Some(if read.is_some() { minute.at } else { cursor.at })
}

/// A label such as `更新`; words of Latin letters only where a word begins and ends.
fn label(chars: &[char], at: usize, words: &Stamps, scanned: &mut Scanned) -> Option<usize> {
    let mut cursor = Cursor::new(chars, at);
    let updated = cursor.word(&words.updated).is_some();
    let published = !updated && cursor.word(&words.published).is_some();
    (updated || published).then_some(())?;
    let latin = |i: usize| chars.get(i).is_some_and(|c| c.is_ascii_alphanumeric());
    let broken = at > 0 && latin(at - 1) && latin(at) || latin(cursor.at) && latin(cursor.at - 1);
    (!broken).then_some(())?;
    scanned.updated |= updated;
    scanned.published |= published;
    Some(scanned.take(at, cursor.at))
}

impl Scanned {
    fn take(&mut self, start: usize, end: usize) -> usize {
        self.taken[start..end].fill(true);
        end
    }
}

/// Code points `start..end` of `line` as bytes.
pub(super) fn bytes(line: &str, start: usize, end: usize) -> Span {
    let byte = |point: usize| line.char_indices().nth(point).map_or(line.len(), |(i, _)| i);
    Span::new(byte(start), byte(end))
}
