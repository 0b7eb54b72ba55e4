//! Judges a clause by its endings.

use super::claims::Claim;
use crate::Context;
use crate::transfers::side_of;
use tenkyo_lexicon::forecasts::{Before, Ending};
use tenkyo_model::{Actor, ActorId, Findings, Likelihood, Pos, RuleId, Token};
use tenkyo_text::Span;

/// A forecast as its clause words it.
pub(super) struct Found {
    pub span: Span,
    pub likelihood: Likelihood,
    pub rule: RuleId,
}

/// An ending where it stands.
struct Hit<'a> {
    ending: &'a Ending,
    start: u32,
    end: u32,
}

struct Judge<'a> {
    context: Context<'a>,
    findings: &'a Findings,
    claim: &'a Claim<'a>,
    text: &'a str,
    tokens: &'a [Token],
}

/// The forecast in a clause, if it is one.
pub(super) fn judge<'a>(context: Context<'a>, findings: &'a Findings, claim: &'a Claim<'a>) -> Option<Found> {
    let tokens = &context.analysis.tokens[context.analysis.tokens_in(claim.span)];
    let judge = Judge { context, findings, claim, text: &context.article.text, tokens };
    judge.hedged().or_else(|| judge.expected()).or_else(|| judge.flat())
}

impl<'a> Judge<'a> {
    fn words(&self) -> &'a str {
        &self.text[self.claim.span.range()]
    }

    /// A clause with an ending of likelihood.
    fn hedged(&self) -> Option<Found> {
        let hits = self.hits();
        let first = hits.iter().find(|h| self.fits(h))?;
        let own = self.is_own() && (first.ending.plain || self.is_wish(first.start));
        let negative = self.negated_before(first.start);
        let ranks = hits.iter().filter(|h| h.start >= first.start).map(|h| h.ending.likelihood());
        let likelihood =
            turned(ranks.min_by_key(|l| rank(*l))?, negative && first.ending.before != Before::Negative);
        let span =
            Span { start: self.claim.span.start, end: hits.iter().map(|h| h.end).max()?.max(first.end) };
        (!own).then(|| Found { span, likelihood, rule: first.ending.id.as_str().into() })
    }

    /// A clause that somebody is said to expect: …とみている, …と予測した.
    fn expected(&self) -> Option<Found> {
        let statement =
            self.claim.statement.filter(|s| self.claim.last && super::expects(self.context, s))?;
        let end = self.predicate_end()?;
        (self.is_non_past(end) && statement.speaker.is_some() && !self.is_own()).then(|| {
            let likelihood = turned(Likelihood::Likely, self.negated_before(end));
            Found { span: self.claim.span, likelihood, rule: "forecast.cues".into() }
        })
    }

    /// A flat predicate with a word of the future, said by somebody of somebody else.
    fn flat(&self) -> Option<Found> {
        let future = &self.context.lexicon.forecasts.words.future.words;
        self.claim.statement.filter(|_| self.claim.last)?;
        let end = self.predicate_end()?;
        let named = future.iter().any(|w| self.words().contains(w.as_str()));
        // 敗れれば標的になる: what follows from a condition is claimed of the future.
        let condition = super::condition(self.context, self.claim.span);
        let follows = condition.is_some_and(|c| self.is_of_others(c.end));
        // 交渉は来週再開される: a day to come, and not what the speaker himself will do.
        let dated = super::horizon::is_to_come(self.context, self.findings, self.claim.span);
        let dated = dated && self.hits().is_empty() && self.has_other_subject(self.claim.span.start);
        let told = named || follows || dated;
        (told && self.is_non_past(end) && !self.is_own()).then(|| {
            let likelihood = turned(Likelihood::AlmostCertain, self.negated_before(end));
            Found { span: self.claim.span, likelihood, rule: "forecast.future-word".into() }
        })
    }

    /// Whether what is said after `from` is no act of the speaker's own: it has another subject, or tells what can be or is done.
    fn is_of_others(&self, from: u32) -> bool {
        let words = &self.context.lexicon.forecasts.words;
        let here = self.tokens.iter().filter(|t| t.span.start >= from);
        let done = |t: &Token| is_verb(t) && words.not_done.has(t.lemma(self.text));
        here.clone().any(done) || self.has_other_subject(from)
    }

    /// Whether the words from `from` on have a subject or topic that is not the speaker or of his side.
    fn has_other_subject(&self, from: u32) -> bool {
        let side = |a: ActorId| side_of(self.context, self.findings, a.0 as usize);
        let speaker = self.claim.statement.and_then(|s| s.speaker).map(side);
        let own = |at: &Token| {
            let ends = |a: &Actor| a.mentions.iter().any(|m| m.span.end == at.span.end);
            let mut actors = self.findings.actors.iter().enumerate().filter(|(_, a)| ends(a));
            actors.any(|(i, _)| Some(side(ActorId(i as u32))) == speaker)
        };
        let marks = &self.context.lexicon.forecasts.words.subject;
        let subject = |pair: &[Token]| {
            let marked = matches!(pair[1].pos, Pos::Case | Pos::Topic) && marks.has(&self.text[pair[1].span]);
            let noun =
                is_noun(pair[0].pos) || matches!(pair[0].pos, Pos::Suffix | Pos::DependentNoun | Pos::Close);
            pair[0].span.start >= from && marked && noun && !own(&pair[0])
        };
        self.tokens.windows(2).any(subject)
    }

    /// Every ending of the clause that does not describe a noun or ask, in order.
    fn hits(&self) -> Vec<Hit<'a>> {
        let words = &self.context.lexicon.forecasts.words;
        let base = self.claim.span.start;
        let mut out: Vec<Hit<'a>> = Vec::new();
        for ending in &self.context.lexicon.forecasts.endings {
            for word in &ending.words {
                let found = self.words().match_indices(word.as_str()).map(|(i, w)| (i, i + w.len()));
                let found = found.chain(self.closing(word));
                out.extend(found.map(|(s, e)| Hit { ending, start: base + s as u32, end: base + e as u32 }));
            }
        }
        let bare = |h: &Hit<'_>| {
            let after = &self.text[h.end as usize..self.claim.span.end as usize];
            let asks = words.not_after.head_of(after).is_some() && words.keeps.head_of(after).is_none();
            let next = self.tokens.partition_point(|t| t.span.end <= h.end);
            let noun = self.tokens.get(next).is_some_and(|t| is_noun(t.pos) && t.span.start == h.end);
            !asks && !noun
        };
        out.retain(bare);
        out.sort_by_key(|h| (h.start, std::cmp::Reverse(h.end)));
        // Of endings that overlap the longest holds.
        let mut kept: Vec<Hit<'a>> = Vec::new();
        for hit in out {
            if kept.last().is_none_or(|k| k.end <= hit.start) {
                kept.push(hit);
            }
        }
        kept
    }

    /// Where an ending that is written with its full stop stands last in a claim whose full stop is left out: 上陸する見込み.
    fn closing(&self, word: &str) -> Option<(usize, usize)> {
        let bare = word.strip_suffix('。')?;
        let start = self.words().strip_suffix(bare)?.len();
        Some((start, start + bare.len()))
    }

    /// Whether what stands before an ending makes it one.
    fn fits(&self, hit: &Hit<'_>) -> bool {
        match hit.ending.before {
            Before::Verb => self.is_non_past(hit.start),
            Before::VerbOrNoun => self.is_non_past(hit.start) || self.is_event_noun(hit.start),
            Before::Stem => self.before(hit.start).is_some_and(|t| is_verb(t) && !self.is_plain(t)),
            Before::Negative => self.before(hit.start).is_some_and(is_verb),
            Before::Future => false,
        }
    }

    /// The token that ends at or before `at`.
    fn before(&self, at: u32) -> Option<&'a Token> {
        let next = self.tokens.partition_point(|t| t.span.end <= at);
        next.checked_sub(1).map(|i| &self.tokens[i])
    }

    /// Whether the predicate that ends at `at` is neither past nor a state that holds now.
    fn is_non_past(&self, at: u32) -> bool {
        let words = &self.context.lexicon.forecasts.words;
        let mut index = self.tokens.partition_point(|t| t.span.end <= at);
        // もの, こと, の between predicate and ending.
        while index > 1 && words.tails.has(&self.text[self.tokens[index - 1].span]) {
            index -= 1;
        }
        let Some(last) = index.checked_sub(1).map(|i| &self.tokens[i]) else { return false };
        let plain = matches!(last.pos, Pos::Verb | Pos::DependentVerb | Pos::Auxiliary | Pos::Adjective);
        let lemma = last.lemma(self.text);
        let ongoing = last.pos == Pos::DependentVerb && words.ongoing.has(lemma)
            || last.pos == Pos::Verb && words.stative.has(lemma);
        // だ, です, た are no happening, nor is ではない.
        let before = index.checked_sub(2).map(|i| &self.tokens[i]);
        let state =
            before.is_some_and(|t| t.pos == Pos::Auxiliary && !self.is_negative(t) || t.pos == Pos::Topic);
        let copula = last.pos == Pos::Auxiliary && (!self.is_negative(last) || state);
        plain && self.is_plain(last) && !ongoing && !copula
    }

    /// Whether a token stands in a form that ends a clause in the non-past.
    fn is_plain(&self, token: &Token) -> bool {
        let forms = &self.context.lexicon.transfers.words.adnominal_forms;
        token.field(5).is_some_and(|f| forms.has(f))
    }

    fn is_negative(&self, token: &Token) -> bool {
        self.context.lexicon.forecasts.words.negative.has(token.lemma(self.text))
    }

    /// Whether a noun of happening stands before: 派兵の可能性, 撤退という可能性, 報道はあり得ない.
    fn is_event_noun(&self, at: u32) -> bool {
        let words = &self.context.lexicon.forecasts.words;
        let mut index = self.tokens.partition_point(|t| t.span.end <= at);
        let mut linked = false;
        let link = |t: &Token| t.pos == Pos::Adverb || words.noun_links.has(&self.text[t.span]);
        while index > 0 && link(&self.tokens[index - 1]) {
            (index, linked) = (index - 1, true);
        }
        let noun = index.checked_sub(1).map(|i| &self.tokens[i]);
        let eventful =
            noun.is_some_and(|t| matches!(t.pos, Pos::Verbal) || words.event_nouns.has(&self.text[t.span]));
        let topics = &self.context.lexicon.transfers.words.topics;
        let rest = &self.text[at as usize..];
        let marked = linked || topics.head_of(rest).is_some() || words.noun_links.head_of(rest).is_some();
        eventful && marked
    }

    /// Whether the predicate before `at` is negated.
    fn negated_before(&self, at: u32) -> bool {
        let next = self.tokens.partition_point(|t| t.span.end <= at);
        let before = &self.text[self.claim.span.start as usize..at as usize];
        if self.context.lexicon.forecasts.words.affirming.tail_of(before).is_some() {
            return false;
        }
        let near = self.tokens[..next].iter().rev().take(3);
        let mut predicate = near.take_while(|t| !matches!(t.pos, Pos::Comma | Pos::FullStop | Pos::Topic));
        predicate.any(|t| matches!(t.pos, Pos::Auxiliary | Pos::Adjective) && self.is_negative(t))
    }

    /// Whether the predicate before `at` is one of wishing.
    fn is_wish(&self, at: u32) -> bool {
        let next = self.tokens.partition_point(|t| t.span.end <= at);
        let wishes = &self.context.lexicon.forecasts.words.wishes;
        self.tokens[..next].iter().rev().take(3).any(|t| wishes.has(t.lemma(self.text)))
    }

    /// Where the last predicate of the clause ends.
    fn predicate_end(&self) -> Option<u32> {
        let mut tokens = self.tokens.iter().rev();
        let last =
            tokens.find(|t| !matches!(t.pos, Pos::FullStop | Pos::Close | Pos::Comma | Pos::Symbol))?;
        Some(last.span.end)
    }

    /// Whether the claimant speaks of his own acts.
    fn is_own(&self) -> bool {
        let own = &self.context.lexicon.forecasts.words.own.words;
        own.iter().any(|w| self.words().contains(w.as_str()))
    }
}

/// Nouns that a clause before them describes. Dependent nouns (こと, ため, の) carry on the sentence.
fn is_noun(pos: Pos) -> bool {
    use Pos::{AdjectivalNoun, Noun, Organization, Person, Place, Proper, Verbal};
    matches!(pos, Noun | Verbal | Proper | Person | Place | Organization | AdjectivalNoun)
}

fn is_verb(token: &Token) -> bool {
    matches!(token.pos, Pos::Verb | Pos::DependentVerb)
}

/// From the least to the most likely.
fn rank(likelihood: Likelihood) -> u8 {
    match likelihood {
        Likelihood::Remote => 0,
        Likelihood::Unlikely => 1,
        Likelihood::Even => 2,
        Likelihood::Likely => 3,
        Likelihood::AlmostCertain => 4,
        Likelihood::Unstated => 5,
    }
}

fn turned(likelihood: Likelihood, negative: bool) -> Likelihood {
    match likelihood {
        Likelihood::Likely if negative => Likelihood::Unlikely,
        Likelihood::AlmostCertain if negative => Likelihood::Remote,
        other => other,
    }
}
