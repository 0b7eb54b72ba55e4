//! Runs a compiled pattern at one place of a text.
//!
//! Patterns have no repetition, so a run takes at most as many steps as the pattern has ways through it, whatever the text.

use super::meaning::{Meaning, Number, Vague};
use super::numerals::Numerals;
use super::pattern::{Part, Step};
use super::words::{Classes, fold};

/// Where a rule matched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Index into [`super::TimeWords::rules`].
    pub rule: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What the words say.
    pub meaning: Meaning,
}

/// The memory of a run, kept from one to the next.
#[derive(Debug, Default)]
pub struct Scratch<'w> {
    threads: Vec<Thread<'w>>,
    /// What the way at hand has read, in order.
    read: Vec<Read<'w>>,
}

impl Scratch<'_> {
    /// The sum of what the last run has read.
    pub(crate) fn meaning(&self) -> Meaning {
        let mut sum = Meaning::default();
        for read in &self.read {
            match read {
                Read::Word(meaning) => sum.add(meaning),
                Read::Number(part, number) => part.put(*number, &mut sum),
            }
        }
        sum
    }
}

/// A way not yet taken.
#[derive(Clone, Copy, Debug)]
struct Thread<'w> {
    /// The step to go on with.
    step: usize,
    /// The byte to go on at.
    at: usize,
    /// How many of the things that were read belong to this way.
    read: usize,
    /// A shorter word that this way reads in the place of the one tried before.
    word: Option<&'w Meaning>,
}

#[derive(Clone, Copy, Debug)]
enum Read<'w> {
    Word(&'w Meaning),
    Number(Part, Number),
}

/// What a run works on.
#[derive(Clone, Copy)]
pub(crate) struct Run<'w, 't> {
    pub(crate) text: &'t str,
    pub(crate) classes: &'w Classes,
    pub(crate) numerals: &'w Numerals,
}

impl<'w> Run<'w, '_> {
    /// The end of the first way through `program` from byte `at` on. Longer words and optional pieces are tried first.
    pub(crate) fn end(self, program: &[Step], at: usize, scratch: &mut Scratch<'w>) -> Option<usize> {
        scratch.threads.clear();
        scratch.read.clear();
        let mut thread = Thread { step: 0, at, read: 0, word: None };
        loop {
            match self.step(program, &mut thread, scratch) {
                Some(true) => return Some(thread.at),
                Some(false) => {}
                None => {
                    thread = scratch.threads.pop()?;
                    scratch.read.truncate(thread.read);
                    scratch.read.extend(thread.word.map(Read::Word));
                }
            }
        }
    }

    /// One step: `Some(true)` at the end of the program, `None` where this way is closed.
    fn step(self, program: &[Step], thread: &mut Thread<'w>, scratch: &mut Scratch<'w>) -> Option<bool> {
        let step = program[thread.step];
        thread.step += 1;
        match step {
            Step::Done => return Some(true),
            Step::Jump(to) => thread.step = to,
            Step::Split(to) => {
                let read = scratch.read.len();
                scratch.threads.push(Thread { step: to, at: thread.at, read, word: None });
            }
            Step::Char(expected) => {
                let c = self.text[thread.at..].chars().next().filter(|c| fold(*c) == expected)?;
                thread.at += c.len_utf8();
            }
            Step::Blank => thread.at += blank(&self.text[thread.at..]),
            Step::Not(class) => {
                if self.classes.at(class, self.text, thread.at).next().is_some() {
                    return None;
                }
            }
            Step::Class(class) => self.word(class, thread, scratch)?,
            Step::Number(part) => {
                let (number, end) = self.number(part, thread.at, &scratch.read)?;
                scratch.read.push(Read::Number(part, number));
                thread.at = end;
            }
        }
        Some(false)
    }

    /// Reads the longest word of a class that stands here; shorter ones wait for their turn.
    fn word(self, class: u16, thread: &mut Thread<'w>, scratch: &mut Scratch<'w>) -> Option<()> {
        let read = scratch.read.len();
        let mut words = self.classes.at(class, self.text, thread.at);
        let (end, meaning) = words.next()?;
        // The shortest goes deepest into the stack.
        for (at, meaning) in words.rev() {
            scratch.threads.push(Thread { step: thread.step, at, read, word: Some(meaning) });
        }
        scratch.read.push(Read::Word(meaning));
        thread.at = end;
        Some(())
    }

    /// Reads a number; `None` when none stands there or the part cannot be that large.
    fn number(self, part: Part, at: usize, read: &[Read<'_>]) -> Option<(Number, usize)> {
        if part == Part::EraYear
            && let Some(end) = self.numerals.first_year(self.text, at)
        {
            return Some((Number { value: 1.0, vague: Vague::Exact }, end));
        }
        let Some((range, width)) = part.limits() else {
            let (number, end) = self.numerals.decimal(self.text, at)?;
            return part.holds(number, read).then_some((number, end));
        };
        let (number, end, digits) = self.numerals.whole(self.text, at)?;
        let fits = number.vague == Vague::Exact
            && range.contains(&number.value)
            && (digits == 0 || width.contains(&digits))
            && part.holds(number, read);
        fits.then_some((number, end))
    }
}

