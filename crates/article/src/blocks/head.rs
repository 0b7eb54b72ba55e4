//! The head of an article: title, byline, timestamps.

use super::{Candidate, shape};
use tenkyo_lexicon::blocks::{Blocks, Stamps};
use tenkyo_model::{BlockKind, Declared};
use tenkyo_text::Span;

/// How many lines may stand before the title.
const MAX_BEFORE_TITLE: usize = 6;
/// How many lines after the title may hold a byline.
const MAX_HEAD: usize = 5;
/// Longest title and longest byline, in code points.
const MAX_TITLE: usize = 90;
const MAX_BYLINE: usize = 45;

/// Finds the title and the bylines without timestamps; stamps elsewhere than in head and foot are what their shape says.
pub(super) fn settle(text: &str, all: &mut [Candidate<'_>], declared: &Declared, words: &Blocks) {
    let title = title(text, all, declared, &words.stamps);
    if let Some(at) = title {
        all[at].kind = BlockKind::Title;
        all[at].stamp = None;
    }
    let first = title.map_or(0, |at| at + 1);
    let before_text = all[first..].iter().take(MAX_HEAD).take_while(|c| !is_running(c)).count();
    for candidate in &mut all[..first + before_text] {
        let heading = candidate.kind == BlockKind::Heading;
        if heading && !candidate.marked && is_byline(&candidate.folded, &words.stamps) {
            candidate.kind = BlockKind::Byline;
        }
    }
    names_before_posts(&mut all[first..first + before_text]);
    closing_names(all, &words.stamps);
}

/// A foreign name on a line of its own right before the author's post or outlet belongs to the byline.
fn names_before_posts(head: &mut [Candidate<'_>]) {
    for at in 1..head.len() {
        let name =
            head[at - 1].folded.chars().all(|c| matches!(c, '\u{30a1}'..='\u{30fc}' | '=' | ' ' | '-'));
        if head[at].kind == BlockKind::Byline && head[at - 1].kind == BlockKind::Heading && name {
            head[at - 1].kind = BlockKind::Byline;
        }
    }
}

fn is_running(candidate: &Candidate<'_>) -> bool {
    matches!(candidate.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Question)
}

/// The line that metadata call the title, else the first that is shaped like one.
fn title(text: &str, all: &[Candidate<'_>], declared: &Declared, words: &Stamps) -> Option<usize> {
    let head = &all[..all.len().min(MAX_BEFORE_TITLE)];
    let named = declared.title.as_deref().and_then(|t| head.iter().position(|c| &text[c.span] == t.trim()));
    if named.is_some() || all.len() < 2 {
        return named;
    }
    for (at, candidate) in head.iter().enumerate() {
        match candidate.kind {
            BlockKind::Dateline
            | BlockKind::Byline
            | BlockKind::Boilerplate
            | BlockKind::Credit
            | BlockKind::Caption => {}
            _ => return is_title(candidate, words).then_some(at),
        }
    }
    None
}

fn is_title(candidate: &Candidate<'_>, words: &Stamps) -> bool {
    let known_heading = candidate.rule.is_some_and(|rule| rule.matches_whole(&candidate.folded));
    let kind = matches!(candidate.kind, BlockKind::Heading | BlockKind::Paragraph);
    let words_end =
        matches!(candidate.kind, BlockKind::Heading) || shape::is_headline(&candidate.folded, words);
    kind && words_end && !known_heading && candidate.chars() <= MAX_TITLE
}

/// Whether a short line names an author or an agency as bylines do.
fn is_byline(folded: &str, words: &Stamps) -> bool {
    let starts = |list: &[String]| list.iter().any(|word| folded.starts_with(word.as_str()));
    let ends = |list: &[String]| list.iter().any(|word| folded.ends_with(word.as_str()));
    let bare = folded.trim_matches(['(', ')', '【', '】', '[', ']', ' ', '=']);
    let agency = words.agencies.iter().any(|word| bare == word)
        || folded
            .split([' ', '=', '/', '・', '、', ',', '(', ')', '|', '【', '】'])
            .any(|part| words.agencies.iter().any(|w| w == part));
    let named = starts(&words.author) || ends(&words.author_after) || agency || is_placed_name(bare);
    folded.chars().count() <= MAX_BYLINE && named
}

/// `ソウル=鈴木一郎`: a place and a name, both short.
fn is_placed_name(bare: &str) -> bool {
    let short =
        |part: &str| (1..=10).contains(&part.chars().count()) && part.chars().all(char::is_alphanumeric);
    bare.split_once('=').is_some_and(|(place, name)| short(place) && short(name))
}

/// A name in brackets alone on one of the last lines is the author's or the agency's.
fn closing_names(all: &mut [Candidate<'_>], words: &Stamps) {
    let from = all.len().saturating_sub(MAX_HEAD);
    for candidate in all.iter_mut().skip(from.max(1)) {
        let bracketed = candidate.folded.starts_with(['(', '【', '[', '<', '〈'])
            && candidate.folded.ends_with([')', '】', ']', '>', '〉']);
        let plain = matches!(candidate.kind, BlockKind::Heading | BlockKind::Paragraph);
        if plain
            && bracketed
            && !candidate.marked
            && is_byline(
                candidate.folded.trim_matches(['(', ')', '【', '】', '[', ']', '<', '>', '〈', '〉']),
                words,
            )
        {
            candidate.kind = BlockKind::Byline;
        }
    }
}

/// The author's name: beside the first timestamp, else the first byline's words without their labels.
pub(super) fn byline(text: &str, all: &[Candidate<'_>], words: &Blocks) -> Option<String> {
    let line = all.iter().find(|c| c.kind == BlockKind::Byline)?;
    let name = match &line.stamp {
        Some(stamp) => stamp.name.clone()?,
        None => text[line.span].to_owned(),
    };
    let name = japanese_part(unlabelled(&name, &words.stamps));
    let name = name.trim_matches(|c: char| "()（）[]［］【】<>〈〉=＝:：/／ \u{3000}".contains(c));
    let balanced = if name.contains(['(', '（']) && !name.ends_with([')', '）']) {
        text_closed(&text[line.span], name)
    } else {
        name.to_owned()
    };
    (!balanced.is_empty()).then_some(balanced)
}

/// A byline as outlet and author: the parts that name an outlet, and the others.
pub(super) fn split_outlet(name: &str, words: &Stamps) -> (Option<String>, Option<String>) {
    if name.contains(['、', ',', '=', '＝', '(', '（']) {
        return (None, Some(name.to_owned()));
    }
    let (outlets, others): (Vec<_>, Vec<_>) = name
        .split([' ', '\u{3000}'])
        .filter(|part| !part.is_empty())
        .partition(|part| is_outlet(part, words));
    let joined = |parts: Vec<&str>| (!parts.is_empty()).then(|| parts.join(" "));
    (joined(outlets), joined(others))
}

fn is_outlet(part: &str, words: &Stamps) -> bool {
    let folded = tenkyo_lexicon::blocks::fold(part);
    words.outlet_ends.iter().any(|end| folded.ends_with(end.as_str())) || words.agencies.contains(&folded)
}

/// The Japanese name behind the Latin words of a section's title.
fn japanese_part(name: &str) -> &str {
    let last = name.rsplit([' ', '\u{3000}']).next().unwrap_or(name);
    let section = name[..name.len() - last.len()].trim();
    let titled = section.is_ascii() && section.split(' ').count() > 2 && !last.is_ascii();
    if titled { last } else { name }
}

/// The name with the bracket that trimming took from it.
fn text_closed(line: &str, name: &str) -> String {
    let end = line.find(name).map_or(0, |at| at + name.len());
    let closing = line[end..].chars().next().filter(|c| matches!(c, ')' | '）'));
    name.chars().chain(closing).collect()
}

fn unlabelled<'n>(name: &'n str, words: &Stamps) -> &'n str {
    let folded = tenkyo_lexicon::blocks::fold(name);
    let label = words.author.iter().find(|word| folded.starts_with(word.as_str()));
    let skip = label.map_or(0, |word| word.chars().count());
    let at = name.char_indices().nth(skip).map_or(name.len(), |(i, _)| i);
    &name[at..]
}

/// The first dated timestamp; one of a later change only when there is no other.
pub(super) fn published(all: &[Candidate<'_>]) -> Option<(String, Span)> {
    let dated =
        || all.iter().filter_map(|c| Some((c, c.stamp.as_ref()?))).filter(|(_, stamp)| stamp.date.is_some());
    let (line, stamp) = dated().find(|(_, stamp)| !stamp.updated).or_else(|| dated().next())?;
    Some((stamp.date.clone()?, stamp.span.shift(line.span.start)))
}
