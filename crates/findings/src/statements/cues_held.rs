//! Cues whose noun holds what is said: `…との見方を示した`, `…ことを明らかにした`, `関与を否定した`.

use super::cue::{Cue, Shape};
use super::cues::Reader;
use super::cues_quoted::{Closed, closes};
use super::line::{Line, is_predicate_end};
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_model::Pos;

/// How far after a noun its verb is looked for, in units.
const REACH: usize = 40;

impl<'a> Reader<'a, '_> {
    /// `…との見方を示した`: a link and a noun that holds what is said.
    pub(super) fn linked(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let link = self.speech.links.at(self.text, &line.tokens, at)?;
        let closed = closes(line, at)?;
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
        if shell.rule.has(Mark::Companion) && matches!(closed, Closed::Noun | Closed::Name) {
            return None;
        }
        if !line.is_aside(at - 1) && self.only_exists(line, shell.end) {
            return None;
        }
        let end = self.light(line, shell.end).unwrap_or(shell.end);
        Some(self.finish(line, Some(shell.rule), Shape::Shell, at, link.end, noun, end))
    }

    /// Whether the clause only says that there is what the noun holds, inside what somebody says: `…という可能性があるとの見方`.
    fn only_exists(&self, line: &Line, from: usize) -> bool {
        let passes = |i: &usize| self.speech.tails.at(self.text, &line.tokens, *i).is_some();
        let particle = from + usize::from(passes(&from));
        let found = self.speech.particles.at(self.text, &line.tokens, particle);
        let subject = found.is_some_and(|p| p.rule.has(Mark::Nominative) || p.rule.has(Mark::Topic));
        let there = |r: &Phrase| r.has(Mark::Received);
        let verb = self.speech.verbs.at_where(self.text, &line.tokens, particle + 1, there);
        let Some(verb) = verb.filter(|_| subject) else { return false };
        let end = self.inflection(line, verb.end);
        let told = |i: usize| self.speech.quotatives.at(self.text, &line.tokens, i).is_some();
        (end..line.len()).take_while(|i| line.pos(*i) != Pos::FullStop).any(told)
    }

    /// `…する考えを示した`: a shell noun straight after its clause, and a verb that voices it.
    pub(super) fn bare_shell(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let shell = self.speech.shells.at(self.text, &line.tokens, at)?;
        let clause =
            matches!(line.pos(at - 1), Pos::Verb | Pos::DependentVerb | Pos::Auxiliary | Pos::Adjective)
                || line.quote(at - 1).is_some_and(|q| q.clausal);
        if !shell.rule.has(Mark::Bare) || !clause || describes(line, at) || is_noun(line.pos(shell.end)) {
            return None;
        }
        let end = self.light(line, shell.end)?;
        Some(self.finish(line, Some(shell.rule), Shape::Shell, at, shell.end, at, end))
    }

    /// The end of `を示した` after a shell noun.
    pub(super) fn light(&self, line: &Line, from: usize) -> Option<usize> {
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
    pub(super) fn fact(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let fact = self.speech.facts.at(self.text, &line.tokens, at)?;
        let before = if line.pos(at - 1) == Pos::Comma && at > 1 { at - 2 } else { at - 1 };
        if !is_predicate_end(line.pos(before)) && line.quote(before).is_none_or(|q| !q.clausal) {
            return None;
        }
        let particle = self.speech.particles.at(self.text, &line.tokens, fact.end)?;
        // `…ことについての論評を発表した`
        if line.pos(particle.end) == Pos::Genitive {
            return None;
        }
        let (rule, verb, end) = self.taking(line, particle.end, Mark::Fact)?;
        Some(self.finish(line, Some(rule), Shape::Fact, at, particle.end, verb, end))
    }

    /// `…含まれるのか(を)尋ねた`, `…含まれるのか記者団から問われ`: what is asked, without a quotative.
    pub(super) fn question(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        let closed = line.pos(at - 1) == Pos::Particle || line.pos(at - 1) == Pos::AdverbialNoun;
        let ends = self.speech.questions.at(self.text, &line.tokens, at - 1).is_some_and(|q| q.end == at);
        let particle = self.speech.particles.at(self.text, &line.tokens, at);
        let from = particle.filter(|p| p.rule.has(Mark::Object)).map_or(at, |p| p.end);
        let (rule, verb, end) = self.taking(line, from, Mark::Question).filter(|_| closed && ends)?;
        Some(self.finish(line, Some(rule), Shape::Fact, at, from, verb, end))
    }

    /// `関与を否定した`
    pub(super) fn object(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
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
    pub(super) fn taking(&self, line: &Line, from: usize, mark: Mark) -> Option<(&'a Phrase, usize, usize)> {
        for at in from..line.len().min(from + REACH / 2) {
            if line.quote(at).is_some() || line.pos(at) == Pos::FullStop {
                return None;
            }
            if let Some(found) = self.verb(line, at, mark) {
                let end = self.inflection(line, found.end);
                if self.is_verb(line, at, found.end) {
                    let usable = found.rule.has(Mark::Asked) || !self.is_passive(line, at, end);
                    return usable.then_some((found.rule, at, end));
                }
            }
            if line.pos(at) == Pos::Verb {
                return None;
            }
        }
        None
    }
}

/// Whether only an adjective stands before the noun at `at`, with nothing that it says it of (`前向きな考え`, `厳しい見方`).
fn describes(line: &Line, at: usize) -> bool {
    let start = match line.pos(at - 1) {
        Pos::Adjective => at - 1,
        Pos::Auxiliary if at > 1 && line.pos(at - 2) == Pos::AdjectivalNoun => at - 2,
        _ => return false,
    };
    start == 0 || matches!(line.pos(start - 1), Pos::Topic | Pos::Comma | Pos::Adverb | Pos::Particle)
}
