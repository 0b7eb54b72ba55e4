//! Timestamps: lines that say when an article was published, alone or beside its author's name.

mod date;
mod scan;

use tenkyo_lexicon::blocks::Stamps;
use tenkyo_text::Span;

/// Longest line, in code points, that is looked at.
const MAX_CHARS: usize = 120;
/// More hiragana than this belong to a sentence and not to a name.
const MAX_HIRAGANA: usize = 4;
/// Longest name, in code points, beside a timestamp.
const MAX_NAME: usize = 70;

/// Marks that timestamps and names lack.
const SENTENCE_MARKS: [char; 7] = ['。', '「', '『', '?', '？', '!', '！'];
/// Longest count or zone of time, in code points, beside a timestamp.
const MAX_COUNT: usize = 10;

/// What a line with a timestamp says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The date, ISO, when it has a year.
    pub date: Option<String>,
    /// The words of the date, relative to the line.
    pub span: Span,
    /// Whether the line tells of a later change rather than of the publication.
    pub updated: bool,
    /// The name beside it.
    pub name: Option<String>,
}

/// Reads a line of which the timestamp is the point; `None` for lines that merely mention a date.
/// `line` is the trimmed line, `folded` the same after folding.
pub(crate) fn read(line: &str, folded: &str, words: &Stamps) -> Option<Stamp> {
    if folded.chars().count() > MAX_CHARS || !folded.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let chars: Vec<char> = folded.chars().collect();
    let scanned = scan::scan(&chars, words);
    let date = scanned.date.clone()?;
    let rest = scanned.rest(line);
    (!rest.contains(SENTENCE_MARKS)).then_some(())?;
    let name = name_in(before_place(&rest, words), words);

    let sure = name.is_none() && (date.iso.is_some() || scanned.has_time);
    let beside = name.as_ref().is_some_and(|name| is_name(name, words)) && scanned.is_set_apart(line, words);
    (sure || beside).then(|| Stamp {
        date: date.iso.clone(),
        span: scan::bytes(line, date.start, date.end),
        updated: scanned.updated && !scanned.published,
        name,
    })
}

/// `rest` up to the label of a place.
fn before_place<'r>(rest: &'r str, words: &Stamps) -> &'r str {
    let at = words.places.iter().filter_map(|label| rest.find(label.as_str())).min();
    &rest[..at.unwrap_or(rest.len())]
}

/// What is left of the line without words that are no names, when it is more than punctuation.
fn name_in(rest: &str, words: &Stamps) -> Option<String> {
    let parts = rest.split([' ', '\u{3000}', '|', '｜', '│', '\t']);
    let named: Vec<_> =
        parts.filter(|part| part.contains(char::is_alphanumeric) && !is_noise(part, words)).collect();
    let name = named.join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '）').trim();
    name.contains(char::is_alphanumeric).then(|| name.to_owned())
}

/// A word of the site (`有料記事`), a count (`1234文字`) or a zone of time (`GMT+9`).
fn is_noise(part: &str, words: &Stamps) -> bool {
    let folded = tenkyo_lexicon::blocks::fold(part);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let count = bare.contains(|c: char| c.is_ascii_digit()) && bare.chars().count() <= MAX_COUNT;
    count || words.noise.iter().any(|word| word == bare)
}

fn is_name(name: &str, words: &Stamps) -> bool {
    let sentence = words.sentence_ends.iter().any(|end| name.ends_with(end.as_str()));
    let hiragana = name.chars().filter(|c| ('\u{3041}'..='\u{3096}').contains(c)).count();
    !sentence && hiragana <= MAX_HIRAGANA && name.chars().count() <= MAX_NAME
}
