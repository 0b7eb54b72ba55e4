//! A date as exactly as it is known.

use crate::times::resolve::date;

/// A date as exactly as it is known; ordered by year, month, day, the unknown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bound {
    pub(super) year: i32,
    pub(super) month: Option<i32>,
    pub(super) day: Option<i32>,
}

impl Bound {
    /// Reads ISO 8601: a year, month or day.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(|p| p.parse().ok());
        let year = parts.next().flatten()?;
        Some(Self { year, month: parts.next().flatten(), day: parts.next().flatten() })
    }

    /// Whether it certainly lies before `other`.
    pub(super) fn lies_before(self, other: Self) -> bool {
        let months = self.month.zip(other.month);
        let days = self.day.zip(other.day);
        match (self.year.cmp(&other.year), months.map(|(a, b)| a.cmp(&b)), days.map(|(a, b)| a.cmp(&b))) {
            (std::cmp::Ordering::Equal, Some(std::cmp::Ordering::Equal), Some(days)) => days.is_lt(),
            (std::cmp::Ordering::Equal, Some(months), _) => months.is_lt(),
            (years, _, _) => years.is_lt(),
        }
    }

    /// Whether both name the same month of the same year.
    pub(super) fn same_month(self, other: Self) -> bool {
        self.year == other.year && self.month.is_some() && self.month == other.month
    }

    /// ISO 8601, as exact as it is known and possible.
    pub(super) fn value(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) if date(self.year, month, day).is_some() => {
                format!("{:04}-{month:02}-{day:02}", self.year)
            }
            (Some(month), _) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }
}
