//! The `mod` of an expression, also from words that stand outside its span.

use crate::Context;
use crate::times::scan::Expression;
use tenkyo_lexicon::time::Role;
use tenkyo_model::TimeMod;

/// The modifier that the words give.
pub(super) fn of(context: Context<'_>, expression: &Expression) -> Option<TimeMod> {
    let meaning = &expression.meaning;
    let stated = meaning.modifier.or(meaning.approx).map(|m| m.0);
    stated.or_else(|| about_bracket(context, expression)).or_else(|| beyond(context, expression))
}

/// `30日午前6時(日本時間正午)ごろ`: the word after the bracket holds for both.
fn about_bracket(context: Context<'_>, expression: &Expression) -> Option<TimeMod> {
    expression.meaning.hour?;
    let text = &*context.article.text;
    let sentence = context.analysis.sentences[expression.sentence].span;
    let after = &text[expression.span.end as usize..sentence.end as usize];
    let close = |from: &str| from.find([')', '\u{ff09}']).filter(|at| *at < LONGEST_REMARK);
    let rest = if expression.bracketed && after.starts_with([')', '\u{ff09}']) {
        after
    } else if after.starts_with(['(', '\u{ff08}']) {
        &after[close(after)?..]
    } else {
        return None;
    };
    let rest = rest.trim_start_matches([')', '\u{ff09}']);
    let about = &context.lexicon.time.cues.about;
    about.iter().any(|w| rest.starts_with(w.as_str())).then_some(TimeMod::Approx)
}

/// Bytes of the longest bracket between a time and its `ごろ`.
const LONGEST_REMARK: usize = 120;

/// `2年を超えて続く`: the particle keeps the word outside the span.
fn beyond(context: Context<'_>, expression: &Expression) -> Option<TimeMod> {
    if expression.role != Role::Duration {
        return None;
    }
    let after = &context.article.text[expression.span.end as usize..];
    context
        .lexicon
        .time
        .cues
        .beyond
        .iter()
        .any(|w| after.starts_with(w.as_str()))
        .then_some(TimeMod::MoreThan)
}
