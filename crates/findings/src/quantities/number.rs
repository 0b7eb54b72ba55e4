//! Reads a number in digits, numerals or both.

use tenkyo_lexicon::quantity::Numbers;

/// A number as read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// Its value; the least value when it is indefinite.
    pub value: f64,
    /// Whether it holds an indefinite digit, so that only the lower bound is known.
    pub several: bool,
    /// The factor of ten thousands that it ends in (1 without one).
    pub scale: f64,
    /// Bytes that it covers.
    pub len: usize,
}

/// What has been read of a number: finished groups, the group under way, the digits under way.
#[derive(Default)]
struct Reader {
    total: f64,
    group: f64,
    digits: Option<f64>,
    several: bool,
    scale: f64,
    at: usize,
}

/// The number at the head of `text`, if there is one.
pub(super) fn read(numbers: &Numbers, text: &str) -> Option<Number> {
    let mut reader = Reader { scale: 1.0, ..Reader::default() };
    while reader.step(numbers, text) {}
    let value = reader.total + reader.group + reader.digits.unwrap_or(0.0);
    let len = reader.at;
    (len > 0).then_some(Number { value, several: reader.several, scale: reader.scale, len })
}

impl Reader {
    /// Takes the next part; false at the end of the number.
    fn step(&mut self, numbers: &Numbers, text: &str) -> bool {
        let Some(c) = text[self.at..].chars().next() else { return false };
        if let Some(digit) = numbers.digits.get(&c) {
            return self.digit(numbers, text, c, *digit);
        }
        let next = c.len_utf8();
        if let Some(ten) = numbers.tens.get(&c) {
            self.group += self.digits.take().unwrap_or(1.0) * ten;
            self.scale = 1.0;
        } else if let Some(myriad) = numbers.myriads.get(&c) {
            let group = self.group + self.digits.take().unwrap_or(0.0);
            if group == 0.0 {
                return false;
            }
            (self.total, self.group, self.scale) = (self.total + group * myriad, 0.0, *myriad);
        } else if numbers.several.words.contains(&c) && !self.several {
            self.group += self.digits.take().unwrap_or(0.0);
            self.digits = Some(f64::from(numbers.several.least));
            self.several = true;
        } else {
            return false;
        }
        self.at += next;
        true
    }

    fn digit(&mut self, numbers: &Numbers, text: &str, c: char, digit: u8) -> bool {
        if self.several {
            return false;
        }
        if is_arabic(c) {
            // A second run of digits directly after a first cannot happen: a run is taken whole.
            let (value, len) = arabic(numbers, &text[self.at..]);
            self.digits = Some(value);
            self.at += len;
        } else {
            self.digits = Some(self.digits.unwrap_or(0.0) * 10.0 + f64::from(digit));
            self.at += c.len_utf8();
            self.numeral_decimals(numbers, text);
        }
        self.scale = 1.0;
        true
    }

    /// Decimals in numerals: 三・五.
    fn numeral_decimals(&mut self, numbers: &Numbers, text: &str) {
        let mut chars = text[self.at..].chars();
        let (Some(mark), Some(c)) = (chars.next(), chars.next()) else { return };
        let whole = self.digits.unwrap_or(0.0);
        let Some(digit) = numbers.digits.get(&c).filter(|_| !is_arabic(c)) else { return };
        if numbers.signs.decimal.contains(&mark) && !mark.is_ascii() && whole < 1000.0 {
            self.digits = Some(whole + f64::from(*digit) / 10.0);
            self.at += mark.len_utf8() + c.len_utf8();
        }
    }
}

/// Whether `c` is an Arabic digit, half or full width.
pub(super) fn is_arabic(c: char) -> bool {
    c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c)
}

/// A run of Arabic digits with groups of three and decimals: its value and length.
fn arabic(numbers: &Numbers, text: &str) -> (f64, usize) {
    let mut plain = String::new();
    let mut at = run(numbers, text, &mut plain);
    if plain.len() <= 3 {
        while let Some(group) = group(numbers, &text[at..], &mut plain) {
            at += group;
        }
    }
    if let Some(sign) = decimal_sign(numbers, &text[at..]) {
        plain.push('.');
        at += sign;
        at += run(numbers, &text[at..], &mut plain);
    }
    // Digits only, so this parses; very long runs become infinite and are no amount.
    (plain.parse().unwrap_or(f64::INFINITY), at)
}

/// Length of the sign before the decimals at the head of `text`. A blank may stand after it when at most two decimals follow.
fn decimal_sign(numbers: &Numbers, text: &str) -> Option<usize> {
    let sign = text.chars().next().filter(|c| numbers.signs.decimal.contains(c))?;
    let after = &text[sign.len_utf8()..];
    let decimals = |t: &str| t.chars().take_while(|c| is_arabic(*c)).take(3).count();
    match after.strip_prefix(' ') {
        Some(rest) => (1..=2).contains(&decimals(rest)).then_some(sign.len_utf8() + 1),
        None => (decimals(after) > 0).then_some(sign.len_utf8()),
    }
}

/// Takes the digits at the head of `text`; their length in bytes.
fn run(numbers: &Numbers, text: &str, plain: &mut String) -> usize {
    let mut at = 0;
    for c in text.chars().take_while(|c| is_arabic(*c)) {
        plain.extend(numbers.digits.get(&c).map(|d| char::from(b'0' + d)));
        at += c.len_utf8();
    }
    at
}

/// Takes a group of exactly three digits after its sign; a blank may stand after the sign.
fn group(numbers: &Numbers, text: &str, plain: &mut String) -> Option<usize> {
    let sign = text.chars().next().filter(|c| numbers.signs.group.contains(c))?;
    let after = &text[sign.len_utf8()..];
    let digits = after.strip_prefix(' ').unwrap_or(after);
    let count = digits.chars().take(4).take_while(|c| is_arabic(*c)).count();
    (count == 3).then(|| text.len() - digits.len() + run(numbers, digits, plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tenkyo_lexicon::Lexicon;

    fn value(text: &str) -> (f64, bool, usize) {
        let lexicon = Lexicon::embedded().unwrap();
        let number = read(&lexicon.quantity.numbers, text).unwrap();
        (number.value, number.several, text[..number.len].chars().count())
    }

    #[test]
    fn reads_every_spelling() {
        assert_eq!(value("1万2000人"), (12_000.0, false, 6));
        assert_eq!(value("1万2,500発"), (12_500.0, false, 7));
        assert_eq!(value("1, 100万円"), (11_000_000.0, false, 7));
        assert_eq!(value("三千五百人"), (3500.0, false, 4));
        assert_eq!(value("二〇二四人"), (2024.0, false, 4));
        assert_eq!(value("三・五倍"), (3.5, false, 3));
        assert_eq!(value("1.5兆円"), (1.5e12, false, 4));
        assert_eq!(value("百二十億ドル"), (1.2e10, false, 4));
    }

    #[test]
    fn indefinite_digits_give_the_least() {
        assert_eq!(value("数百万発"), (2_000_000.0, true, 3));
        assert_eq!(value("十数人"), (12.0, true, 2));
        assert_eq!(value("1万数千人"), (12_000.0, true, 4));
        assert_eq!(value("数十億ドル"), (2e9, true, 3));
    }

    #[test]
    fn four_digits_after_a_comma_are_another_number() {
        assert_eq!(value("12, 2004").2, 2);
    }
}
