//! Dates of the sources that an article lists, which are no part of its story.

use super::scan::Expression;
use crate::Context;
use tenkyo_model::BlockKind;

/// Whether a date is that of a source: `…』。毎日新聞、2006年8月16日。`
pub(super) fn is_source(context: Context<'_>, expression: &Expression) -> bool {
    let meaning = &expression.meaning;
    if context.article.blocks[expression.block].kind == BlockKind::Title
        || meaning.day.is_none()
        || (meaning.year.is_none() && meaning.era_year.is_none())
    {
        return false;
    }
    let (before, after) = around(context, expression);
    let after = without_remark(after.trim_start()).trim_start();
    let ends = after.is_empty()
        || after.starts_with(['。', '.', '"', '「', '『', '[', '“'])
        || after.starts_with(|c: char| c.is_ascii_alphabetic())
        || is_accessed(context, expression);
    ends && before.trim_end().ends_with(['、', ',', '\u{ff0c}'])
}

/// The text after a bracket such as `(UTC+9)`, if it begins with one.
fn without_remark(after: &str) -> &str {
    let Some(inside) = after.strip_prefix(['(', '\u{ff08}']) else { return after };
    inside
        .find([')', '\u{ff09}'])
        .map_or(after, |close| inside[close..].trim_start_matches([')', '\u{ff09}']))
}

/// Whether a date is when a page was looked up.
pub(super) fn is_accessed(context: Context<'_>, expression: &Expression) -> bool {
    let (_, after) = around(context, expression);
    context.lexicon.time.cues.accessed.iter().any(|w| after.starts_with(w.as_str()))
}

/// Whether a date is that of another article of the same site.
pub(super) fn is_own_article(context: Context<'_>, expression: &Expression) -> bool {
    let (before, _) = around(context, expression);
    let outlet = before.trim_end().trim_end_matches(['、', ',']).trim_end();
    context.lexicon.time.cues.own_articles.iter().any(|w| outlet.ends_with(w.as_str()))
}

/// The text of the sentence before and after an expression.
fn around<'a>(context: Context<'a>, expression: &Expression) -> (&'a str, &'a str) {
    let text = &*context.article.text;
    let sentence = context.analysis.sentences[expression.sentence].span;
    (
        &text[sentence.start as usize..expression.span.start as usize],
        &text[expression.span.end as usize..sentence.end as usize],
    )
}
