//! Claims about what will or will not happen, with how likely the claimant finds it.
//!
//! Entry point: [`find`]. Sentences are cut into [`claims`] (one voice, one clause); [`endings`] judges each.

mod claims;
mod endings;

use crate::Context;
use claims::Claim;
use tenkyo_model::{Diagnostic, Findings, Forecast, Pos, Statement, Token};
use tenkyo_text::Span;

/// Adds the forecasts in order of their words.
pub fn find(context: Context<'_>, findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {
    let author = claims::author(context, findings);
    let mut out: Vec<Forecast> = Vec::new();
    for claim in claims::all(context, findings) {
        if let Some(found) = endings::judge(context, &claim) {
            let by = claim.statement.map_or(author, |s| s.speaker);
            let horizon = horizon(findings, &claim);
            out.push(Forecast {
                span: found.span,
                by,
                likelihood: found.likelihood,
                horizon,
                condition: condition(context, found.span),
                rule: found.rule,
            });
        }
    }
    findings.forecasts = out;
}

/// The last calendar expression of the claim that lies after the publication.
fn horizon(findings: &Findings, claim: &Claim<'_>) -> Option<String> {
    let published = findings.published.as_ref().map_or("", |p| p.value.as_str());
    let mut dated = findings.times.iter().filter(|t| claim.span.contains(t.span));
    // 年内 on a day of that year: its end is still to come.
    let later = |value: &str| {
        value.starts_with(|c: char| c.is_ascii_digit()) && (value > published || published.starts_with(value))
    };
    dated.rfind(|t| later(&t.value)).map(|t| t.value.clone())
}

/// The words of the condition in a claim: up to the last 〜れば, 〜なら, 場合 in it.
fn condition(context: Context<'_>, claim: Span) -> Option<Span> {
    let text = &*context.article.text;
    let words = &context.lexicon.forecasts.words.conditions;
    let tokens = &context.analysis.tokens[context.analysis.tokens_in(claim)];
    let sets = |t: &&Token| {
        matches!(t.pos, Pos::Conjunctive | Pos::Auxiliary) || t.pos != Pos::Verb && t.span.len() > 3
    };
    let last = tokens.iter().rev().filter(sets).find(|t| words.has(&text[t.span]))?;
    let span = Span { start: claim.start, end: last.span.end };
    (span.end < claim.end).then_some(span)
}

/// Whether a statement's words of attribution hold an expectation.
fn expects(context: Context<'_>, statement: &Statement) -> bool {
    let cues = &context.lexicon.forecasts.words.cues.words;
    let cue = statement.cue.map_or("", |span| span.of_text(&context.article.text));
    cues.iter().any(|w| cue.contains(w.as_str()))
}

#[cfg(test)]
mod tests;
