//! How a cue ends: its inflection, whether that is negative, and how the sentence goes on.

use super::cue::{Cue, Next, Shape};
use super::cues::Reader;
use super::line::Line;
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_model::Pos;

impl<'a> Reader<'a, '_> {
    /// The end of the inflection that follows a verb.
    pub(super) fn inflection(&self, line: &Line, from: usize) -> usize {
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
    pub(super) fn finish(
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
    pub(super) fn is_negative(&self, line: &Line, rule: Option<&Phrase>, verb: usize, end: usize) -> bool {
        let own =
            rule.and_then(|r| self.speech.verbs.at_where(self.text, &line.tokens, verb, |v| v.id == r.id));
        let from = own.map_or(verb + 1, |m| m.end);
        let negates =
            |i: usize| self.speech.evidentials.at_where(self.text, &line.tokens, i, |e| e.negates).is_some();
        (from..end).any(|i| line.pos(i) == Pos::Auxiliary && negates(i)) && own.is_some()
    }

    /// Whether the verb of a shell noun denies what the noun holds.
    pub(super) fn denies(&self, line: &Line, shell: usize, end: usize) -> bool {
        let deny = |i: usize| {
            self.speech.verbs.at_where(self.text, &line.tokens, i, |r| r.has(Mark::Deny)).is_some()
        };
        (shell + 1..end).any(deny)
    }

    /// How the sentence goes on at `at`.
    pub(super) fn next(&self, line: &Line, at: usize) -> (Next, usize) {
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
