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

struct Thread {
    step: usize,
    at: usize,
    meaning: Meaning,
}

/// The first way through `program` from byte `at` on: its end and meaning. Longer words and optional pieces are tried first.
pub(crate) fn run(
    program: &[Step],
    text: &str,
    at: usize,
    classes: &Classes,
    numerals: &Numerals,
) -> Option<(usize, Meaning)> {
    let mut threads = vec![Thread { step: 0, at, meaning: Meaning::default() }];
    while let Some(mut thread) = threads.pop() {
        loop {
            let step = program[thread.step];
            thread.step += 1;
            match step {
                Step::Done => return Some((thread.at, thread.meaning)),
                Step::Jump(to) => thread.step = to,
                Step::Split(to) => {
                    threads.push(Thread { step: to, ..thread });
                }
                Step::Char(expected) => {
                    let Some(c) = text[thread.at..].chars().next().filter(|c| fold(*c) == expected) else {
                        break;
                    };
                    thread.at += c.len_utf8();
                }
                Step::Not(class) => {
                    if classes.at(class, text, thread.at).next().is_some() {
                        break;
                    }
                }
                Step::Blank => thread.at += blank(&text[thread.at..]),
                Step::Class(class) => {
                    let before = threads.len();
                    // Longest first, so the shortest goes deepest into the stack.
                    for (end, meaning) in classes.at(class, text, thread.at).rev() {
                        let mut sum = thread.meaning;
                        sum.add(meaning);
                        threads.push(Thread { step: thread.step, at: end, meaning: sum });
                    }
                    if threads.len() == before {
                        break;
                    }
                    let Some(next) = threads.pop() else { break };
                    thread = next;
                }
                Step::Number(part) => {
                    let Some(end) = number(part, text, thread.at, numerals, &mut thread.meaning) else {
                        break;
                    };
                    thread.at = end;
                }
            }
        }
    }
    None
}

/// Bytes of white space at the start of `text`; at most a few, as more separates columns.
fn blank(text: &str) -> usize {
    text.chars().take_while(|c| fold(*c) == ' ').take(4).map(char::len_utf8).sum()
}

/// Reads a number into `part`; `None` when none stands there or the part cannot be that large.
fn number(part: Part, text: &str, at: usize, numerals: &Numerals, meaning: &mut Meaning) -> Option<usize> {
    if matches!(part, Part::Amount | Part::LongAmount | Part::EndAmount | Part::MinorAmount | Part::Any) {
        let (number, end) = numerals.decimal(text, at)?;
        match part {
            Part::Amount => meaning.amount = Some(number),
            Part::LongAmount => meaning.amount = Some(number).filter(|n| n.value > LONGEST_MONTH),
            Part::EndAmount => {
                let start = meaning.amount?.value;
                let rises = start < number.value && number.value <= start * 3.0 + 5.0;
                meaning.end_amount = Some(number).filter(|_| rises);
                meaning.end_amount?;
            }
            Part::MinorAmount => meaning.minor_amount = Some(number),
            _ => {}
        }
        return (part != Part::LongAmount || meaning.amount.is_some()).then_some(end);
    }
    if part == Part::EraYear
        && let Some(end) = numerals.first_year(text, at)
    {
        meaning.era_year = Some(1);
        return Some(end);
    }
    let (number, end, digits) = numerals.whole(text, at)?;
    let value = exact(number)?;
    let (slot, range, width) = match part {
        Part::Year => (&mut meaning.year, 1000..=2199, 4..=4),
        Part::EndYear => (&mut meaning.end_year, 0..=2199, 1..=4),
        Part::ShortYear => (&mut meaning.short_year, 0..=99, 2..=2),
        Part::EraYear => (&mut meaning.era_year, 1..=130, 1..=3),
        Part::Decade => (&mut meaning.decade, 1000..=2190, 4..=4),
        Part::ShortDecade => (&mut meaning.decade, 10..=90, 2..=2),
        Part::Century => (&mut meaning.century, 1..=30, 1..=2),
        Part::Month => (&mut meaning.month, 1..=12, 1..=2),
        Part::EndMonth => (&mut meaning.end_month, 1..=12, 1..=2),
        Part::Day => (&mut meaning.day, 1..=31, 1..=2),
        Part::EndDay => (&mut meaning.end_day, 1..=31, 1..=2),
        Part::Hour => (&mut meaning.hour, 0..=29, 1..=2),
        Part::EndHour => (&mut meaning.end_hour, 0..=29, 1..=2),
        Part::Minute => (&mut meaning.minute, 0..=59, 1..=2),
        Part::Second => (&mut meaning.second, 0..=59, 1..=2),
        Part::Quarter => (&mut meaning.quarter, 1..=4, 1..=1),
        _ => return None,
    };
    if !range.contains(&value) || (digits > 0 && !width.contains(&digits)) {
        return None;
    }
    *slot = Some(value);
    rises(part, meaning).then_some(end)
}

/// Whether the end of a range, if `part` is one, lies behind its start.
fn rises(part: Part, meaning: &Meaning) -> bool {
    match part {
        Part::EndDay => meaning.day < meaning.end_day,
        Part::EndYear => match (meaning.year, meaning.end_year) {
            (Some(start), Some(end)) if end < 10 => start % 10 < end,
            (Some(start), Some(end)) if end < 100 => start % 100 < end,
            (start, end) => start < end,
        },
        _ => true,
    }
}

/// Days of the longest month.
const LONGEST_MONTH: f64 = 31.0;

fn exact(number: Number) -> Option<i32> {
    (number.vague == Vague::Exact && number.value < 1e6).then_some(number.value as i32)
}
