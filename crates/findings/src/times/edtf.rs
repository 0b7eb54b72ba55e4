//! Values in EDTF (ISO 8601-2), which can say "about", "before", "some time in".

use tenkyo_model::{TimeKind, TimeMod};

/// The EDTF of a TIMEX3 value; `None` for lengths, repetitions and references.
pub(super) fn of(kind: TimeKind, value: &str, modifier: Option<TimeMod>) -> Option<String> {
    if !matches!(kind, TimeKind::Date | TimeKind::Time) || value.ends_with("_REF") || value.starts_with('P') {
        return None;
    }
    let (start, end) = match value.split_once('/') {
        Some((start, end)) => (start, Some(end)),
        None => (value, None),
    };
    let start = stretch(start)?;
    let plain = match end {
        Some(end) => format!("{}/{}", first(&start), last(&stretch(end)?)),
        None => start,
    };
    Some(modified(plain, modifier))
}

fn modified(plain: String, modifier: Option<TimeMod>) -> String {
    match modifier {
        // A qualifier belongs to a date: of an approximate clock time the day is what is sure.
        Some(TimeMod::Approx) if plain.contains('T') => {
            plain.split('/').filter_map(|p| p.split('T').next()).collect::<Vec<_>>().join("/")
        }
        Some(TimeMod::Approx) => plain.split('/').map(|p| format!("{p}~")).collect::<Vec<_>>().join("/"),
        Some(TimeMod::Before) => format!("../{}", first(&plain)),
        Some(TimeMod::After) => format!("{}/..", first(&plain)),
        Some(part @ (TimeMod::Start | TimeMod::Mid | TimeMod::End)) => third(&plain, part).unwrap_or(plain),
        _ => plain,
    }
}

fn first(stretch: &str) -> &str {
    stretch.split('/').next().unwrap_or(stretch)
}

fn last(stretch: &str) -> &str {
    stretch.rsplit('/').next().unwrap_or(stretch)
}

/// One value without its modifier.
fn stretch(value: &str) -> Option<String> {
    let (day, clock) = value.split_once('T').map_or((value, None), |(d, c)| (d, Some(c)));
    let digits = |s: &str| s.chars().all(|c| c.is_ascii_digit() || c == 'X');
    let plain = match day.split('-').collect::<Vec<_>>()[..] {
        [century] if century.len() == 2 && digits(century) => format!("{century}XX"),
        [decade] if decade.len() == 3 && digits(decade) => format!("{decade}X"),
        [year] if year.starts_with("FY") => fiscal(year)?,
        [year, half] if year.starts_with("FY") => fiscal_half(year, half)?,
        [year, part] if !digits(part) => part_of_year(year, part)?,
        [year, week, "WE"] => weekend(year, week)?,
        _ => day.to_owned(),
    };
    Some(match clock {
        Some(clock) if clock.len() == 5 => format!("{plain}T{clock}:00"),
        Some(clock) if clock.len() == 8 => format!("{plain}T{clock}"),
        _ => plain,
    })
}

fn fiscal(year: &str) -> Option<String> {
    let year: i32 = year.strip_prefix("FY")?.parse().ok()?;
    Some(format!("{year:04}-04/{:04}-03", year + 1))
}

fn fiscal_half(year: &str, half: &str) -> Option<String> {
    let year: i32 = year.strip_prefix("FY")?.parse().ok()?;
    Some(match half {
        "H1" => format!("{year:04}-04/{year:04}-09"),
        _ => format!("{year:04}-10/{:04}-03", year + 1),
    })
}

/// Saturday and Sunday.
fn weekend(year: &str, week: &str) -> Option<String> {
    let (year, week) = (year.parse().ok()?, week.strip_prefix('W')?.parse().ok()?);
    let day = |weekday| super::resolve::week_day(year, week, weekday);
    Some(format!("{}/{}", day(6)?, day(7)?))
}

/// Seasons, quarters and halves have numbers of their own in EDTF; a week is the days it has.
fn part_of_year(year: &str, part: &str) -> Option<String> {
    let code = match part {
        "SP" => 21,
        "SU" => 22,
        "FA" => 23,
        "WI" => 24,
        "Q1" => 33,
        "Q2" => 34,
        "Q3" => 35,
        "Q4" => 36,
        "H1" => 40,
        "H2" => 41,
        _ => return week(year, part),
    };
    Some(format!("{year}-{code}"))
}

fn week(year: &str, part: &str) -> Option<String> {
    let (year, week): (i16, i8) = (year.parse().ok()?, part.strip_prefix('W')?.parse().ok()?);
    let day = |w| jiff::civil::ISOWeekDate::new(year, week, w).ok().map(|d| d.date());
    Some(format!("{}/{}", day(jiff::civil::Weekday::Monday)?, day(jiff::civil::Weekday::Sunday)?))
}

/// The early, middle or late third of a month, year, decade or century.
fn third(plain: &str, part: TimeMod) -> Option<String> {
    let index = match part {
        TimeMod::Start => 0,
        TimeMod::Mid => 1,
        _ => 2,
    };
    let of = |bounds: [(i32, i32); 3]| bounds[index];
    Some(match (plain.len(), plain.strip_suffix('X').map(|p| p.trim_end_matches('X'))) {
        (4, Some(century)) if century.len() == 2 => {
            let (from, to) = of([(0, 33), (34, 66), (67, 99)]);
            format!("{century}{from:02}~/{century}{to:02}~")
        }
        (4, Some(decade)) if decade.len() == 3 => {
            let (from, to) = of([(0, 3), (4, 6), (7, 9)]);
            format!("{decade}{from}~/{decade}{to}~")
        }
        (4, None) => {
            let (from, to) = of([(1, 4), (5, 8), (9, 12)]);
            format!("{plain}-{from:02}~/{plain}-{to:02}~")
        }
        (7, None) => {
            let last = days_in(plain)?;
            let (from, to) = of([(1, 10), (11, 20), (21, last)]);
            format!("{plain}-{from:02}~/{plain}-{to:02}~")
        }
        _ => return None,
    })
}

fn days_in(month: &str) -> Option<i32> {
    let (year, month) = month.split_once('-')?;
    let first = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
    Some(first.days_in_month().into())
}

#[cfg(test)]
mod tests {
    use super::of;
    use tenkyo_model::{TimeKind, TimeMod};

    fn date(value: &str, modifier: Option<TimeMod>) -> String {
        of(TimeKind::Date, value, modifier).unwrap_or_default()
    }

    #[test]
    fn parts_of_years_and_weeks() {
        assert_eq!(date("FY2023-H2", None), "2023-10/2024-03");
        assert_eq!(date("2024-W24-WE", None), "2024-06-15/2024-06-16");
        assert_eq!(date("195/196", None), "195X/196X");
        assert_eq!(date("2024-SP", None), "2024-21");
    }

    #[test]
    fn modifiers() {
        assert_eq!(date("2003", Some(TimeMod::After)), "2003/..");
        assert_eq!(date("2024-05", Some(TimeMod::Approx)), "2024-05~");
        assert_eq!(
            of(TimeKind::Time, "2024-06-18T15:05", Some(TimeMod::Approx)).as_deref(),
            Some("2024-06-18")
        );
    }
}
