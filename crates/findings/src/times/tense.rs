//! Whether the clause around a date looks back or ahead.

use super::scan::Expression;
use crate::Context;
use tenkyo_model::{Pos, Token};

/// Which way a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlook {
    /// Its verb is in the past.
    Back,
    /// Its verb is not.
    Ahead,
    /// A word says that it lies ahead.
    Planned,
    /// It does not tell.
    Open,
}

/// The outlook of the clause that `expression` stands in.
pub(super) fn outlook(context: Context<'_>, expression: &Expression) -> Outlook {
    let text = &*context.article.text;
    let cues = &context.lexicon.time.cues;
    let after = &text[expression.span.end as usize..];
    if cues.until.iter().any(|w| after.starts_with(w.as_str())) {
        return Outlook::Planned;
    }
    let sentence = &context.analysis.sentences[expression.sentence];
    let tokens = context.analysis.tokens_of(sentence);
    let first = tokens.partition_point(|t| t.span.start < expression.span.end);
    let mut verb = None;
    for token in &tokens[first..] {
        let words = &text[token.span];
        if cues.future.iter().any(|w| text[token.span.start as usize..].starts_with(w.as_str())) {
            return Outlook::Planned;
        }
        match token.pos {
            Pos::Auxiliary if cues.past.iter().any(|p| p == token.lemma(text)) && is_past(token, words) => {
                return Outlook::Back;
            }
            Pos::Verb | Pos::DependentVerb => verb = Some(token),
            Pos::FullStop => break,
            Pos::Close => return Outlook::Open,
            _ => {}
        }
    }
    match verb {
        Some(verb) if verb.field(5) == Some("基本形") && verb.pos == Pos::Verb => Outlook::Ahead,
        _ => Outlook::Open,
    }
}

/// IPADIC gives the past auxiliary the inflection 特殊・タ; the copula is 特殊・ダ.
fn is_past(token: &Token, _words: &str) -> bool {
    token.field(4) == Some("特殊・タ")
}

/// Whether the clause that `expression` stands in describes a noun (`12日に着いた首相は`).
pub(super) fn describes_noun(context: Context<'_>, expression: &Expression) -> bool {
    let sentence = &context.analysis.sentences[expression.sentence];
    let tokens = context.analysis.tokens_of(sentence);
    let first = tokens.partition_point(|t| t.span.start < expression.span.end);
    let mut predicate = false;
    let (text, stative) = (&*context.article.text, &context.lexicon.time.cues.stative);
    for pair in tokens[first..].windows(2) {
        match pair[0].pos {
            Pos::Verb if stative.iter().any(|s| s == pair[0].lemma(text)) => return false,
            Pos::Verb | Pos::DependentVerb => predicate = true,
            Pos::Adjective => predicate = pair[0].field(5) == Some("基本形"),
            Pos::Conjunctive if predicate && pair[1].pos != Pos::DependentVerb => return false,
            Pos::Auxiliary | Pos::Conjunctive => {}
            Pos::Comma | Pos::FullStop if predicate => return false,
            _ => {}
        }
        if predicate && is_content_noun(pair[1].pos) {
            return true;
        }
    }
    false
}

fn is_content_noun(pos: Pos) -> bool {
    matches!(pos, Pos::Noun | Pos::Person | Pos::Place | Pos::Organization | Pos::Proper | Pos::Verbal)
}
