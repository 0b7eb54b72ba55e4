//! Datelines at the head of a paragraph: `【平壌=山田太郎】`, `【6月19日 AFP】`, `[モスクワ 19日 ロイター] - `.

use super::{Candidate, Layout};
use crate::lines::trimmed;
use tenkyo_lexicon::blocks::{Blocks, Stamps, fold};
use tenkyo_model::{Block, BlockKind};
use tenkyo_text::Span;

/// Longest dateline, in code points.
const MAX_CHARS: usize = 40;
/// Longest place and agency in round brackets, in code points.
const MAX_PLACE: usize = 24;
/// Brackets that hold datelines.
const BRACKETS: [(char, char); 6] =
    [('【', '】'), ('[', ']'), ('［', '］'), ('(', ')'), ('（', '）'), ('〔', '〕')];

/// Puts a candidate's blocks into the layout: a dateline in front of a paragraph becomes a block of its own.
pub(super) fn push(text: &str, candidate: &Candidate<'_>, words: &Blocks, layout: &mut Layout) {
    let mut span = candidate.span;
    let running = matches!(candidate.kind, BlockKind::Paragraph | BlockKind::Heading);
    if let Some((lead, named)) = running.then(|| dateline(&text[span], &words.stamps)).flatten() {
        let lead = lead.shift(span.start);
        layout.blocks.push(Block { kind: BlockKind::Dateline, span: lead });
        match named {
            Named::Agency(name) => layout.agency = layout.agency.take().or(Some(name)),
            Named::Author(name) => layout.byline = layout.byline.take().or(Some(name)),
            Named::Nobody => {}
        }
        span = after(text, lead, span);
    }
    if !span.is_empty() {
        layout.blocks.push(Block { kind: candidate.kind, span });
    }
}

/// What follows the dateline, without the dash that joins the two.
fn after(text: &str, lead: Span, line: Span) -> Span {
    let rest = &text[lead.end as usize..line.end as usize];
    let skipped =
        rest.len() - rest.trim_start_matches([' ', '\u{3000}', '-', '–', '—', '－', '―', '\t']).len();
    trimmed(text, Span::new(lead.end as usize + skipped, line.end as usize))
}

/// Whom a dateline names.
enum Named {
    Agency(String),
    Author(String),
    Nobody,
}

/// The bracket at the start of the line, and the agency that it names, when it is a dateline.
fn dateline(line: &str, words: &Stamps) -> Option<(Span, Named)> {
    let first = line.chars().next()?;
    if let Some(lead) = placed(line, words) {
        return Some(lead);
    }
    let (_, close) = BRACKETS.iter().find(|(open, _)| *open == first)?;
    let end = line.char_indices().take(MAX_CHARS).find(|(_, c)| c == close).map(|(i, c)| i + c.len_utf8())?;
    let inside = &line[first.len_utf8()..end - close.len_utf8()];
    let folded = fold(inside);
    let agency = agency(&folded, words);
    let signed = folded.contains('=') && !folded.contains(['。', '、']) && first != '(' && first != '（';
    let lead = agency.is_some() || signed || has_day(&folded, words) && first != '(' && first != '（';
    let author = || inside.rsplit(['=', '＝']).next().filter(|_| signed).map(str::to_owned);
    let named = match agency.and_then(|word| written(inside, &word)) {
        Some(name) => Named::Agency(name),
        None => author().map_or(Named::Nobody, Named::Author),
    };
    (lead && end < line.len()).then(|| (Span::new(0, end), named))
}

/// `ソウル(CNN)　`: a place, an agency in round brackets, a space.
fn placed(line: &str, words: &Stamps) -> Option<(Span, Named)> {
    let near = line.char_indices().nth(MAX_PLACE).map_or(line, |(end, _)| &line[..end]);
    let open = near.find(['(', '（'])?;
    let close = open + near[open..].find([')', '）'])?;
    let width = line[close..].chars().next().map_or(0, char::len_utf8);
    let end = close + width;
    let inside = line[open..close].trim_start_matches(['(', '（']);
    let spaced = line[end..].starts_with([' ', '\u{3000}']);
    let agency = words.agencies.contains(&fold(inside));
    (agency && spaced).then(|| (Span::new(0, end), Named::Agency(inside.to_owned())))
}

/// The agency that a folded dateline names, by its name or by how names of outlets end.
fn agency(folded: &str, words: &Stamps) -> Option<String> {
    let mut parts = folded.split([' ', '=', '・', '、', ',', '/']);
    let named = |part: &str| words.outlet_ends.iter().any(|end| part.ends_with(end.as_str()));
    let part = parts.find(|part| words.agencies.iter().any(|word| word == part) || named(part));
    let joined = || words.agencies.iter().find(|word| folded.ends_with(word.as_str())).map(String::as_str);
    // `ソウル聯合ニュース`: place and agency without a mark between them.
    let last = joined().filter(|word| part.is_none_or(|part| part.ends_with(word)));
    last.or(part).map(str::to_owned)
}

/// The agency as the text writes it.
fn written(inside: &str, folded: &str) -> Option<String> {
    let whole = fold(inside);
    let at = whole[..whole.rfind(folded)?].chars().count();
    Some(inside.chars().skip(at).take(folded.chars().count()).collect())
}

/// Whether a number stands before a word for the day.
fn has_day(folded: &str, words: &Stamps) -> bool {
    let counted = |word: &String| {
        folded
            .match_indices(word.as_str())
            .any(|(at, _)| folded[..at].ends_with(|c: char| c.is_ascii_digit()))
    };
    words.day.iter().any(counted)
}