/// Bytes of white space at the start of `text`; at most a few, as more separates columns.
fn blank(text: &str) -> usize {
    text.chars().take_while(|c| fold(*c) == ' ').take(4).map(char::len_utf8).sum()
}

/// Days of the longest month.
const LONGEST_MONTH: f64 = 31.0;

type Limits = (std::ops::RangeInclusive<f64>, std::ops::RangeInclusive<usize>);

impl Part {
    /// Values and numbers of digits that the part can have; `None` for amounts.
    fn limits(self) -> Option<Limits> {
        Some(match self {
            Self::Year => (1000.0..=2199.0, 4..=4),
            Self::EndYear => (0.0..=2199.0, 1..=4),
            Self::ShortYear => (0.0..=99.0, 2..=2),
            Self::EraYear => (1.0..=130.0, 1..=3),
            Self::Decade => (1000.0..=2190.0, 4..=4),
            Self::ShortDecade => (10.0..=90.0, 2..=2),
            Self::EndDecade => (0.0..=2190.0, 2..=4),
            Self::Century | Self::EndCentury => (1.0..=30.0, 1..=2),
            Self::Month | Self::EndMonth => (1.0..=12.0, 1..=2),
            Self::Day | Self::EndDay => (1.0..=31.0, 1..=2),
            Self::Hour | Self::EndHour => (0.0..=29.0, 1..=2),
            Self::Minute | Self::Second => (0.0..=59.0, 1..=2),
            Self::Quarter => (1.0..=4.0, 1..=1),
            Self::Amount | Self::EndAmount | Self::MinorAmount | Self::LongAmount | Self::Any => return None,
        })
    }

    /// Whether the part can be `number` after what was read before: the end of a range lies behind its start.
    fn holds(self, number: Number, read: &[Read<'_>]) -> bool {
        let start = |part: Part| {
            read.iter().rev().find_map(|r| match r {
                Read::Number(p, number) if *p == part => Some(number.value),
                _ => None,
            })
        };
        let value = number.value;
        match self {
            Self::LongAmount => value > LONGEST_MONTH,
            Self::EndAmount => start(Self::Amount).is_some_and(|s| s < value && value <= s * 3.0 + 5.0),
            Self::EndCentury => start(Self::Century).is_some_and(|s| s < value),
            Self::EndDay => start(Self::Day).is_some_and(|s| s < value),
            Self::EndYear => start(Self::Year).is_some_and(|s| match value {
                v if v < 10.0 => s % 10.0 < v,
                v if v < 100.0 => s % 100.0 < v,
                v => s < v,
            }),
            _ => true,
        }
    }

    /// Writes the number into its place.
    fn put(self, number: Number, meaning: &mut Meaning) {
        let slot = match self {
            Self::Amount | Self::LongAmount => return meaning.amount = Some(number),
            Self::EndAmount => return meaning.end_amount = Some(number),
            Self::MinorAmount => return meaning.minor_amount = Some(number),
            Self::Any => return,
            Self::Year => &mut meaning.year,
            Self::EndYear => &mut meaning.end_year,
            Self::ShortYear => &mut meaning.short_year,
            Self::EraYear => &mut meaning.era_year,
            Self::Decade | Self::ShortDecade => &mut meaning.decade,
            Self::EndDecade => &mut meaning.end_decade,
            Self::Century => &mut meaning.century,
            Self::EndCentury => &mut meaning.end_century,
            Self::Month => &mut meaning.month,
            Self::EndMonth => &mut meaning.end_month,
            Self::Day => &mut meaning.day,
            Self::EndDay => &mut meaning.end_day,
            Self::Hour => &mut meaning.hour,
            Self::EndHour => &mut meaning.end_hour,
            Self::Minute => &mut meaning.minute,
            Self::Second => &mut meaning.second,
            Self::Quarter => &mut meaning.quarter,
        };
        *slot = Some(number.value as i32);
    }
}
