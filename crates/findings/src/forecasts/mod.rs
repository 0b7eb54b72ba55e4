//! Claims about what will or will not happen, with how likely the claimant finds it.
//!
//! Entry point: [`find`]. Sentences are cut into [`claims`] (one voice, one clause); [`endings`] judges each.

mod claims;
mod endings;

use crate::Context;
use claims::Claim;
use tenkyo_model::{Diagnostic, Findings, Forecast, Statement};

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
                condition: None,
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
    let later = |value: &str| value.starts_with(|c: char| c.is_ascii_digit()) && value > published;
    dated.rfind(|t| later(&t.value)).map(|t| t.value.clone())
}

/// Whether a statement's words of attribution hold an expectation.
fn expects(context: Context<'_>, statement: &Statement) -> bool {
    let cues = &context.lexicon.forecasts.words.cues.words;
    let cue = statement.cue.map_or("", |span| span.of_text(&context.article.text));
    cues.iter().any(|w| cue.contains(w.as_str()))
}

#[cfg(test)]
mod tests;
