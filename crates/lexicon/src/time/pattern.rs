//! The pattern language: text into a program of [`Step`]s.

use super::words::{Classes, fold};
use std::collections::BTreeMap;

/// One instruction of a compiled pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// This character.
    Char(char),
    /// A word of this class.
    Class(u16),
    /// No word of this class.
    Not(u16),
    /// A number for this part.
    Number(Part),
    /// Any white space, or none.
    Blank,
    /// Go on here, and when that fails at the given step.
    Split(usize),
    /// Go on at the given step.
    Jump(usize),
    /// The pattern has matched.
    Done,
}

/// The parts of a [`super::Meaning`] that numbers state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Year,
    EndYear,
    ShortYear,
    EraYear,
    Decade,
    ShortDecade,
    EndDecade,
    Century,
    EndCentury,
    Month,
    EndMonth,
    Day,
    EndDay,
    Hour,
    EndHour,
    Minute,
    Second,
    Quarter,
    Amount,
    EndAmount,
    MinorAmount,
    /// An amount above the days of a month.
    LongAmount,
    Any,
}

impl Part {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "year" => Self::Year,
            "end-year" => Self::EndYear,
            "short-year" => Self::ShortYear,
            "era-year" => Self::EraYear,
            "decade" => Self::Decade,
            "short-decade" => Self::ShortDecade,
            "end-decade" => Self::EndDecade,
            "century" => Self::Century,
            "end-century" => Self::EndCentury,
            "month" => Self::Month,
            "end-month" => Self::EndMonth,
            "day" => Self::Day,
            "end-day" => Self::EndDay,
            "hour" => Self::Hour,
            "end-hour" => Self::EndHour,
            "minute" => Self::Minute,
            "second" => Self::Second,
            "quarter" => Self::Quarter,
            "amount" => Self::Amount,
            "end-amount" => Self::EndAmount,
            "minor-amount" => Self::MinorAmount,
            "long-amount" => Self::LongAmount,
            "any" => Self::Any,
            _ => return None,
        })
    }
}

/// Compiles patterns that may name each other.
pub(crate) struct Compiler<'a> {
    pub(crate) named: &'a BTreeMap<String, String>,
    pub(crate) classes: &'a Classes,
}

/// Deeper nesting of names is a cycle.
const DEEPEST: usize = 24;

impl Compiler<'_> {
    /// The program of `pattern`.
    ///
    /// # Errors
    /// What is wrong with the pattern, in a sentence.
    pub(crate) fn compile(&self, pattern: &str) -> Result<Vec<Step>, String> {
        let mut program = Vec::new();
        let rest = self.choice(pattern, &mut program, 0)?;
        if !rest.is_empty() {
            return Err(format!("unexpected `{rest}`; a bracket is missing"));
        }
        program.push(Step::Done);
        Ok(program)
    }

    /// `a|b|c`, up to a closing bracket or the end.
    fn choice<'p>(&self, pattern: &'p str, out: &mut Vec<Step>, depth: usize) -> Result<&'p str, String> {
        if depth > DEEPEST {
            return Err("patterns name each other in a circle".to_owned());
        }
        let mut rest = pattern;
        let mut jumps = Vec::new();
        loop {
            let mut branch = Vec::new();
            rest = self.sequence(rest, &mut branch, depth)?;
            let more = rest.starts_with('|');
            let base = out.len() + usize::from(more);
            if more {
                out.push(Step::Split(base + branch.len() + 1));
            }
            append(branch, base, out);
            if !more {
                break;
            }
            jumps.push(out.len());
            out.push(Step::Jump(0));
            rest = &rest[1..];
        }
        let end = out.len();
        for jump in jumps {
            out[jump] = Step::Jump(end);
        }
        Ok(rest)
    }

    fn sequence<'p>(&self, pattern: &'p str, out: &mut Vec<Step>, depth: usize) -> Result<&'p str, String> {
        let mut rest = pattern;
        while let Some(c) = rest.chars().next().filter(|c| !matches!(c, '|' | ')')) {
            let mut piece = Vec::new();
            rest = self.piece(c, rest, &mut piece, depth)?;
            let optional = rest.starts_with('?');
            let base = out.len() + usize::from(optional);
            if optional {
                out.push(Step::Split(base + piece.len()));
                rest = &rest[1..];
            }
            append(piece, base, out);
        }
        Ok(rest)
    }

    fn piece<'p>(
        &self,
        c: char,
        rest: &'p str,
        out: &mut Vec<Step>,
        depth: usize,
    ) -> Result<&'p str, String> {
        let after = &rest[c.len_utf8()..];
        match c {
            '(' => {
                let rest = self.choice(after, out, depth + 1)?;
                rest.strip_prefix(')').ok_or_else(|| "a bracket is not closed".to_owned())
            }
            '<' => {
                let (name, rest) = after.split_once('>').ok_or("a `<` is not closed")?;
                self.name(name, out, depth)?;
                Ok(rest)
            }
            '{' => {
                let (name, rest) = after.split_once('}').ok_or("a `{` is not closed")?;
                let part = Part::named(name).ok_or_else(|| format!("no part is named {name}"))?;
                out.push(Step::Number(part));
                Ok(rest)
            }
            '!' => {
                let (name, rest) =
                    after.strip_prefix('<').and_then(|r| r.split_once('>')).ok_or("`!` needs a class")?;
                let class = self.classes.find(name).ok_or_else(|| format!("no class is named {name}"))?;
                out.push(Step::Not(class));
                Ok(rest)
            }
            '_' => {
                out.push(Step::Blank);
                Ok(after)
            }
            '\\' => {
                let literal = after.chars().next().ok_or("a `\\` ends the pattern")?;
                out.push(Step::Char(fold(literal)));
                Ok(&after[literal.len_utf8()..])
            }
            _ => {
                out.push(Step::Char(fold(c)));
                Ok(after)
            }
        }
    }

    fn name(&self, name: &str, out: &mut Vec<Step>, depth: usize) -> Result<(), String> {
        if let Some(class) = self.classes.find(name) {
            out.push(Step::Class(class));
            return Ok(());
        }
        let pattern = self.named.get(name).ok_or_else(|| format!("no class or pattern is named {name}"))?;
        let mut inner = Vec::new();
        let rest = self.choice(pattern, &mut inner, depth + 1).map_err(|e| format!("in <{name}>: {e}"))?;
        if !rest.is_empty() {
            return Err(format!("in <{name}>: unexpected `{rest}`"));
        }
        let base = out.len();
        append(inner, base, out);
        Ok(())
    }
}

/// Appends a program that was written from step 0 so that it runs from step `base`.
fn append(piece: Vec<Step>, base: usize, out: &mut Vec<Step>) {
    out.extend(piece.into_iter().map(|step| match step {
        Step::Split(to) => Step::Split(to + base),
        Step::Jump(to) => Step::Jump(to + base),
        other => other,
    }));
}
