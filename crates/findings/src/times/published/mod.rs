//! When the article was written: told beside it, stated in it, or concluded from it.

mod bound;
mod evidence;
mod inferred;
mod known;
mod stated;
mod terms;

use super::scan::Expression;
use crate::Context;
use tenkyo_model::{Basis, Published, RuleId};

/// The publication date; `None` when nothing tells.
pub(super) fn find(context: Context<'_>, expressions: &[Expression]) -> Option<Published> {
    metadata(context)
        .or_else(|| stated::find(context, expressions))
        .or_else(|| inferred::find(context, expressions))
}

/// The date that the source states outside the text.
fn metadata(context: Context<'_>) -> Option<Published> {
    let declared = context.article.declared.published.as_deref()?;
    let value: String = declared.chars().take_while(|c| c.is_ascii_digit() || *c == '-').take(10).collect();
    let value = value.trim_end_matches('-').to_owned();
    let valid = match value.len() {
        4 => value.parse::<i16>().is_ok(),
        7 => format!("{value}-01").parse::<jiff::civil::Date>().is_ok(),
        10 => value.parse::<jiff::civil::Date>().is_ok(),
        _ => false,
    };
    let basis = if context.article.published_span.is_some() { Basis::Stated } else { Basis::Metadata };
    let rule = RuleId::from("published.metadata");
    valid.then_some(Published { value, basis, span: context.article.published_span, rule })
}
