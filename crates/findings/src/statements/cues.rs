//! Cues: the words that close what is said and the verb or noun that attributes it.

use super::line::{Line, is_predicate_end};
use tenkyo_lexicon::speech::Speech;
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_lexicon::speech::table::Match;
use tenkyo_model::Pos;

/// How far after its quotative a verb of saying is looked for, in units.
const REACH: usize = 40;

/// How what is said hangs on its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `…と述べた`
    Clause,
    /// `…との見方を示した`, `…する考えを示した`
    Shell,
    /// `…ことを明らかにした`
    Fact,
    /// `関与を否定した`
    Object,
}

/// How the sentence goes on after a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// It ends.
    End,
    /// Another clause follows.
    Clause,
    /// The cue describes the noun that follows.
    Noun,
    /// Somebody else passes the whole on (`…と述べたと、…は報じた`).
    Relay,
}

/// One cue. All places are unit indices of its line.
#[derive(Clone, Debug)]
pub(super) struct Cue<'l> {
    /// The rule of its verb or noun.
    pub rule: Option<&'l Phrase>,
    /// How what is said hangs on it.
    pub shape: Shape,
    /// Where what is said ends.
    pub content_end: usize,
    /// First unit after the quotative or link.
    pub gap: usize,
    /// First unit of the verb or noun.
    pub verb: usize,
    /// First unit after the cue, inflection included.
    pub end: usize,
    /// Whether its verb turns what it holds into a denial (`指摘を否定した`, `認めていない`).
    pub denied: bool,
    /// Whether it says that nothing was said (`明言しなかった`).
    pub negated: bool,
    /// How the sentence goes on.
    pub next: Next,
    /// Where a following clause begins.
    pub resume: usize,
}

impl Cue<'_> {
    /// Whether the cue's rule carries `mark`.
    pub fn has(&self, mark: Mark) -> bool {
        self.rule.is_some_and(|r| r.has(mark))
    }
}

/// Reads the cues of one line.
pub(super) struct Reader<'a, 'n> {
    /// The article's text.
    pub text: &'a str,
    /// Words of saying.
    pub speech: &'a Speech,
    /// Whether a mention of an actor ends at this byte.
    pub is_name_end: &'n dyn Fn(u32) -> bool,
    /// Units of phrases that name a source, in which no cue begins.
    pub sources: &'n [std::ops::Range<usize>],
}

