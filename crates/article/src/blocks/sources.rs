//! Lists of sources at the foot of an article: `『見出し』。新聞名、2013年2月12日。`

use super::Candidate;
use tenkyo_model::BlockKind;

/// Longest stretch, in bytes, between the end of a title and the year of its date.
const MAX_OUTLET: usize = 120;
/// Quotation marks that close the title of a source.
const CLOSING: [char; 4] = ['』', '」', '"', '”'];

/// Marks the last running lines as sources when they cite as lists of sources do.
pub(super) fn settle(text: &str, all: &mut [Candidate<'_>]) {
    for at in (1..all.len()).rev() {
        if all[at].kind.is_furniture()
            || matches!(all[at].kind, BlockKind::Note | BlockKind::Sources | BlockKind::Byline)
        {
            continue;
        }
        let running = matches!(all[at].kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading);
        if !running || citations(&text[all[at].span]) == 0 {
            return;
        }
        all[at].kind = BlockKind::Sources;
    }
}

/// How many titles in quotation marks are followed by a full stop or comma, a name and a year.
fn citations(line: &str) -> usize {
    line.match_indices(CLOSING).filter(|(at, mark)| is_cited(&line[at + mark.len()..])).count()
}

fn is_cited(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix(['。', '.', '、', ',', '．', '，']) else { return false };
    let end = after.char_indices().map(|(i, _)| i).take_while(|i| *i <= MAX_OUTLET).last().unwrap_or(0);
    let near = &after[..end];
    let year = near.as_bytes().windows(4).position(|w| w.iter().all(u8::is_ascii_digit));
    year.is_some_and(|at| at > 0 && !near[..at].contains('。'))
}
