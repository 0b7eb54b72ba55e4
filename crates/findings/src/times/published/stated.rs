//! Dates of publication that stand in the text: datelines, timestamps, `配信` and `更新` lines.

use crate::Context;
use crate::times::scan::Expression;
use jiff::civil::Date;
use tenkyo_lexicon::time::Meaning;
use tenkyo_model::{Basis, BlockKind, Published, RuleId};

/// The date that the article states as its own.
pub(super) fn find(context: Context<'_>, expressions: &[Expression]) -> Option<Published> {
    let dated = || expressions.iter().filter_map(|e| Some((e, full_date(&e.meaning)?)));
    let marked = dated().find(|(e, _)| context.article.published_span.is_some_and(|s| s.overlaps(e.span)));
    let found = marked.or_else(|| dated().find(|(e, _)| is_stamp(context, e)));
    found.map(|(e, date)| Published {
        value: date.to_string(),
        basis: Basis::Stated,
        span: Some(e.span),
        rule: RuleId::from("published.stated"),
    })
}

/// The day, when the words name all of it.
pub(super) fn full_date(meaning: &Meaning) -> Option<Date> {
    let year = meaning.year.or_else(|| Some(meaning.era? + meaning.era_year?));
    crate::times::resolve::date(year?, meaning.month?, meaning.day?)
}

/// Whether a date stands where articles state their own: in a dateline or byline, or in a short line of no sentence near the head or foot.
fn is_stamp(context: Context<'_>, expression: &Expression) -> bool {
    let blocks = &context.article.blocks;
    let block = blocks[expression.block];
    let text = &context.article.text[block.span];
    if ends_in_bracket(context, expression) {
        return true;
    }
    let place = expression.block < HEAD || expression.block + FOOT >= blocks.len();
    match block.kind {
        BlockKind::Dateline | BlockKind::Byline => true,
        BlockKind::Caption | BlockKind::Credit | BlockKind::Sources | BlockKind::Boilerplate => false,
        _ => place && text.chars().count() <= LONGEST_LINE && is_line(context, text) && blocks.len() > 1,
    }
}

/// Whether a date fills a bracket at the end of the article: `…と主張した。(2024/06/14)`.
fn ends_in_bracket(context: Context<'_>, expression: &Expression) -> bool {
    let blocks = &context.article.blocks;
    let block = blocks[expression.block];
    let text = &context.article.text;
    let before = &text[block.span.start as usize..expression.span.start as usize];
    let after = &text[expression.span.end as usize..block.span.end as usize];
    let last = !blocks[expression.block + 1..].iter().any(|b| b.kind.is_prose());
    last && block.kind.is_prose()
        && before.ends_with(['(', '\u{ff08}', '[', '【'])
        && after.trim_end().trim_end_matches(['。', ' ']).len() <= '】'.len_utf8()
        && after.starts_with([')', '\u{ff09}', ']', '】'])
        && ends_sentence(&before[..before.len() - before.chars().next_back().map_or(0, char::len_utf8)])
}

/// Whether nothing or a finished sentence stands before.
fn ends_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['。', '」', '』', '!', '?', '！', '？', ')', '）'])
}

/// Blocks at the head and at the foot in which articles state their date.
const HEAD: usize = 6;
const FOOT: usize = 2;

/// Code points of the longest line of that kind.
const LONGEST_LINE: usize = 90;

/// Whether `text` is no sentence: it has no full stop, or names its date as that of publication.
fn is_line(context: Context<'_>, text: &str) -> bool {
    !text.contains(['。', '「', '『', '、'])
        || context.lexicon.time.cues.stated.iter().any(|w| text.contains(w.as_str())) && !text.contains('。')
}
