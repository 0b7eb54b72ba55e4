//! Claims about what will or will not happen, with how likely the claimant finds it.
//!
//! Entry point: [`find`]. Sentences are cut into [`claims`] (one voice, one clause); [`endings`] judges each,
//! [`horizon`] says by when.

mod claims;
mod endings;
mod horizon;

use crate::Context;
use tenkyo_model::{Diagnostic, Findings, Forecast, Pos, Statement, Token};
use tenkyo_text::Span;

/// Adds the forecasts in order of their words.
pub fn find(context: Context<'_>, findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {
    let author = claims::author(context, findings);
    let mut out: Vec<Forecast> = Vec::new();
    for claim in claims::all(context, findings) {
        if let Some(found) = endings::judge(context, findings, &claim) {
            let by = claim.statement.map_or(author, |s| s.speaker);
            let horizon = horizon::of(context, findings, claim.span);
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

/// The words of the condition in a claim: up to the last 〜れば, 〜なら, 場合 in it.
fn condition(context: Context<'_>, claim: Span) -> Option<Span> {
    let text = &*context.article.text;
    let lists = &context.lexicon.forecasts.words;
    let words = &lists.conditions;
    let tokens = &context.analysis.tokens[context.analysis.tokens_in(claim)];
    let sets = |t: &&Token| {
        matches!(t.pos, Pos::Conjunctive | Pos::Auxiliary) || t.pos != Pos::Verb && t.span.len() > 3
    };
    // 早ければ今週にも: no condition.
    let phrase =
        |t: &&Token| lists.set_phrases.tail_of(&text[claim.start as usize..t.span.end as usize]).is_some();
    let mut ends = tokens.iter().rev().filter(sets).filter(|t| words.has(&text[t.span]));
    let last = ends.find(|t| !phrase(t))?;
    let span = Span { start: claim.start, end: last.span.end };
    (span.end < claim.end).then_some(span)
}

/// Whether a statement's words of attribution hold an expectation.
fn expects(context: Context<'_>, statement: &Statement) -> bool {
    let words = &context.lexicon.forecasts.words;
    let cue = statement.cue.map_or("", |span| span.of_text(&context.article.text));
    words.signs.has(cue) || words.cues.words.iter().any(|w| cue.contains(w.as_str()))
}

#[cfg(test)]
mod tests;
