//! How sure a clause is and whether it is affirmed, by the endings that its predicate wears (after FactBank).
//!
//! Endings pile up from the inside out (`送る` + `可能性がある` + `とみられる`): the least sure decides the certainty, and
//! each that negates turns the polarity. The endings are data: `data/ja/speech/evidential.toml`.

use crate::Context;
use tenkyo_lexicon::speech::evidential::Evidential;
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::table::Match;
use tenkyo_model::{Certainty, Polarity, Pos, RuleId, Token};
use tenkyo_text::Span;

/// How many morphemes of a clause's end are searched for endings; more never stand in one predicate.
const WINDOW: usize = 40;

/// How a clause is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    /// How sure.
    pub certainty: Certainty,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// The words that say so; none for a plain affirmation.
    pub evidence: Option<Span>,
    /// The endings found, from the outermost in.
    pub rules: Vec<RuleId>,
}

/// The stance of the clause whose predicate ends `span` (a trigger, a bunsetsu or a whole clause), read together with the
/// endings that follow the span: `送る` of `送る可能性がある` is possible.
pub fn of_clause(context: Context<'_>, span: Span) -> Stance {
    let tokens = context.analysis.tokens_in(span);
    judge(context, tokens.start, extend(context, tokens.end.max(tokens.start)))
}

/// The stance of the words of `span` alone: what follows them is somebody else's.
pub fn of_words(context: Context<'_>, span: Span) -> Stance {
    let tokens = context.analysis.tokens_in(span);
    judge(context, tokens.start, tokens.end)
}

fn ending<'c>(context: Context<'c>, at: usize) -> Option<Match<'c, Evidential>> {
    context.lexicon.speech.evidentials.at(&context.article.text, &context.analysis.tokens, at)
}

/// The end of the predicate that `end` stands in or directly after.
fn extend(context: Context<'_>, end: usize) -> usize {
    let tokens = &context.analysis.tokens;
    let mut at = end;
    while at < tokens.len() && at < end + WINDOW {
        if let Some(found) = ending(context, at) {
            at = found.end;
        } else if continues(tokens, at) || (links(&tokens[at]) && ending(context, at + 1).is_some()) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// Whether the token only inflects the predicate before it.
fn continues(tokens: &[Token], at: usize) -> bool {
    match tokens[at].pos {
        Pos::Auxiliary | Pos::DependentVerb => true,
        Pos::Conjunctive => tokens.get(at + 1).is_some_and(|t| t.pos == Pos::DependentVerb),
        Pos::Verb => at > 0 && tokens[at - 1].pos == Pos::Verbal,
        _ => false,
    }
}

fn links(token: &Token) -> bool {
    matches!(token.pos, Pos::Genitive | Pos::Case | Pos::Topic | Pos::Particle)
}

/// Reads the endings of `first..end` from its end backwards.
fn judge(context: Context<'_>, first: usize, end: usize) -> Stance {
    let tokens = &context.analysis.tokens;
    let first = first.max(end.saturating_sub(WINDOW));
    let found: Vec<(usize, Match<'_, Evidential>)> = (first..end)
        .filter_map(|at| Some((at, ending(context, at)?)))
        .filter(|(_, e)| e.end <= end)
        .collect();
    let mut stance = Stance {
        certainty: Certainty::Certain,
        polarity: Polarity::Positive,
        evidence: None,
        rules: Vec::new(),
    };
    let mut boundary = end;
    while let Some((at, ending)) = outermost(tokens, &found, boundary) {
        stance.add(tokens, at, &ending);
        boundary = at;
    }
    stance
}

/// The ending that stands last before `boundary` with nothing but function words between.
fn outermost<'l>(
    tokens: &[Token],
    found: &[(usize, Match<'l, Evidential>)],
    boundary: usize,
) -> Option<(usize, Match<'l, Evidential>)> {
    let fits = |(at, e): &&(usize, Match<'l, Evidential>)| *at < boundary && e.end <= boundary;
    let (at, ending) = found.iter().filter(fits).max_by_key(|(at, e)| (e.end, std::cmp::Reverse(*at)))?;
    tokens[ending.end..boundary].iter().all(|t| !is_content(t)).then_some((*at, *ending))
}

fn is_content(token: &Token) -> bool {
    (is_noun(token.pos) && token.pos != Pos::DependentNoun)
        || matches!(token.pos, Pos::Verb | Pos::Adjective | Pos::Adverb | Pos::FullStop)
}

impl Stance {
    fn add(&mut self, tokens: &[Token], at: usize, ending: &Match<'_, Evidential>) {
        if let Some(certainty) = ending.rule.certainty {
            self.certainty = self.certainty.max(certainty);
        }
        if ending.rule.negates {
            self.polarity = match self.polarity {
                Polarity::Positive => Polarity::Negative,
                Polarity::Negative => Polarity::Positive,
            };
        }
        let inflection = tokens[ending.end..].iter().take_while(|t| t.pos == Pos::Auxiliary).count();
        let span = Span { start: tokens[at].span.start, end: tokens[ending.end + inflection - 1].span.end };
        self.evidence = Some(self.evidence.map_or(span, |e| e.cover(span)));
        self.rules.push(RuleId::from(ending.rule.id.as_str()));
    }
}

#[cfg(test)]
mod tests;
