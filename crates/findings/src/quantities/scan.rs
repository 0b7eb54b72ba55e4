//! One amount: number, unit and the words around them.

use super::number::{self, Number};
use tenkyo_lexicon::quantity::{Bound, Modifier, Quantities};
use tenkyo_model::{Bounds, Quantity};
use tenkyo_text::Span;

/// What an amount is looked for in.
pub(super) struct Scene<'a> {
    pub words: &'a Quantities,
    pub text: &'a str,
    /// The sentence.
    pub within: Span,
    /// Whether a token begins or ends at a byte.
    pub boundary: &'a dyn Fn(usize) -> bool,
}

/// Number, or range of numbers, with its unit.
struct Core<'a> {
    low: Number,
    high: Number,
    start: usize,
    end: usize,
    unit: &'a str,
    rule: &'a str,
    generic: bool,
    /// A word between number and unit that moves the bounds.
    inside: Option<&'a Modifier>,
}

impl<'a> Scene<'a> {
    /// The amount whose number begins at byte `at`, and where to go on. `None` steps one character.
    pub fn amount_at(&self, at: usize) -> Option<(Option<Quantity>, usize)> {
        let number = number::read(&self.words.numbers, self.rest(at))?;
        let past = at + number.len.max(self.exception(at));
        if self.is_name(at) || past > at + number.len {
            return Some((None, past));
        }
        let Some(core) = self.core(at, number) else { return Some((None, past)) };
        let end = core.end;
        Some((Some(self.with_modifiers(core)), end))
    }

