//! Cues of a quotative and a verb of saying (`…と述べた`).

use super::cue::{Cue, Shape};
use super::cues::Reader;
use super::line::{Line, is_predicate_end};
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_lexicon::speech::table::Match;
use tenkyo_model::Pos;

/// How far after its quotative a verb of saying is looked for, in units.
const REACH: usize = 40;

impl<'a> Reader<'a, '_> {
    /// `…と述べた`: a quotative after a clause or quotation, then a verb of saying.
    pub(super) fn quoted(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let quotative = self.speech.quotatives.at(self.text, &line.tokens, at)?;
        let longer = self.speech.quotatives.at(self.text, &line.tokens, at - 1);
        if longer.is_some_and(|l| l.end > at) && line.pos(at - 1) != Pos::Comma {
            return None;
        }
        // `「連合」との戦闘`, `「唯一の国」としての責任`
        if line.pos(quotative.end) == Pos::Genitive {
            return None;
        }
        let mut closed = closes(line, at)?;
        if self.tries(line, at)
            && (quotative.rule.has(Mark::Naming) || self.verb(line, quotative.end, Mark::Naming).is_some())
        {
            return None;
        }
        if quotative.rule.has(Mark::Naming) {
            let also = line.pos(quotative.end) == Pos::Topic;
            return (closed == Closed::Clause && !also).then(|| {
                let end = self.inflection(line, quotative.end);
                self.finish(line, Some(quotative.rule), Shape::Clause, at, quotative.end, at, end)
            });
        }
        if closed == Closed::Noun && (self.is_name_end)(line.tokens[at - 1].span.end) {
            closed = Closed::Name;
        }
        let direct = line.quote(at - 1).is_some();
        let (rule, verb, end) = self.verb_after(line, at, quotative.end, closed, direct)?;
        Some(self.finish(line, rule, Shape::Clause, at, quotative.end, verb, end))
    }

    /// Whether a verb that tries ends before `at` (`得よう`), and no guess (`だろう`).
    pub(super) fn tries(&self, line: &Line, at: usize) -> bool {
        let before = at - 1;
        let guess =
            |i: usize| self.speech.evidentials.at(self.text, &line.tokens, i).is_some_and(|e| e.end == at);
        line.pos(before) == Pos::Auxiliary
            && self.speech.volitions.at(self.text, &line.tokens, before).is_some()
            && !(at > 1 && guess(at - 2))
    }

    pub(super) fn verb_after(
        &self,
        line: &Line,
        quotative: usize,
        from: usize,
        closed: Closed,
        direct: bool,
    ) -> Option<(Option<&'a Phrase>, usize, usize)> {
        let mut object = false;
        let conjunctive = line.pos(from - 1) == Pos::Conjunctive;
        for at in from..line.len().min(from + REACH) {
            if line.quote(at).is_some_and(|q| q.clausal) || line.pos(at) == Pos::FullStop {
                return None;
            }
            let adjacent = at == from || (at == from + 1 && line.pos(from) == Pos::Comma && !conjunctive);
            let quoting = if direct { self.verb(line, at, Mark::Quote) } else { None };
            if let Some(found) =
                self.verb(line, at, Mark::Clause).or(quoting).or_else(|| self.verb(line, at, Mark::Naming))
            {
                let end = self.inflection(line, found.end);
                if self.counts(line, found.rule, at, found.end, closed, adjacent) {
                    return (!conjunctive || !object).then_some((Some(found.rule), at, end));
                }
                let names = found.rule.has(Mark::Naming) && !self.supports(line, found.rule, at, adjacent);
                let whole = self.is_verb(line, at, found.end);
                if names
                    || (whole
                        && (adjacent || self.is_passive(line, at, end))
                        && !self.supports(line, found.rule, at, adjacent))
                {
                    return None;
                }
            }
            if self.ends_clause(line, at) {
                let any = direct && closed == Closed::Clause && line.pos(at) == Pos::Verb;
                return any.then(|| (None, at, self.inflection(line, at + 1)));
            }
            if at > from && self.closes_another(line, at) {
                return None;
            }
            object |= at > quotative
                && self
                    .speech
                    .particles
                    .at(self.text, &line.tokens, at)
                    .is_some_and(|p| p.rule.has(Mark::Object));
        }
        None
    }

    /// Whether the verb at `at` only makes a predicate of what stands before it (`と正当化した`, `と不快感をあらわにした`).
    fn supports(&self, line: &Line, rule: &Phrase, at: usize, adjacent: bool) -> bool {
        let say = rule.has(Mark::Clause) && rule.has(Mark::Naming);
        say && !adjacent && !matches!(line.pos(at - 1), Pos::Comma | Pos::Topic)
    }

    /// The longest verb at `at` whose rule carries `mark`.
    pub(super) fn verb(&self, line: &Line, at: usize, mark: Mark) -> Option<Match<'a, Phrase>> {
        self.speech.verbs.at_where(self.text, &line.tokens, at, |r| r.has(mark))
    }

    /// Whether a verb found at `at..end` attributes a clause here.
    pub(super) fn counts(
        &self,
        line: &Line,
        rule: &Phrase,
        at: usize,
        end: usize,
        closed: Closed,
        adjacent: bool,
    ) -> bool {
        let kind = (rule.has(Mark::Clause) || rule.has(Mark::Quote))
            && (!rule.has(Mark::Naming) || (adjacent && matches!(closed, Closed::Clause | Closed::Quote)));
        let place = match closed {
            Closed::Clause | Closed::Quote => true,
            Closed::Noun => adjacent && !rule.has(Mark::Companion) && !rule.has(Mark::Naming),
            Closed::Name => false,
        };
        let passive = !rule.has(Mark::Asked) && self.is_passive(line, at, self.inflection(line, end));
        kind && place && self.is_verb(line, at, end) && !passive
    }

    /// Whether `at..end` is a predicate: a noun of action needs its する or the end of the clause.
    pub(super) fn is_verb(&self, line: &Line, at: usize, end: usize) -> bool {
        let last = line.pos(end - 1);
        let nominal = is_noun(last) && line.tokens[at..end].iter().all(|t| is_noun(t.pos));
        !nominal
            || end >= line.len()
            || matches!(line.pos(end), Pos::FullStop | Pos::Comma | Pos::Close | Pos::Symbol)
    }

    /// Whether the verb at `at..end` has a form without a speaker (`と報じられる`, `と考えにくい`).
    pub(super) fn is_passive(&self, line: &Line, at: usize, end: usize) -> bool {
        let bound = |i: usize| matches!(line.pos(i), Pos::DependentVerb | Pos::Adjective | Pos::Auxiliary);
        (at..=end).any(|i| bound(i) && self.speech.passives.at(self.text, &line.tokens, i).is_some())
    }

    /// Whether a verb at `at` ends a clause of its own, so that the quotative cannot reach over it.
    pub(super) fn ends_clause(&self, line: &Line, at: usize) -> bool {
        if line.pos(at) != Pos::Verb {
            return false;
        }
        let end = self.inflection(line, at + 1);
        end >= line.len() || matches!(line.pos(end), Pos::Comma | Pos::FullStop | Pos::Conjunctive)
    }

    pub(super) fn closes_another(&self, line: &Line, at: usize) -> bool {
        self.speech.quotatives.at(self.text, &line.tokens, at).is_some()
            && closes(line, at) == Some(Closed::Clause)
    }
}

/// What stands before a quotative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closed {
    /// A clause, or a quotation that holds one.
    Clause,
    /// A quotation of a few words.
    Quote,
    /// A noun.
    Noun,
    /// A noun that names an actor.
    Name,
}

pub(super) fn closes(line: &Line, at: usize) -> Option<Closed> {
    let before = at.checked_sub(1)?;
    if let Some(quote) = line.quote(before) {
        return Some(if quote.clausal { Closed::Clause } else { Closed::Quote });
    }
    if line.is_aside(before) {
        return closes(line, before);
    }
    match line.pos(before) {
        Pos::Close => Some(Closed::Clause),
        Pos::FullStop | Pos::DependentNoun => Some(Closed::Clause),
        Pos::Comma if before > 0 => closes(line, before).filter(|c| *c == Closed::Clause),
        pos if is_predicate_end(pos) => Some(Closed::Clause),
        pos if is_noun(pos) || pos == Pos::Symbol => Some(Closed::Noun),
        _ => None,
    }
}
