//! How a launch ended, and how often.

use crate::{Context, certainty};
use tenkyo_model::{Findings, LaunchOutcome, Polarity, Quantity};
use tenkyo_text::Span;

/// How a launch ended, with the words that say so.
#[derive(Clone, Copy)]
pub(super) struct Ended {
    pub outcome: LaunchOutcome,
    pub span: Span,
    /// Whether the words deny already.
    negative: bool,
}

/// The first words after the launch, up to `to`, that say how it ended; else the last before it, from `from` on (失敗した打ち上げ).
pub(super) fn of(context: Context<'_>, trigger: Span, from: u32, to: u32) -> Option<Ended> {
    let after = all(context, trigger.start, to);
    let first = after.into_iter().min_by_key(|e| (e.span.start, std::cmp::Reverse(e.span.end)));
    let found = first.or_else(|| {
        all(context, from, trigger.start).into_iter().max_by_key(|e| (e.span.end, e.span.len()))
    })?;
    let negated = !found.negative && certainty::of_clause(context, found.span).polarity == Polarity::Negative;
    let turned = match found.outcome {
        LaunchOutcome::Success if negated => LaunchOutcome::Failure,
        LaunchOutcome::Failure if negated => LaunchOutcome::Unknown,
        other => other,
    };
    Some(Ended { outcome: turned, ..found })
}

fn all(context: Context<'_>, from: u32, to: u32) -> Vec<Ended> {
    let text = &context.article.text[from as usize..to.max(from) as usize];
    let rules = context.lexicon.programmes.launches.outcomes.iter();
    let words = rules.flat_map(|r| r.words.iter().map(move |w| (r, w)));
    words
        .flat_map(|(rule, word)| {
            let outcome = LaunchOutcome::from_name(&rule.outcome).unwrap_or(LaunchOutcome::Unknown);
            let spans = text.match_indices(word.as_str());
            spans.map(move |(at, w)| Ended {
                outcome,
                span: Span::new(at, at + w.len()).shift(from),
                negative: rule.negative,
            })
        })
        .collect()
}

/// How often it ended so: 2度失敗した.
pub(super) fn count(context: Context<'_>, findings: &Findings, ended: Ended, from: u32) -> Option<u32> {
    let launches = &context.lexicon.programmes.launches;
    let text = &*context.article.text;
    let counts = |q: &&Quantity| {
        let rest = &text[q.span.end as usize..ended.span.start.max(q.span.end) as usize];
        let ordinal = launches.ordinals.head_of(&text[q.span.end as usize..]).is_some();
        let near = rest.chars().count() < 6;
        launches.counts.has(&q.unit)
            && q.span.start >= from
            && q.span.end <= ended.span.start
            && near
            && !ordinal
    };
    let found = findings.quantities.iter().rfind(counts)?;
    found.bounds.min.filter(|n| (1.0..1000.0).contains(n)).map(|n| n as u32)
}
