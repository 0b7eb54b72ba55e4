//! Dates as a filter takes them: a year, a month or a day.

use serde::Deserialize;
use std::borrow::Cow;
use std::str::FromStr;

/// `2024`, `2024-06` or `2024-06-19`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "String")]
#[schema(value_type = String, pattern = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", examples("2024-06"))]
pub struct Date(String);

impl Date {
    /// The date as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `date` (a day, month, year or interval) ends on or after this one, at the precision of the coarser of the two.
    pub fn is_reached_by(&self, date: &str) -> bool {
        let last = date.split_once('/').map_or(date, |(_, last)| last);
        coarser(last, &self.0).is_ge()
    }

    /// Whether `date` begins on or before this one, at the precision of the coarser of the two.
    pub fn is_not_before(&self, date: &str) -> bool {
        let first = date.split_once('/').map_or(date, |(first, _)| first);
        coarser(first, &self.0).is_le()
    }
}

fn coarser(a: &str, b: &str) -> std::cmp::Ordering {
    let len = a.len().min(b.len());
    a.get(..len).cmp(&b.get(..len))
}

impl FromStr for Date {
    type Err = &'static str;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        is_date(value).then(|| Self(value.to_owned())).ok_or("write 2024, 2024-06 or 2024-06-19")
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(value: String) -> Result<Self, Self::Error> {
        value.parse()
    }
}

fn is_date(value: &str) -> bool {
    let between = |part: &str, last: u32| part.parse().is_ok_and(|n: u32| (1..=last).contains(&n));
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let month = |part: &str| digits(part, 2) && between(part, 12);
    let day = |part: &str| digits(part, 2) && between(part, 31);
    match value.split('-').collect::<Vec<_>>()[..] {
        [y] => digits(y, 4),
        [y, m] => digits(y, 4) && month(m),
        [y, m, d] => digits(y, 4) && month(m) && day(d),
        _ => false,
    }
}

impl schemars::JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
        schemars::json_schema!({ "type": "string", "pattern": pattern, "description": "2024, 2024-06 or 2024-06-19" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dates_are_dates() {
        for date in ["2024", "2024-06", "2024-06-19", "0000"] {
            assert!(date.parse::<Date>().is_ok(), "{date}");
        }
        for no_date in
            ["", "24", "2024-6", "2024-13", "2024-06-00", "2024-06-19-1", "２０２４", "2024-06-19 "]
        {
            assert!(no_date.parse::<Date>().is_err(), "{no_date}");
        }
    }

    #[test]
    fn the_coarser_precision_decides() {
        let (from, to): (Date, Date) = ("2023-09".parse().unwrap(), "2023-09-13".parse().unwrap());
        for within in ["2023", "2023-09", "2023-09-13", "2023-09-13TAF", "2022/2023-10"] {
            assert!(from.is_reached_by(within) && to.is_not_before(within), "{within}");
        }
        for beyond in ["2023-09-14", "2022", "2023-10/2023-11"] {
            assert!(!(from.is_reached_by(beyond) && to.is_not_before(beyond)), "{beyond}");
        }
    }
}
