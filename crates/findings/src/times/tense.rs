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
    /// It was planned (`予定だった`): before or after now.
    Once,
    /// It does not tell.
    Open,
}

/// The outlook of the clause that `expression` stands in.
pub(super) fn outlook(context: Context<'_>, expression: &Expression) -> Outlook {
    match expression.meaning.direction {
        Some(1) if expression.meaning.year_shift.or(expression.meaning.week_shift).is_none() => {
            return Outlook::Planned;
        }
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
    if clause.is_planned_at_once() {
        return Outlook::Planned;
    }
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

    /// Whether the noun that the date belongs to says that it lies ahead: `4日から開催予定の大会について`.
    fn is_planned_at_once(&self) -> bool {
        let after = self.tokens.get(1..).unwrap_or_default();
        let names = |t: &&Token| is_content_noun(t.pos) && !self.is_cue(t);
        let cue = after.iter().take_while(names).count();
        after.get(cue).is_some_and(|t| self.is_cue(t))
            && after.get(cue + 1).is_some_and(|t| !matches!(t.pos, Pos::Verb | Pos::Auxiliary))
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
                _ if depth == 0 => return self.sign(token, &tokens[i + 1..]),
                _ => {}
            }
            None
        })
    }

    fn is_cue(&self, token: &Token) -> bool {
        let words = &self.text[token.span.start as usize..];
        self.cues.future.iter().any(|w| words.starts_with(w.as_str()))
    }

    fn sign(&self, token: &Token, after: &[Token]) -> Option<Outlook> {
        if self.is_cue(token) {
            // `核なき世界を目指す演説を行った`: the aim is the speech's, not the time's.
            if token.pos == Pos::Verb
                && after.first().is_some_and(|n| is_content_noun(n.pos) && !self.is_cue(n))
            {
                return None;
            }
            let copula = after.iter().take(LONGEST_COPULA).take_while(|t| is_ending(t.pos));
            return Some(if copula.into_iter().any(is_past) { Outlook::Once } else { Outlook::Planned });
        }
        let next = after.first();
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

/// Tokens of the longest `だった`, `されていた` after a word such as `予定`.
const LONGEST_COPULA: usize = 6;

fn is_ending(pos: Pos) -> bool {
    matches!(pos, Pos::Verb | Pos::DependentVerb | Pos::Auxiliary | Pos::Conjunctive)
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
            Pos::Verb if is_occasion(context, &tokens[first..], pair[0].span.end) => return None,
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

/// Whether the verb that ends at byte `end` describes the occasion of the clause: `13日に開かれた会議で述べた`.
fn is_occasion(context: Context<'_>, tokens: &[Token], end: u32) -> bool {
    let (text, cues) = (&*context.article.text, &context.lexicon.time.cues);
    let verb = tokens.partition_point(|t| t.span.end < end);
    let Some(lemma) = tokens.get(verb).map(|t| t.lemma(text)) else { return false };
    if !cues.held.iter().any(|h| h == lemma) {
        return false;
    }
    let mut after = tokens[verb + 1..].iter().skip_while(|t| is_ending(t.pos));
    let particle = after.find(|t| {
        !is_content_noun(t.pos) && !matches!(t.pos, Pos::Number | Pos::Suffix | Pos::Counter | Pos::Genitive)
    });
    particle.is_some_and(|t| cues.occasion.iter().any(|w| text[t.span] == **w))
}

fn is_content_noun(pos: Pos) -> bool {
    matches!(pos, Pos::Noun | Pos::Person | Pos::Place | Pos::Organization | Pos::Proper | Pos::Verbal)
}