    fn rest(&self, at: usize) -> &'a str {
        &self.text[at..self.within.end as usize]
    }

    fn before(&self, at: usize) -> &'a str {
        &self.text[self.within.start as usize..at]
    }

    /// Whether a number here is a part of a name, an ordinal or a word.
    fn is_name(&self, at: usize) -> bool {
        let before = self.before(at);
        let context = &self.words.context;
        let arabic = self.rest(at).starts_with(number::is_arabic);
        !arabic && !(self.boundary)(at)
            || before.ends_with(|c: char| c.is_ascii_alphanumeric() || number::is_arabic(c))
            || context.not_after.words.iter().any(|w| before.ends_with(w.as_str()))
    }

    /// Length of the word at `at` that is written with a numeral and counts nothing; 0 without one.
    fn exception(&self, at: usize) -> usize {
        let words = self.words.context.exceptions.words.iter();
        words.filter(|w| self.rest(at).starts_with(w.as_str())).map(String::len).max().unwrap_or(0)
    }

    fn core(&self, at: usize, first: Number) -> Option<Core<'a>> {
        if let Some(core) = self.range(at, first) {
            return Some(core);
        }
        self.united(at, first, first, at + first.len)
    }

    /// Number and unit, the unit after the number or (money) before it.
    fn united(&self, start: usize, low: Number, high: Number, at: usize) -> Option<Core<'a>> {
        let rest = self.rest(at);
        let inside = self.words.modifier(|m| &m.inside, |word| rest.starts_with(word));
        let gap = inside.map_or(0, |(_, word)| word.len());
        let blank =
            if rest[gap..].starts_with([' ', '\u{3000}']) { rest[gap..].chars().next() } else { None };
        let from = at + gap + blank.map_or(0, char::len_utf8);
        if let Some((unit, word)) = self.words.unit_at(self.rest(from)) {
            let end = from + word.len();
            let inside = inside.map(|(m, _)| m);
            return (self.boundary)(end).then_some(Core {
                low,
                high,
                start,
                end,
                unit: word,
                rule: &unit.id,
                generic: unit.generic,
                inside,
            });
        }
        let (len, unit) = self.words.prefix_of(self.before(start))?;
        let start = start - len;
        Some(Core { low, high, start, end: at, unit, rule: "unit.prefix", generic: false, inside: None })
    }

    /// Two numbers of one unit: `5~10万人`, `100人から200人`, `5、6人`.
    fn range(&self, at: usize, first: Number) -> Option<Core<'a>> {
        let past = at + first.len;
        let rest = self.rest(past);
        let (second_at, unit) = self.second(past, rest, first)?;
        let second = number::read(&self.words.numbers, self.rest(second_at))?;
        let core = self.united(at, first, second, second_at + second.len)?;
        let scaled = if unit.is_none() && first.scale == 1.0 && first.value * second.scale < second.value {
            Number { value: first.value * second.scale, ..first }
        } else {
            first
        };
        let fits = unit.is_none_or(|u| u == core.unit) && scaled.value < second.value;
        fits.then_some(Core { low: scaled, ..core })
    }

    /// Where the second number of a range begins, and the unit between the numbers.
    fn second(&self, past: usize, rest: &str, first: Number) -> Option<(usize, Option<&'a str>)> {
        let signs = &self.words.numbers.signs;
        let mark = |text: &str| signs.range.iter().find(|m| text.starts_with(m.as_str())).map(String::len);
        if let Some(len) = mark(rest) {
            return Some((past + len, None));
        }
        if let Some(c) = rest.chars().next().filter(|c| signs.alternative.contains(c) && first.value < 10.0) {
            let at = past + c.len_utf8();
            let second = number::read(&self.words.numbers, self.rest(at))?;
            return (second.value == first.value + 1.0).then_some((at, None));
        }
        let (_, word) = self.words.unit_at(rest)?;
        let len = mark(&rest[word.len()..])?;
        Some((past + word.len() + len, Some(word)))
    }

    fn with_modifiers(&self, core: Core<'a>) -> Quantity {
        let mut bounds = bounds_of(&core);
        let mut approximate = core.low.several;
        let (mut start, mut end) = (core.start, core.end);
        let (mut unit, mut rule) = (core.unit, core.rule);
        let mut apply = |m: &Modifier| {
            approximate |= matches!(m.bound, Bound::About | Bound::Near);
            bounds = moved(bounds, m.bound);
        };
        core.inside.into_iter().for_each(&mut apply);
        for _ in 0..2 {
            if let Some((m, word)) =
                self.words.modifier(|m| &m.before, |word| self.stands_before(start, word))
            {
                apply(m);
                start -= word.len();
            }
        }
        let rest = self.rest(end);
        let follows = |word: &str| rest.starts_with(word) && (self.boundary)(end + word.len());
        if let Some((m, word)) = self.words.modifier(|m| &m.after, follows) {
            apply(m);
            end += word.len();
        }
        if let Some((word, from, to)) = self.container(&core, start, end) {
            (unit, rule, start, end) = (word, self.words.context.containers.id.as_str(), from, to);
        }
        let span = Span::new(start, end);
        Quantity { span, bounds, unit: unit.to_owned(), approximate, rule: rule.into() }
    }

    fn stands_before(&self, at: usize, word: &str) -> bool {
        self.before(at).ends_with(word) && (self.boundary)(at - word.len())
    }

    /// The holder that a counter of things counts, with the span that it gives the amount.
    fn container(&self, core: &Core<'_>, start: usize, end: usize) -> Option<(&'a str, usize, usize)> {
        if !core.generic {
            return None;
        }
        let words = || self.words.context.containers.words.iter().map(String::as_str);
        if let Some(word) = words().find(|w| self.before(start).ends_with(w)) {
            return Some((word, start - word.len(), end));
        }
        let after = self.rest(end);
        let (of, after) = self.words.context.of.head_of(after).map_or((0, after), |len| (len, &after[len..]));
        let word = words().find(|w| of > 0 && after.starts_with(w))?;
        Some((word, start, end + of + word.len()))
    }
}

fn bounds_of(core: &Core<'_>) -> Bounds {
    let open = core.high.several;
    Bounds { min: Some(core.low.value), max: (!open).then_some(core.high.value) }
}

fn moved(bounds: Bounds, by: Bound) -> Bounds {
    match by {
        Bound::About => bounds,
        Bound::Min => Bounds { min: bounds.min, max: None },
        Bound::Max | Bound::Near => Bounds { min: None, max: bounds.max.or(bounds.min) },
    }
}
