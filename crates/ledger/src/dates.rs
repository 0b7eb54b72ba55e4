//! Dates at the precision that is known, as intervals of days.

use jiff::civil::{Date, date};

/// The days from `first` to `last`, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Interval {
    pub first: Date,
    pub last: Date,
}

impl Interval {
    /// Reads an ISO date, month, year, decade (`199`) or interval (`A/B`); a part of a day (`TAF`) counts as the day.
    pub fn parse(value: &str) -> Option<Self> {
        if let Some((from, to)) = value.split_once('/') {
            let (from, to) = (Self::parse(from), Self::parse(to));
            let (first, last) = (from.or(to)?.first, to.or(from)?.last);
            return (first <= last).then_some(Self { first, last });
        }
        let day = value.split('T').next()?;
        let mut parts = day.split('-');
        let year = parts.next()?;
        let number = year.parse::<i16>().ok().filter(|_| year.bytes().all(|b| b.is_ascii_digit()))?;
        match (year.len(), parts.next(), parts.next()) {
            (4, Some(month), Some(day)) => {
                let day = Date::new(number, month.parse().ok()?, day.parse().ok()?).ok()?;
                Some(Self { first: day, last: day })
            }
            (4, Some(month), None) => {
                let first = Date::new(number, month.parse().ok()?, 1).ok()?;
                Some(Self { first, last: first.last_of_month() })
            }
            (4, None, None) => Self::years(number, number),
            (3, None, None) => Self::years(number * 10, number * 10 + 9),
            _ => None,
        }
    }

    fn years(from: i16, to: i16) -> Option<Self> {
        Some(Self { first: Date::new(from, 1, 1).ok()?, last: date(to, 12, 31) })
    }

    /// Whether it is one day.
    pub fn is_day(self) -> bool {
        self.first == self.last
    }

    /// As written in records: a day, a month, or an interval of days.
    pub fn value(self) -> String {
        match self.month() {
            _ if self.is_day() => self.first.to_string(),
            Some(month) if self.first.day() == 1 && self.last == self.first.last_of_month() => month,
            _ => format!("{}/{}", self.first, self.last),
        }
    }

    /// Number of days in it.
    pub fn days(self) -> i32 {
        between(self.first, self.last) + 1
    }

    /// Days that lie between the two; 0 when they touch or share a day.
    pub fn gap(self, other: Self) -> i32 {
        between(self.last, other.first).max(between(other.last, self.first)).max(0)
    }

    /// Days from the first day of this to that of a later one.
    pub fn first_gap(self, later: Self) -> i32 {
        between(self.first, later.first)
    }

    /// Days from the last day of this to the first of another; negative when the other is earlier.
    pub fn last_gap(self, other: Self) -> i32 {
        between(self.last, other.first)
    }

    /// The month of its first day, `2024-06`; none when it is longer than a month.
    pub fn month(self) -> Option<String> {
        (self.days() <= 31).then(|| format!("{:04}-{:02}", self.first.year(), self.first.month()))
    }
}

/// Seconds of a day without a time zone.
const SECONDS: i64 = 24 * 60 * 60;

fn between(from: Date, to: Date) -> i32 {
    // A duration of whole days: the calendar is not asked, as it would be for a span.
    i32::try_from(from.duration_until(to).as_secs() / SECONDS).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(value: &str) -> Interval {
        Interval::parse(value).unwrap()
    }

    #[test]
    fn reads_every_precision() {
        assert_eq!(interval("2024-06-19TAF"), interval("2024-06-19"));
        assert_eq!(interval("2024-02").days(), 29);
        assert_eq!(interval("199").first, date(1990, 1, 1));
        assert_eq!(interval("2023-09/2024-06").last, date(2024, 6, 30));
        assert_eq!(Interval::parse("PRESENT_REF"), None);
        assert_eq!(Interval::parse("2024-13-01"), None);
        assert_eq!(Interval::parse("2024-W25"), None);
    }

    #[test]
    fn gaps_count_days() {
        assert_eq!(interval("2024-06-19").gap(interval("2024-06-20")), 1);
        assert_eq!(interval("2024-06-25").gap(interval("2024-06-19")), 6);
        assert_eq!(interval("2024-06").gap(interval("2024-06-19")), 0);
    }
}
