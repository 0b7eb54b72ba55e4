//! Whether the clause around a date looks back or ahead.

use super::scan::Expression;
use crate::Context;
use tenkyo_lexicon::time::Cues;
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
    match expression.meaning.direction {
        Some(1) if expression.meaning.year_shift.is_none() => return Outlook::Planned,
        Some(-1) => return Outlook::Back,
        _ => {}
    }
    let text = &*context.article.text;
    let cues = &context.lexicon.time.cues;
    let after = &text[expression.span.end as usize..];
    if cues.until.iter().any(|w| after.starts_with(w.as_str())) {
        return Outlook::Planned;
    }
    let sentence = &context.analysis.sentences[expression.sentence];
    let tokens = context.analysis.tokens_of(sentence);
    let first = tokens.partition_point(|t| t.span.start < expression.span.end);
    let clause = Clause { text, cues, tokens: &tokens[first..], quoted: expression.quoted };
    if clause.is_set_off() { clause.last() } else { clause.first() }
}

/// The tokens after a date.
struct Clause<'a> {
    text: &'a str,
    cues: &'a Cues,
    tokens: &'a [Token],
    quoted: bool,
}

impl Clause<'_> {
    /// Whether a comma or a topic sets the date off from what follows, so that it belongs to the last predicate of the sentence.
    fn is_set_off(&self) -> bool {
        let predicate = |t: &Token| matches!(t.pos, Pos::Verb | Pos::Auxiliary);
        let mut before = self.tokens.iter().take_while(|t| !predicate(t));
        before.any(|t| {
            t.pos == Pos::Comma
                || self.cues.topic.iter().any(|w| t.pos == Pos::Topic && self.text[t.span] == **w)
        })
    }

    /// What the first predicate that shows it says.
    fn first(&self) -> Outlook {
        self.signs().next().unwrap_or(Outlook::Open)
    }

    /// What the last predicate of the sentence says.
    fn last(&self) -> Outlook {
        self.signs().last().unwrap_or(Outlook::Open)
    }

    /// What each predicate says, quotations left out.
    fn signs(&self) -> impl Iterator<Item = Outlook> {
        let mut depth = 0u32;
        let end =
            self.tokens.iter().position(|t| t.pos == Pos::FullStop || (self.quoted && t.pos == Pos::Close));
        let tokens = &self.tokens[..end.unwrap_or(self.tokens.len())];
        tokens.iter().enumerate().filter_map(move |(i, token)| {
            match token.pos {
                Pos::Open => depth += 1,
                Pos::Close => depth = depth.saturating_sub(1),
                _ if depth == 0 => return self.sign(token, tokens.get(i + 1)),
                _ => {}
            }
            None
        })
    }

    fn is_cue(&self, token: &Token) -> bool {
        let words = &self.text[token.span.start as usize..];
        self.cues.future.iter().any(|w| words.starts_with(w.as_str()))
    }

    fn sign(&self, token: &Token, next: Option<&Token>) -> Option<Outlook> {
        if self.is_cue(token) {
            return Some(Outlook::Planned);
        }
        if token.pos == Pos::Auxiliary && is_past(token) {
            return Some(Outlook::Back);
        }
        // A verb in its plain form looks ahead, unless `予定`, `見通し` and the like say so themselves; `ている` goes on.
        let verb =
            matches!(token.pos, Pos::Verb | Pos::DependentVerb) || token.field(4) == Some("特殊・マス");
        if !verb || token.field(5) != Some("基本形") || next.is_some_and(|n| self.is_cue(n)) {
            return None;
        }
        let goes_on =
            token.pos == Pos::DependentVerb && self.cues.stative.iter().any(|s| s == token.lemma(self.text));
        Some(if goes_on { Outlook::Open } else { Outlook::Ahead })
    }
}

/// IPADIC gives the past auxiliary the inflection 特殊・タ; the copula is 特殊・ダ.
fn is_past(token: &Token) -> bool {
    token.field(4) == Some("特殊・タ")
}

/// Whether the clause that `expression` stands in describes a noun (`12日に着いた首相は`).
pub(super) fn describes_noun(context: Context<'_>, expression: &Expression) -> bool {
    described_noun(context, expression.sentence, expression.span.end).is_some()
}

/// Where the noun begins that is described by the clause of a date which ends at byte `end` of a sentence.
pub(super) fn described_noun(context: Context<'_>, sentence: usize, end: u32) -> Option<u32> {
    let tokens = context.analysis.tokens_of(&context.analysis.sentences[sentence]);
    let first = tokens.partition_point(|t| t.span.start < end);
    let mut predicate = false;
    let (text, stative) = (&*context.article.text, &context.lexicon.time.cues.stative);
    for pair in tokens[first..].windows(2) {
        match pair[0].pos {
            Pos::Verb if stative.iter().any(|s| s == pair[0].lemma(text)) => return None,
            Pos::Verb | Pos::DependentVerb => predicate = true,
            Pos::Adjective => predicate = pair[0].field(5) == Some("基本形"),
            Pos::Conjunctive if predicate && pair[1].pos != Pos::DependentVerb => return None,
            Pos::Auxiliary | Pos::Conjunctive => {}
            Pos::Comma | Pos::FullStop if predicate => return None,
            _ => {}
        }
        if predicate && is_content_noun(pair[1].pos) {
            return Some(pair[1].span.start);
        }
    }
    None
}

fn is_content_noun(pos: Pos) -> bool {
    matches!(pos, Pos::Noun | Pos::Person | Pos::Place | Pos::Organization | Pos::Proper | Pos::Verbal)
}
