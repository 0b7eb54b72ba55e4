//! Which bunsetsu depends on which: every one on a later one, no two arcs cross.

mod rules;

use crate::brackets;
use std::ops::Range;
use tenkyo_model::{Analysis, Relation};

/// Sets the heads of the bunsetsu `all` of one sentence.
pub(crate) fn attach(text: &str, all: Range<usize>, analysis: &mut Analysis) {
    let Some(last) = all.clone().last() else { return };
    let limits = limits(text, all.clone(), analysis);
    for i in all.clone().rev().skip(1) {
        let limit = limits[i - all.start];
        let head = rules::head(i, limit, last, analysis);
        analysis.bunsetsu[i].head = Some(head);
    }
    analysis.bunsetsu[last].relation = Relation::Root;
}

/// For each bunsetsu the last one that it can depend on: inside brackets the one that holds the closing bracket.
fn limits(text: &str, all: Range<usize>, analysis: &Analysis) -> Vec<usize> {
    let last = all.end - 1;
    let mut limits = vec![last; all.len()];
    let start = analysis.bunsetsu[all.start].span.start as usize;
    let end = analysis.bunsetsu[last].span.end as usize;
    for (open, close) in brackets::closing(&text[start..end]) {
        let at = |byte: usize| {
            let byte = (start + byte) as u32;
            all.start + analysis.bunsetsu[all.clone()].partition_point(|b| b.span.end <= byte)
        };
        let (first, closing) = (at(open), at(close - 1));
        // Pairs come in order of their opening, so inner pairs tighten the limits of outer ones.
        for i in first..closing.min(last) {
            limits[i - all.start] = closing;
        }
    }
    limits
}
