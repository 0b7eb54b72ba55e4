//! Machine-readable moments as dates.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{TimeZone, offset};

/// Hours by which Japan is ahead of UTC.
const JAPAN: i8 = 9;

/// The day in Japan of a moment with an offset; the day as written for one without; a month or year as it stands.
pub(super) fn japan_date(moment: &str) -> Option<String> {
    let moment = moment.trim();
    if let Ok(at) = moment.parse::<Timestamp>() {
        return Some(TimeZone::fixed(offset(JAPAN)).to_datetime(at).date().to_string());
    }
    let local = moment.parse::<DateTime>().map(|at| at.date());
    let written = local.or_else(|_| moment.get(..10).unwrap_or_default().replace('/', "-").parse::<Date>());
    written.ok().map(|date| date.to_string()).or_else(|| coarse(moment))
}

/// `2024-06` or `2024`.
fn coarse(moment: &str) -> Option<String> {
    let digits = moment.bytes().enumerate().all(|(i, b)| if i == 4 { b == b'-' } else { b.is_ascii_digit() });
    (digits && matches!(moment.len(), 4 | 7)).then(|| moment.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_become_days_of_japan() {
        assert_eq!(japan_date("2024-06-18T22:30:00Z").as_deref(), Some("2024-06-19"));
        assert_eq!(japan_date("2024-06-19T07:30:00+09:00").as_deref(), Some("2024-06-19"));
        assert_eq!(japan_date("2024-06-19T23:59").as_deref(), Some("2024-06-19"));
        assert_eq!(japan_date("2024/06/19 10:00").as_deref(), Some("2024-06-19"));
        assert_eq!(japan_date("2024-06").as_deref(), Some("2024-06"));
        assert_eq!(japan_date("yesterday"), None);
    }
}
