//! Words and patterns of time expressions (`data/ja/time`) and dated public events (`knowledge/events`).
//!
//! The pattern language is described in `data/ja/time/README.md`; [`Rule::matches`] runs it.

mod cases;
mod cues;
mod events;
mod matcher;
mod meaning;
mod numerals;
mod pattern;
mod rules;
mod starts;
mod words;

pub use cases::{Case, cases};
pub use cues::Cues;
pub use events::{KnownEvent, Term};
pub use matcher::{Match, Scratch};
pub use meaning::{Anchor, Meaning, Number, Part, Reference, Season, Unit, Vague};
pub use numerals::Numerals;
pub use rules::{Guards, Role, Rule};

use crate::{DataError, Sources};
use matcher::Run;
use starts::Starts;
use words::Classes;

/// Words and patterns of time expressions, compiled.
#[derive(Debug)]
pub struct TimeWords {
    /// The rules in order of their files and places in them; of two equally long matches the earlier rule wins.
    pub rules: Vec<Rule>,
    /// Words around an expression that tell what it stands for.
    pub cues: Cues,
    /// Public events with their dates, for finding out when an article was written.
    pub events: Vec<KnownEvent>,
    /// Terms of office, for the same purpose.
    pub terms: Vec<Term>,
    numerals: Numerals,
    classes: Classes,
    starts: Starts,
}

impl TimeWords {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let numerals = Numerals::load(sources)?;
        let classes = Classes::load(sources)?;
        let rules = rules::load(sources, &classes)?;
        let starts = Starts::new(&rules, &classes, &numerals);
        let (cues, events, terms) = (Cues::load(sources)?, events::load(sources)?, events::terms(sources)?);
        Ok(Self { rules, cues, events, terms, numerals, classes, starts })
    }

    /// The longest match of any rule at byte `at` of `text`. `accept` may turn a match down; then the next longest is tried.
    pub fn longest<'w>(
        &'w self,
        text: &str,
        at: usize,
        scratch: &mut Scratch<'w>,
        mut accept: impl FnMut(&Rule, &Match) -> bool,
    ) -> Option<Match> {
        let first = text[at..].chars().next()?;
        let run = Run { text, classes: &self.classes, numerals: &self.numerals };
        let mut best: Option<Match> = None;
        for &index in self.starts.at(text, at, first, &self.numerals) {
            let rule = &self.rules[index as usize];
            let Some(end) = run.end(&rule.program, at, scratch) else { continue };
            if best.as_ref().is_some_and(|b| end <= b.end) {
                continue;
            }
            let found = Match { rule: index as usize, start: at, end, meaning: scratch.meaning() };
            if accept(rule, &found) {
                best = Some(found);
            }
        }
        best
    }

    /// Where the number that begins at byte `at` ends, decimals and groups included; `at` where none does.
    pub fn number_end(&self, text: &str, at: usize) -> usize {
        if !text[at..].chars().next().is_some_and(|c| self.starts.is_number(c)) {
            return at;
        }
        self.numerals.decimal(text, at).map_or(at, |(_, end)| end)
    }

    /// The number that begins at byte `at`, and its end.
    pub fn number(&self, text: &str, at: usize) -> Option<(Number, usize)> {
        self.numerals.decimal(text, at)
    }
}
