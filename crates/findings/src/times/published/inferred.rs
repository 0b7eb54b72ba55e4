//! Dates of publication concluded from the dates in the text.

use super::stated::full_date;
use crate::Context;
use crate::times::scan::Expression;
use crate::times::tense::{Outlook, outlook};
use jiff::civil::Date;
use tenkyo_model::{Basis, Published, RuleId};

/// The newest date that the article looks back on.
pub(super) fn find(context: Context<'_>, expressions: &[Expression]) -> Option<Published> {
    let dated: Vec<(&Expression, Date)> =
        expressions.iter().filter_map(|e| Some((e, full_date(&e.meaning)?))).collect();
    let newest = |cited: bool| {
        dated
            .iter()
            .filter(|(e, _)| {
                if cited {
                    is_source(context, e)
                } else {
                    !matches!(outlook(context, e), Outlook::Ahead | Outlook::Planned)
                }
            })
            .filter(|(e, _)| !is_foreign_to_story(context, e))
            .max_by_key(|(e, date)| (*date, std::cmp::Reverse(e.span.start)))
    };
    let (expression, date) = newest(true).or_else(|| newest(false))?;
    Some(Published {
        value: date.to_string(),
        basis: Basis::Inferred,
        span: Some(expression.span),
        rule: RuleId::from("published.newest-date"),
    })
}

/// Whether a date is that of a source: `…』。毎日新聞、2006年8月16日。`
fn is_source(context: Context<'_>, expression: &Expression) -> bool {
    let text = &*context.article.text;
    let sentence = context.analysis.sentences[expression.sentence].span;
    let before = &text[sentence.start as usize..expression.span.start as usize];
    let after = text[expression.span.end as usize..sentence.end as usize].chars().take(3).collect::<String>();
    let ends =
        after.is_empty() || after.starts_with(['。', '.', '(', '\u{ff08}', '"', '「', '『', '[', '“', ' ']);
    ends && before.trim_end().ends_with(['、', ',', '，'])
}

/// Whether a date is when a page was looked up, or that of another article of the same site.
fn is_foreign_to_story(context: Context<'_>, expression: &Expression) -> bool {
    let text = &*context.article.text;
    let cues = &context.lexicon.time.cues;
    let sentence = context.analysis.sentences[expression.sentence].span;
    let before = &text[sentence.start as usize..expression.span.start as usize];
    let after = &text[expression.span.end as usize..];
    let own = before.trim_end().trim_end_matches(['、', ',']).trim_end();
    cues.accessed.iter().any(|w| after.starts_with(w.as_str()))
        || cues.own_articles.iter().any(|w| own.ends_with(w.as_str()))
}
