//! Which rules can match at a place, told by the characters there.

use super::numerals::Numerals;
use super::pattern::Step;
use super::rules::Rule;
use super::words::{Classes, fold};
use std::collections::{BTreeMap, BTreeSet};

/// Lists of rules by their first characters.
#[derive(Debug)]
pub(crate) struct Starts {
    /// All rules.
    all: Table,
    /// Rules that begin with words; those that begin with a number are left out.
    words: Table,
    /// Characters that may follow the number at the beginning of a rule.
    follow: BTreeSet<char>,
    /// Characters that begin a number, in order, ASCII and full-width digits aside.
    numerals: Vec<char>,
}

impl Starts {
    pub(crate) fn new(rules: &[Rule], classes: &Classes, numerals: &Numerals) -> Self {
        let mut figures: Vec<char> = numerals.starts().collect();
        figures.sort_unstable();
        let digits: Vec<char> = ('0'..='9').chain(figures.iter().copied()).collect();
        let firsts = Firsts { classes, digits: &digits };
        let mut follow = BTreeSet::new();
        for rule in rules {
            firsts.after_number(&rule.program, 0, &mut follow);
        }
        let plain = Firsts { classes, digits: &[] };
        Self { all: Table::new(rules, firsts), words: Table::new(rules, plain), follow, numerals: figures }
    }

    /// Whether a number can begin with `c`.
    pub(crate) fn is_number(&self, c: char) -> bool {
        fold(c).is_ascii_digit() || self.numerals.binary_search(&c).is_ok()
    }

    /// The rules, in their order, that can match at byte `at` of `text`, which begins with `first`.
    pub(crate) fn at(&self, text: &str, at: usize, first: char, numerals: &Numerals) -> &[u16] {
        let leads = || {
            let ends = [numerals.whole(text, at).map(|n| n.1), numerals.decimal(text, at).map(|n| n.1)];
            ends.into_iter().flatten().any(|end| self.may_follow(&text[end..]))
                || numerals.first_year(text, at).is_some()
        };
        let table = if self.is_number(first) && !leads() { &self.words } else { &self.all };
        table.of(first)
    }

    fn may_follow(&self, rest: &str) -> bool {
        rest.chars().next().is_some_and(|c| self.follow.contains(&fold(c)) || fold(c) == ' ')
    }
}

#[derive(Debug)]
struct Table {
    /// For each character of the Basic Multilingual Plane, an index into `lists`.
    index: Vec<u16>,
    lists: Vec<Vec<u16>>,
}

impl Table {
    fn new(rules: &[Rule], firsts: Firsts<'_>) -> Self {
        let mut by_character: BTreeMap<char, BTreeSet<u16>> = BTreeMap::new();
        for (index, rule) in rules.iter().enumerate() {
            let mut out = BTreeSet::new();
            firsts.of(&rule.program, 0, &mut out);
            for c in out {
                by_character.entry(c).or_default().insert(index as u16);
            }
        }
        let characters: Vec<char> = by_character.keys().copied().collect();
        let none = [Vec::new()].into_iter();
        let lists = none.chain(by_character.into_values().map(|r| r.into_iter().collect())).collect();
        let list_of = |unit: u32| {
            let c = fold(char::from_u32(unit)?);
            characters.binary_search(&c).ok().map(|i| i as u16 + 1)
        };
        Self { index: (0..0x1_0000).map(|unit| list_of(unit).unwrap_or(0)).collect(), lists }
    }

    fn of(&self, c: char) -> &[u16] {
        let list = self.index.get(c as usize).copied().unwrap_or(0);
        &self.lists[list as usize]
    }
}

/// Collects the characters with which programs can go on.
#[derive(Clone, Copy)]
struct Firsts<'a> {
    classes: &'a Classes,
    /// The characters of numbers.
    digits: &'a [char],
}

impl Firsts<'_> {
    /// Characters with which `program` can go on at `step`.
    fn of(self, program: &[Step], step: usize, out: &mut BTreeSet<char>) {
        match program[step] {
            Step::Char(c) => {
                out.insert(c);
            }
            Step::Class(class) => out.extend(self.classes.first_characters(class)),
            Step::Number(_) => out.extend(self.digits),
            Step::Blank | Step::Not(_) => self.of(program, step + 1, out),
            Step::Jump(to) => self.of(program, to, out),
            Step::Split(to) => {
                self.of(program, step + 1, out);
                self.of(program, to, out);
            }
            Step::Done => {}
        }
    }

    /// Characters that can follow a number with which `program` begins.
    fn after_number(self, program: &[Step], step: usize, out: &mut BTreeSet<char>) {
        match program[step] {
            Step::Number(_) => self.of(program, step + 1, out),
            Step::Blank | Step::Not(_) => self.after_number(program, step + 1, out),
            Step::Jump(to) => self.after_number(program, to, out),
            Step::Split(to) => {
                self.after_number(program, step + 1, out);
                self.after_number(program, to, out);
            }
            Step::Char(_) | Step::Class(_) | Step::Done => {}
        }
    }
}
