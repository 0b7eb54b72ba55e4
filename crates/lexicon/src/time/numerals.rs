//! Numbers as Japanese writes them: half and full width, kanji digits, kanji with places, vague ones.

use super::meaning::{Number, Vague};
use super::words::fold;
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The numerals of `data/ja/time/numerals.toml`.
#[derive(Debug, Default)]
pub struct Numerals {
    digits: BTreeMap<char, i64>,
    places: BTreeMap<char, i64>,
    vague: Vec<char>,
    first: Vec<char>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "for readers of the file")]
    reason: String,
    /// Kanji that stand for one digit.
    digits: BTreeMap<char, i64>,
    /// Kanji that multiply.
    places: BTreeMap<char, i64>,
    /// Kanji that stand for a few.
    vague: Vec<char>,
    /// Kanji that stand for the first.
    first: Vec<char>,
}

/// No time expression holds longer numbers; what does is no time.
const LONGEST: usize = 9;

impl Numerals {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let mut all = Self::default();
        for (_, file) in sources.parse::<File>("ja/time/numerals")? {
            all.digits.extend(file.digits);
            all.places.extend(file.places);
            all.vague.extend(file.vague);
            all.first.extend(file.first);
        }
        Ok(all)
    }

    /// Every character that can begin a number, ASCII and full-width digits aside.
    pub(crate) fn starts(&self) -> impl Iterator<Item = char> {
        self.digits.keys().chain(self.places.keys()).chain(&self.vague).chain(&self.first).copied()
    }

    /// The whole number at byte `at` with its end, without decimals; also how many digits it was written with (0 for kanji).
    pub(crate) fn whole(&self, text: &str, at: usize) -> Option<(Number, usize, usize)> {
        self.arabic(text, at).or_else(|| self.kanji(text, at).map(|(n, end)| (n, end, 0)))
    }

    /// The end of the character for the first year of an era at byte `at`.
    pub(crate) fn first_year(&self, text: &str, at: usize) -> Option<usize> {
        text[at..].chars().next().filter(|c| self.first.contains(c)).map(|c| at + c.len_utf8())
    }

    /// The number at byte `at` with its end, with groups and decimals.
    pub fn decimal(&self, text: &str, at: usize) -> Option<(Number, usize)> {
        let Some((mut number, mut end, _)) = self.arabic(text, at) else { return self.kanji(text, at) };
        while let Some(group) = digits_after(text, end, ',').filter(|g| g.count == 3) {
            number.value = number.value * 1000.0 + group.value as f64;
            end = group.end;
        }
        if let Some(part) = digits_after(text, end, '.') {
            number.value += part.value as f64 / 10f64.powi(part.count as i32);
            end = part.end;
        }
        if let Some(c) = text[end..].chars().next().filter(|c| self.vague.contains(c)) {
            number.vague = if number.value == 10.0 { Vague::Teens } else { Vague::Tens };
            return Some((number, end + c.len_utf8()));
        }
        if let Some((c, multiplier)) =
            text[end..].chars().next().and_then(|c| Some((c, *self.places.get(&c)?)))
            && multiplier >= 1000
        {
            number.value *= multiplier as f64;
            end += c.len_utf8();
        }
        Some((number, end))
    }

    fn arabic(&self, text: &str, at: usize) -> Option<(Number, usize, usize)> {
        let digits = digits_at(text, at)?;
        Some((Number { value: digits.value as f64, vague: Vague::Exact }, digits.end, digits.count))
    }

    fn kanji(&self, text: &str, at: usize) -> Option<(Number, usize)> {
        let mut end = at;
        let (mut total, mut digits, mut count) = (0i64, None::<i64>, 0);
        let (mut vague, mut placed) = (None, false);
        for c in text[at..].chars().take(LONGEST) {
            if let Some(digit) = self.digits.get(&c) {
                digits = Some(digits.unwrap_or(0) * 10 + digit);
            } else if let Some(place) = self.places.get(&c) {
                total += digits.take().unwrap_or(1) * place;
                placed = true;
            } else if self.vague.contains(&c) && vague.is_none() {
                vague = Some(placed);
                digits = None;
            } else {
                break;
            }
            count += 1;
            end += c.len_utf8();
        }
        let value = (total + digits.unwrap_or(0)) as f64;
        let vague = match vague {
            None => Vague::Exact,
            Some(true) => Vague::Teens,
            Some(false) if !placed => Vague::Few,
            Some(false) if total < 100 => Vague::Tens,
            Some(false) => Vague::Hundreds,
        };
        (count > 0).then_some((Number { value, vague }, end))
    }
}

/// A run of digits.
struct Digits {
    value: u64,
    count: usize,
    end: usize,
}

/// The run of ASCII or full-width digits at byte `at`; runs longer than any date are no numbers.
fn digits_at(text: &str, at: usize) -> Option<Digits> {
    let mut digits = Digits { value: 0, count: 0, end: at };
    for c in text[at..].chars() {
        let Some(digit) = fold(c).to_digit(10) else { break };
        digits.count += 1;
        digits.end += c.len_utf8();
        if digits.count <= LONGEST {
            digits.value = digits.value * 10 + u64::from(digit);
        }
    }
    (1..=LONGEST).contains(&digits.count).then_some(digits)
}

/// The digits after the separator `mark` at byte `at`.
fn digits_after(text: &str, at: usize, mark: char) -> Option<Digits> {
    let c = text[at..].chars().next().filter(|c| fold(*c) == mark)?;
    digits_at(text, at + c.len_utf8())
}
