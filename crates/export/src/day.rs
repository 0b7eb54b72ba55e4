//! The calendar days that a date of the ledger covers.

use jiff::civil::Date;

/// The first and the last day that a date covers: an ISO day, month or year, or an interval of them. Neither where the value
/// is none of these, and the open end of an interval is left out.
pub(crate) fn bounds(value: Option<&str>) -> [Option<Date>; 2] {
    let Some(value) = value else { return [None; 2] };
    match value.split_once('/') {
        Some((from, to)) => [covered(from).map(|d| d[0]), covered(to).map(|d| d[1])],
        None => covered(value).map_or([None; 2], |d| d.map(Some)),
    }
}

fn covered(value: &str) -> Option<[Date; 2]> {
    let day = value.split_once('T').map_or(value, |(day, _)| day);
    let mut parts = day.split('-').map(str::parse::<i16>);
    let year = parts.next()?.ok()?;
    let small = |part: Option<Result<i16, _>>| part.map(|n| n.ok().and_then(|n| i8::try_from(n).ok()));
    match (small(parts.next()), small(parts.next())) {
        (None, _) => Some([Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?]),
        (Some(month), None) => {
            let first = Date::new(year, month?, 1).ok()?;
            Some([first, first.last_of_month()])
        }
        (Some(month), Some(day)) => Date::new(year, month?, day?).ok().map(|day| [day, day]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_what_the_precision_says() {
        let shown = |value| bounds(Some(value)).map(|d| d.map(|d| d.to_string()).unwrap_or_default());
        assert_eq!(shown("2024-02"), ["2024-02-01", "2024-02-29"]);
        assert_eq!(shown("2023"), ["2023-01-01", "2023-12-31"]);
        assert_eq!(shown("2023-09-13TAF"), ["2023-09-13", "2023-09-13"]);
        assert_eq!(shown("2023-08/2023-09-13"), ["2023-08-01", "2023-09-13"]);
        assert_eq!(shown("2023-13"), ["", ""]);
        assert_eq!(shown("P3D"), ["", ""]);
    }
}
