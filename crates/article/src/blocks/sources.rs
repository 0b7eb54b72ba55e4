//! Lists of sources at the foot of an article: `『見出し』。新聞名、2013年2月12日。`

use super::Candidate;
use crate::lines::trimmed;
use tenkyo_model::BlockKind;
use tenkyo_text::Span;

/// Shortest story, in code points, in front of a list of sources on the same line.
const MIN_STORY: usize = 20;
/// Longest stretch, in bytes, between the end of a title and the year of its date.
const MAX_OUTLET: usize = 120;
/// Quotation marks that close the title of a source.
const CLOSING: [char; 4] = ['』', '」', '"', '”'];

/// Marks the last running lines as sources when they cite as lists of sources do; where a list follows the story on the same
/// line, the line is split.
pub(super) fn settle(text: &str, all: &mut Vec<Candidate<'_>>) {
    for at in (0..all.len()).rev() {
        let kind = all[at].kind;
        if kind.is_furniture() || matches!(kind, BlockKind::Note | BlockKind::Sources | BlockKind::Byline) {
            continue;
        }
        let running = matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading);
        let Some(list) = running.then(|| list(&text[all[at].span])).flatten() else { return };
        if list > 0 {
            split(text, all, at, list);
            return;
        }
        all[at].kind = BlockKind::Sources;
    }
}

/// Where the list of sources begins in the line: after the last full sentence before the first citation.
fn list(line: &str) -> Option<usize> {
    let (at, mark) = line.match_indices(CLOSING).find(|(at, mark)| is_cited(&line[at + mark.len()..]))?;
    let opening = match mark {
        "』" => '『',
        "」" => '「',
        "”" => '“',
        other => other.chars().next()?,
    };
    let title = line[..at].rfind(opening).unwrap_or(at);
    let story = line[..title].rfind('。').map_or(0, |stop| stop + '。'.len_utf8());
    // A few words before the first citation are a part of the list.
    Some(if line[..story].chars().count() < MIN_STORY { 0 } else { story })
}

/// Leaves the story in the candidate and puts the list of sources behind it.
fn split<'b>(text: &str, all: &mut Vec<Candidate<'b>>, at: usize, list: usize) {
    let whole = all[at].span;
    let middle = whole.start as usize + list;
    let part = |start: usize, end: usize| trimmed(text, Span::new(start, end));
    let (story, sources) = (part(whole.start as usize, middle), part(middle, whole.end as usize));
    let folded = tenkyo_lexicon::blocks::fold(&text[sources]);
    let kind = BlockKind::Sources;
    all[at].span = story;
    all.insert(
        at + 1,
        Candidate { span: sources, gap: false, kind, folded, rule: None, stamp: None, marked: false },
    );
}

fn is_cited(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix(['。', '.', '、', ',', '．', '，']) else { return false };
    let end = after.char_indices().map(|(i, _)| i).take_while(|i| *i <= MAX_OUTLET).last().unwrap_or(0);
    let near = &after[..end];
    let year = near.as_bytes().windows(4).position(|w| w.iter().all(u8::is_ascii_digit));
    year.is_some_and(|at| at > 0 && !near[..at].contains('。'))
}
