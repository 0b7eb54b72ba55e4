//! Measured amounts: number and unit with the words that bound them.
//!
//! Entry point: [`find`]. Times are found before; whatever overlaps one is no amount.

mod number;
mod scan;

use crate::Context;
use scan::Scene;
use tenkyo_model::{BlockKind, Diagnostic, Findings, Quantity};
use tenkyo_text::Span;

/// Adds the quantities, in order of their spans.
pub fn find(context: Context<'_>, findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {
    for sentence in &context.analysis.sentences {
        let kind = context.article.blocks[sentence.block].kind;
        if !kind.is_furniture() && kind != BlockKind::Sources {
            amounts_of(context, sentence.span, findings);
        }
    }
}

fn amounts_of(context: Context<'_>, within: Span, findings: &mut Findings) {
    let tokens = &context.analysis.tokens[context.analysis.tokens_in(within)];
    let boundary = |at: usize| {
        let next = tokens.partition_point(|t| t.span.end <= at as u32);
        tokens.get(next).is_none_or(|t| t.span.start >= at as u32)
    };
    let scene =
        Scene { words: &context.lexicon.quantity, text: &context.article.text, within, boundary: &boundary };
    let mut at = within.start as usize;
    while let Some(c) = context.article.text[at..within.end as usize].chars().next() {
        match scene.amount_at(at) {
            Some((found, past)) => {
                findings.quantities.extend(found.filter(|q| is_amount(q, findings)));
                at = past;
            }
            None => at += c.len_utf8(),
        }
    }
}

fn is_amount(quantity: &Quantity, findings: &Findings) -> bool {
    let finite = |bound: Option<f64>| bound.is_none_or(f64::is_finite);
    let times = &findings.times;
    let next = times.partition_point(|t| t.span.end <= quantity.span.start);
    let free = times.get(next).is_none_or(|t| !t.span.overlaps(quantity.span));
    free && finite(quantity.bounds.min) && finite(quantity.bounds.max)
}

#[cfg(test)]
mod tests;
