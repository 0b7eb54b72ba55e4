//! Dates as stretches of days that can be drawn: EDTF days, months, years, intervals, open and about.

use jiff::civil::{Date, date};

/// The days that a date covers, and what is not known of its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct When {
    /// First and last day, counted from 1970.
    pub first: i32,
    pub last: i32,
    /// Whether it began or ended at a time that is not known (`../2024`, `2024/..`).
    pub open: (bool, bool),
    /// Whether the date is given as about right (`2024~`, `2024?`).
    pub about: bool,
}

impl When {
    /// Reads an ISO day, month, year, decade (`199`) or interval with open ends; `None` for anything else.
    pub fn parse(value: &str) -> Option<Self> {
        let about = value.contains(['~', '?', '%']);
        let plain = value.replace(['~', '?', '%'], "");
        let (from, to) = plain.split_once('/').unwrap_or((&plain, &plain));
        let (start, end) = (days(from), days(to));
        let open = (start.is_none(), end.is_none());
        if (open.0 && !is_open(from)) || (open.1 && !is_open(to)) {
            return None;
        }
        let (first, last) = (start.or(end)?.0, end.or(start)?.1);
        (first <= last).then_some(Self { first, last, open, about })
    }

    /// Whether it is one day, and sure.
    pub fn is_day(self) -> bool {
        self.first == self.last && self.open == (false, false) && !self.about
    }

    /// The day in the middle.
    pub fn middle(self) -> f64 {
        f64::from(self.first + self.last) / 2.0
    }
}

fn is_open(end: &str) -> bool {
    matches!(end, "" | "..")
}

/// First and last day.
fn days(value: &str) -> Option<(i32, i32)> {
    let value = value.split('T').next()?;
    let mut parts = value.split('-');
    let year = parts.next()?;
    let number = year.parse::<i16>().ok().filter(|_| year.bytes().all(|b| b.is_ascii_digit()))?;
    let span = match (year.len(), parts.next(), parts.next()) {
        (4, Some(month), Some(day)) => {
            let day = Date::new(number, month.parse().ok()?, day.parse().ok()?).ok()?;
            (day, day)
        }
        (4, Some(month), None) => {
            let first = Date::new(number, month.parse().ok()?, 1).ok()?;
            (first, first.last_of_month())
        }
        (4, None, None) => (Date::new(number, 1, 1).ok()?, Date::new(number, 12, 31).ok()?),
        (3, None, None) => (Date::new(number * 10, 1, 1).ok()?, Date::new(number * 10 + 9, 12, 31).ok()?),
        _ => return None,
    };
    Some((number_of(span.0), number_of(span.1)))
}

/// Days from 1970 to a date.
pub(crate) fn number_of(day: Date) -> i32 {
    date(1970, 1, 1).until(day).map_or(0, |span| span.get_days())
}

/// The date that many days after 1970 began.
pub(crate) fn date_of(days: i32) -> Date {
    date(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_precision_is_a_stretch_of_days() {
        let long = |value| When::parse(value).map(|w| w.last - w.first + 1);
        assert_eq!(long("2024-06-19"), Some(1));
        assert_eq!(long("2024-02"), Some(29));
        assert_eq!(long("2023"), Some(365));
        assert_eq!(long("2023-09/2023-10"), Some(61));
        assert_eq!(long("199"), Some(3652));
        for bad in ["PRESENT_REF", "2024-13", "2024-W25", "2025/2024", "../..", "", "/", "a/2024"] {
            assert_eq!(When::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_not_known_stays_so() {
        assert_eq!(When::parse("../2024-06-19").unwrap().open, (true, false));
        assert_eq!(When::parse("2024-06-19/..").unwrap().open, (false, true));
        assert!(When::parse("2024-06~").unwrap().about);
        assert!(When::parse("2024-06-19").unwrap().is_day() && !When::parse("2024-06-19~").unwrap().is_day());
    }
}
