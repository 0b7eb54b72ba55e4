//! What a line is by the lines around it.

use super::Candidate;
use tenkyo_model::BlockKind;

/// Shortest paragraph, in code points, that shows that the article goes on after a closing line.
const MIN_RUNNING: usize = 60;

/// Applies what neighbours say, in order of the lines.
pub(super) fn settle(text: &str, all: &mut [Candidate<'_>]) {
    lists(all);
    captions(text, all);
    continued(all);
    tail(all);
}

/// Several marked headings in a row are the items of a list.
fn lists(all: &mut [Candidate<'_>]) {
    let marks: Vec<_> = all.iter().map(|c| marker(c)).collect();
    for at in 0..all.len() {
        let like = |other: Option<&Option<char>>| marks[at].is_some() && other == Some(&marks[at]);
        let before = at.checked_sub(1).and_then(|i| marks.get(i));
        if like(before) || like(marks.get(at + 1)) {
            all[at].kind = BlockKind::ListItem;
        }
    }
}

fn marker(candidate: &Candidate<'_>) -> Option<char> {
    let by_mark = candidate.rule.is_some_and(|rule| rule.label(&candidate.folded).is_some());
    let kind = matches!(candidate.kind, BlockKind::Heading | BlockKind::ListItem);
    let first = candidate.folded.chars().next().filter(|_| by_mark && kind)?;
    // Numbered items differ in their first character; brackets head sections.
    match first {
        '1'..='9' | '①'..='⑳' => Some('1'),
        '【' | '<' | '〈' | '《' | '[' | '#' => None,
        _ => Some(first),
    }
}

/// A short line right before a credit, and the line right after the bare name of an agency, belong to the picture.
fn captions(text: &str, all: &mut [Candidate<'_>]) {
    let spaced = all.iter().filter(|c| c.gap).count() * 2 > all.len();
    for at in 0..all.len() {
        if all[at].kind != BlockKind::Credit || is_people(&all[at]) {
            continue;
        }
        if let Some(before) = at.checked_sub(1).map(|i| &mut all[i]) {
            let latin = !text[before.span].chars().any(|c| ('\u{3041}'..='\u{9fff}').contains(&c));
            let short = before.kind == BlockKind::Heading || latin && before.kind == BlockKind::Paragraph;
            if short && before.rule.is_none() && !before.marked {
                before.kind = BlockKind::Caption;
            }
        }
        if let Some(after) = all.get_mut(at + 1) {
            let beside = spaced && !after.gap && after.rule.is_none();
            if beside && matches!(after.kind, BlockKind::Heading | BlockKind::Paragraph) {
                after.kind = BlockKind::Caption;
            }
        }
    }
}

/// Credits of people stand at the foot and have no picture beside them.
fn is_people(candidate: &Candidate<'_>) -> bool {
    candidate.rule.is_some_and(|rule| rule.id == "credit.people")
}

/// Paragraphs after an opening line (a profile's heading, an answer) are of its kind, up to the next line of another;
/// after a question they are the answer.
fn continued(all: &mut [Candidate<'_>]) {
    let mut open = None;
    for candidate in all {
        match candidate.kind {
            BlockKind::Paragraph | BlockKind::ListItem => {
                if let Some(kind) = open {
                    candidate.kind = kind;
                }
            }
            BlockKind::Question => open = Some(BlockKind::Answer),
            kind if candidate.opens() => open = Some(kind),
            BlockKind::Caption | BlockKind::Credit => {}
            _ => open = None,
        }
    }
}

/// After a closing line short lines are furniture, until running text shows that the article goes on.
fn tail(all: &mut [Candidate<'_>]) {
    let mut closed = false;
    for candidate in all {
        let running = candidate.kind.is_prose() && candidate.chars() >= MIN_RUNNING;
        closed = candidate.closes() || closed && !running;
        if closed && !matches!(candidate.kind, BlockKind::Note | BlockKind::Sources | BlockKind::Title) {
            candidate.kind = BlockKind::Boilerplate;
        }
    }
}

/// The last paragraph is about the author when it opens with the author's name as its topic.
pub(super) fn settle_author(text: &str, all: &mut [Candidate<'_>], byline: Option<&str>) {
    let Some(name) = byline.and_then(last_name) else { return };
    let Some(last) = all.iter_mut().rev().find(|c| c.kind == BlockKind::Paragraph) else { return };
    let words = text[last.span].trim_start_matches(|c: char| !c.is_alphanumeric());
    if words.starts_with(name) {
        last.kind = BlockKind::Note;
    }
}

/// The last part of a byline that is long enough to be a name.
fn last_name(byline: &str) -> Option<&str> {
    byline
        .split([' ', '\u{3000}', '|', '｜', '/', '=', '＝', ',', '、'])
        .rev()
        .find(|part| part.chars().count() >= 3)
}