impl<'a> Reader<'a, '_> {
    /// All cues of the line, in order.
    pub fn cues(&self, line: &Line) -> Vec<Cue<'a>> {
        let mut out = Vec::new();
        let mut at = 1;
        while at < line.len() {
            if let Some(source) = self.sources.iter().find(|s| s.contains(&at)) {
                at = source.end;
                continue;
            }
            match self.cue(line, at) {
                Some(cue) => {
                    at = cue.end.max(at + 1);
                    out.push(cue);
                }
                None => at += 1,
            }
        }
        out
    }

    fn cue(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        self.linked(line, at)
            .or_else(|| self.quoted(line, at))
            .or_else(|| self.bare_shell(line, at))
            .or_else(|| self.fact(line, at))
            .or_else(|| self.object(line, at))
    }

    /// `…と述べた`: a quotative after a clause or quotation, then a verb of saying.
    fn quoted(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let quotative = self.speech.quotatives.at(self.text, &line.tokens, at)?;
        let longer = self.speech.quotatives.at(self.text, &line.tokens, at - 1);
        if longer.is_some_and(|l| l.end > at) && line.pos(at - 1) != Pos::Comma {
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
    fn tries(&self, line: &Line, at: usize) -> bool {
        let before = at - 1;
        let guess =
            |i: usize| self.speech.evidentials.at(self.text, &line.tokens, i).is_some_and(|e| e.end == at);
        line.pos(before) == Pos::Auxiliary
            && self.speech.volitions.at(self.text, &line.tokens, before).is_some()
            && !(at > 1 && guess(at - 2))
    }

    fn verb_after(
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
                if adjacent || found.rule.has(Mark::Naming) || self.is_passive(line, at, end) {
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

    /// The longest verb at `at` whose rule carries `mark`.
    fn verb(&self, line: &Line, at: usize, mark: Mark) -> Option<Match<'a, Phrase>> {
        self.speech.verbs.at_where(self.text, &line.tokens, at, |r| r.has(mark))
    }

    /// Whether a verb found at `at..end` attributes a clause here.
    fn counts(
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
        kind && place && self.is_verb(line, at, end) && !self.is_passive(line, at, self.inflection(line, end))
    }

    /// Whether `at..end` is a predicate: a noun of action needs its する or the end of the clause.
    fn is_verb(&self, line: &Line, at: usize, end: usize) -> bool {
        let last = line.pos(end - 1);
        let nominal = is_noun(last) && line.tokens[at..end].iter().all(|t| is_noun(t.pos));
        !nominal
            || end >= line.len()
            || matches!(line.pos(end), Pos::FullStop | Pos::Comma | Pos::Close | Pos::Symbol)
    }

    /// Whether the verb at `at..end` has a form without a speaker (`と報じられる`, `と考えにくい`).
    fn is_passive(&self, line: &Line, at: usize, end: usize) -> bool {
        let bound = |i: usize| matches!(line.pos(i), Pos::DependentVerb | Pos::Adjective | Pos::Auxiliary);
        (at..=end).any(|i| bound(i) && self.speech.passives.at(self.text, &line.tokens, i).is_some())
    }

    /// Whether a verb at `at` ends a clause of its own, so that the quotative cannot reach over it.
    fn ends_clause(&self, line: &Line, at: usize) -> bool {
        if line.pos(at) != Pos::Verb {
            return false;
        }
        let end = self.inflection(line, at + 1);
        end >= line.len() || matches!(line.pos(end), Pos::Comma | Pos::FullStop | Pos::Conjunctive)
    }

    fn closes_another(&self, line: &Line, at: usize) -> bool {
        self.speech.quotatives.at(self.text, &line.tokens, at).is_some()
            && closes(line, at) == Some(Closed::Clause)
    }

    /// `…との見方を示した`: a link and a noun that holds what is said.
    fn linked(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let link = self.speech.links.at(self.text, &line.tokens, at)?;
        closes(line, at)?;
        let reach = line.len().min(link.end + 12);
        let noun = (link.end..reach)
            .take_while(|&i| {
                is_noun(line.pos(i))
                    || matches!(
                        line.pos(i),
                        Pos::Genitive | Pos::Prefix | Pos::Adjective | Pos::Adnominal | Pos::Symbol
                    )
                    || line.is_aside(i)
            })
            .filter_map(|i| Some((i, self.speech.shells.at(self.text, &line.tokens, i)?)))
            .find(|(_, s)| !is_noun(line.pos(s.end)));
        let (noun, shell) = noun?;
        let end = self.light(line, shell.end).unwrap_or(shell.end);
        Some(self.finish(line, Some(shell.rule), Shape::Shell, at, link.end, noun, end))
    }

    /// `…する考えを示した`: a shell noun straight after its clause, and a verb that voices it.
    fn bare_shell(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let shell = self.speech.shells.at(self.text, &line.tokens, at)?;
        let clause =
            matches!(line.pos(at - 1), Pos::Verb | Pos::DependentVerb | Pos::Auxiliary | Pos::Adjective);
        if !shell.rule.has(Mark::Bare) || !clause || is_noun(line.pos(shell.end)) {
            return None;
        }
        let end = self.light(line, shell.end)?;
        Some(self.finish(line, Some(shell.rule), Shape::Shell, at, shell.end, at, end))
    }

    /// The end of `を示した` after a shell noun.
    fn light(&self, line: &Line, from: usize) -> Option<usize> {
        let particle = self.speech.particles.at(self.text, &line.tokens, from)?;
        if !particle.rule.has(Mark::Light) {
            return None;
        }
        for at in from + 1..line.len().min(from + REACH) {
            if line.quote(at).is_some() || line.pos(at) == Pos::FullStop {
                return None;
            }
            let voices = |r: &Phrase| r.has(Mark::Light) || (r.has(Mark::Clause) && !r.has(Mark::Naming));
            if let Some(found) = self.speech.verbs.at_where(self.text, &line.tokens, at, voices) {
                let end = self.inflection(line, found.end);
                let own = line.pos(at) != Pos::Verb || line.pos(at - 1) != Pos::Verbal;
                let usable = own && self.is_verb(line, at, found.end) && !self.is_passive(line, at, end);
                return usable.then_some(end);
            }
            let describes = is_noun(line.pos(self.inflection(line, at + 1)));
            if line.pos(at) == Pos::Verb && !describes {
                return None;
            }
        }
        None
    }

    /// `…ことを明らかにした`
    fn fact(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let fact = self.speech.facts.at(self.text, &line.tokens, at)?;
        let before = if line.pos(at - 1) == Pos::Comma && at > 1 { at - 2 } else { at - 1 };
        if !is_predicate_end(line.pos(before)) {
            return None;
        }
        let particle = self.speech.particles.at(self.text, &line.tokens, fact.end)?;
        let (rule, verb, end) = self.taking(line, particle.end, Mark::Fact)?;
        Some(self.finish(line, Some(rule), Shape::Fact, at, particle.end, verb, end))
    }

    /// `関与を否定した`
    fn object(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let particle = self.speech.particles.at(self.text, &line.tokens, at)?;
        if !particle.rule.has(Mark::Object) || !(is_noun(line.pos(at - 1)) || line.quote(at - 1).is_some()) {
            return None;
        }
        let (rule, verb, end) = self.taking(line, particle.end, Mark::Object)?;
        let named = (at.saturating_sub(4)..at)
            .any(|i| self.speech.objects.at(self.text, &line.tokens, i).is_some_and(|o| o.end == at));
        (named || rule.has(Mark::AnyObject))
            .then(|| self.finish(line, Some(rule), Shape::Object, at, particle.end, verb, end))
    }

    /// The first verb after `from` if it carries `mark`, with only adjuncts between.
    fn taking(&self, line: &Line, from: usize, mark: Mark) -> Option<(&'a Phrase, usize, usize)> {
        for at in from..line.len().min(from + REACH / 2) {
            if line.quote(at).is_some() || line.pos(at) == Pos::FullStop {
                return None;
            }
            if let Some(found) = self.verb(line, at, mark) {
                let end = self.inflection(line, found.end);
                if self.is_verb(line, at, found.end) {
                    let usable = !self.is_passive(line, at, end);
                    return usable.then_some((found.rule, at, end));
                }
            }
            if line.pos(at) == Pos::Verb {
                return None;
            }
        }
        None
    }

    /// The end of the inflection that follows a verb.
    fn inflection(&self, line: &Line, from: usize) -> usize {
        let mut at = from;
        while at < line.len() {
            match line.pos(at) {
                Pos::Auxiliary | Pos::DependentVerb => at += 1,
                Pos::Verb if at == from && line.pos(from - 1) == Pos::Verbal => at += 1,
                Pos::Conjunctive if line.pos(at + 1) == Pos::DependentVerb => at += 2,
                _ => break,
            }
        }
        at
    }

    #[expect(clippy::too_many_arguments, reason = "the places of a cue, which only this gathers")]
    fn finish(
        &self,
        line: &Line,
        rule: Option<&'a Phrase>,
        shape: Shape,
        content_end: usize,
        gap: usize,
        verb: usize,
        end: usize,
    ) -> Cue<'a> {
        let (next, resume) = self.next(line, end);
        let negative = self.is_negative(line, rule, verb, end);
        let admits = rule.is_some_and(|r| r.has(Mark::Object) && !r.has(Mark::Deny));
        let refused = shape == Shape::Shell && self.denies(line, verb, end);
        Cue {
            rule,
            shape,
            content_end,
            gap,
            verb,
            end,
            denied: (negative && admits) || refused,
            negated: negative && !admits,
            next,
            resume,
        }
    }

    /// Whether the inflection of the cue, beyond the words of its own pattern, is negative.
    fn is_negative(&self, line: &Line, rule: Option<&Phrase>, verb: usize, end: usize) -> bool {
        let own =
            rule.and_then(|r| self.speech.verbs.at_where(self.text, &line.tokens, verb, |v| v.id == r.id));
        let from = own.map_or(verb + 1, |m| m.end);
        let negates =
            |i: usize| self.speech.evidentials.at_where(self.text, &line.tokens, i, |e| e.negates).is_some();
        (from..end).any(|i| line.pos(i) == Pos::Auxiliary && negates(i)) && own.is_some()
    }

    /// Whether the verb of a shell noun denies what the noun holds.
    fn denies(&self, line: &Line, shell: usize, end: usize) -> bool {
        let deny = |i: usize| {
            self.speech.verbs.at_where(self.text, &line.tokens, i, |r| r.has(Mark::Deny)).is_some()
        };
        (shell + 1..end).any(deny)
    }

    /// How the sentence goes on at `at`.
    fn next(&self, line: &Line, at: usize) -> (Next, usize) {
        if line.pos(at - 1) == Pos::Comma {
            return (Next::Clause, at);
        }
        if let Some(joint) = self.speech.joints.at(self.text, &line.tokens, at) {
            return (Next::Clause, after_commas(line, joint.end));
        }
        match line.pos(at) {
            Pos::Comma | Pos::Conjunctive => (Next::Clause, after_commas(line, at + 1)),
            Pos::Case | Pos::Coordinating
                if self.speech.quotatives.at(self.text, &line.tokens, at).is_some() =>
            {
                (Next::Relay, at)
            }
            pos if is_noun(pos) && self.speech.facts.at(self.text, &line.tokens, at).is_some() => {
                (Next::Relay, at)
            }
            pos if is_noun(pos) || matches!(pos, Pos::Prefix | Pos::Adnominal) => (Next::Noun, at),
            _ if line.quote(at).is_some() => (Next::Noun, at),
            _ => (Next::End, at),
        }
    }
}

/// The first unit at or after `at` that is no comma.
pub(super) fn after_commas(line: &Line, at: usize) -> usize {
    (at..line.len()).find(|i| line.pos(*i) != Pos::Comma).unwrap_or(line.len())
}

/// What stands before a quotative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closed {
    /// A clause, or a quotation that holds one.
    Clause,
    /// A quotation of a few words.
    Quote,
    /// A noun.
    Noun,
    /// A noun that names an actor.
    Name,
}

fn closes(line: &Line, at: usize) -> Option<Closed> {
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
