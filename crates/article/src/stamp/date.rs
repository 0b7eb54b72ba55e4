//! Calendar dates as timestamps write them.

use tenkyo_lexicon::blocks::Stamps;

/// A date in a line, in code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub start: usize,
    pub end: usize,
    /// `YYYY-MM-DD`; none without a year.
    pub iso: Option<String>,
}

/// Reads numbers and words from left to right.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'c> {
    chars: &'c [char],
    pub at: usize,
}

impl<'c> Cursor<'c> {
    pub fn new(chars: &'c [char], at: usize) -> Self {
        Self { chars, at }
    }

    /// A number of at most `digits` digits.
    pub fn number(&mut self, digits: usize) -> Option<u32> {
        let run = self.chars[self.at..].iter().take_while(|c| c.is_ascii_digit()).count();
        (1..=digits).contains(&run).then_some(())?;
        let number = self.chars[self.at..self.at + run].iter().collect::<String>().parse().ok()?;
        self.at += run;
        Some(number)
    }

    /// One of `words`, the first that fits.
    pub fn word(&mut self, words: &[String]) -> Option<usize> {
        let fits = |word: &String| {
            let mut rest = self.chars[self.at..].iter();
            word.chars().all(|c| rest.next() == Some(&c))
        };
        let index = words.iter().position(fits)?;
        self.at += words[index].chars().count();
        Some(index)
    }

    /// One of `marks`.
    pub fn mark(&mut self, marks: &[char]) -> Option<char> {
        let c = *self.chars.get(self.at).filter(|c| marks.contains(c))?;
        self.at += 1;
        Some(c)
    }

    pub fn spaces(&mut self) {
        while self.mark(&[' ', '\t']).is_some() {}
    }
}

/// The date that begins at `start`, if one does.
pub(super) fn at(chars: &[char], start: usize, words: &Stamps) -> Option<Date> {
    let full = with_year_words(chars, start, words).or_else(|| with_marks(chars, start));
    let read = full.or_else(|| without_year(chars, start, words))?;
    let (year, month, day, end) = read;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(())?;
    let iso = year.map(|year| format!("{year:04}-{month:02}-{day:02}"));
    Some(Date { start, end, iso })
}

type Parts = (Option<u32>, u32, u32, usize);

/// Year, month and day with their words, the year perhaps of an era.
fn with_year_words(chars: &[char], start: usize, words: &Stamps) -> Option<Parts> {
    let mut cursor = Cursor::new(chars, start);
    let names: Vec<String> = words.eras.iter().map(|era| era.name.clone()).collect();
    let era = cursor.word(&names);
    let number = cursor.number(if era.is_some() { 2 } else { 4 })?;
    cursor.spaces();
    cursor.word(&words.year)?;
    let year = match era {
        Some(era) => u32::try_from(words.eras[era].before).ok()? + number,
        None => number,
    };
    let (month, day) = month_day(&mut cursor, words)?;
    (1900..=2199).contains(&year).then_some((Some(year), month, day, cursor.at))
}

fn month_day(cursor: &mut Cursor<'_>, words: &Stamps) -> Option<(u32, u32)> {
    cursor.spaces();
    let month = cursor.number(2)?;
    cursor.spaces();
    cursor.word(&words.month)?;
    cursor.spaces();
    let day = cursor.number(2)?;
    cursor.spaces();
    cursor.word(&words.day)?;
    Some((month, day))
}

/// `2024/06/19`, `2024-6-19`, `2024.06.19`.
fn with_marks(chars: &[char], start: usize) -> Option<Parts> {
    let mut cursor = Cursor::new(chars, start);
    let year = cursor.number(4).filter(|year| (1900..=2199).contains(year))?;
    let mark = cursor.mark(&['/', '-', '.'])?;
    cursor.spaces();
    let month = cursor.number(2)?;
    cursor.mark(&[mark])?;
    cursor.spaces();
    let day = cursor.number(2)?;
    Some((Some(year), month, day, cursor.at))
}

/// Month and day alone, with words or a slash.
fn without_year(chars: &[char], start: usize, words: &Stamps) -> Option<Parts> {
    let mut cursor = Cursor::new(chars, start);
    if let Some((month, day)) = month_day(&mut cursor, words) {
        return Some((None, month, day, cursor.at));
    }
    let mut cursor = Cursor::new(chars, start);
    let month = cursor.number(2)?;
    cursor.mark(&['/'])?;
    let day = cursor.number(2)?;
    Some((None, month, day, cursor.at))
}
