//! Points and stretches of the calendar, as exact as they are known, with their TIMEX3 values.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use std::fmt;
use tenkyo_lexicon::time::{Part, Season};

/// A stretch of the calendar. An absent year or month is unknown and written `XXXX` or `XX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Point {
    Century(i32),
    Decade(i32),
    Year(i32),
    FiscalYear(i32),
    FiscalHalf(i32, i32),
    Half(Option<i32>, i32),
    Quarter(Option<i32>, i32),
    Season(Option<i32>, Season),
    Month(Option<i32>, i32),
    Week(i32, i32),
    Weekend(i32, i32),
    Day {
        year: Option<i32>,
        month: Option<i32>,
        day: i32,
    },
    /// A day of which nothing is known.
    Unknown,
}

/// A point with what is said of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) struct Moment {
    pub(in crate::times) point: Point,
    pub(in crate::times) clock: Clock,
}

/// What is said of the time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Clock {
    None,
    Part(Part),
    Time { hour: i32, minute: i32, second: Option<i32> },
}

impl Point {
    pub(in crate::times) fn of_date(date: Date) -> Self {
        Self::Day { year: Some(date.year().into()), month: Some(date.month().into()), day: date.day().into() }
    }

    pub(in crate::times) fn week_of(date: Date) -> Self {
        let week = date.iso_week_date();
        Self::Week(week.year().into(), week.week().into())
    }

    /// The day, when it is one and known.
    pub(in crate::times) fn date(self) -> Option<Date> {
        match self {
            Self::Day { year: Some(y), month: Some(m), day } => date(y, m, day),
            _ => None,
        }
    }

    pub(in crate::times) fn year(self) -> Option<i32> {
        match self {
            Self::Year(y)
            | Self::FiscalYear(y)
            | Self::FiscalHalf(y, _)
            | Self::Week(y, _)
            | Self::Weekend(y, _) => Some(y),
            Self::Half(y, _) | Self::Quarter(y, _) | Self::Season(y, _) | Self::Month(y, _) => y,
            Self::Day { year, .. } => year,
            Self::Century(_) | Self::Decade(_) | Self::Unknown => None,
        }
    }

    pub(in crate::times) fn month(self) -> Option<i32> {
        match self {
            Self::Month(_, m) => Some(m),
            Self::Day { month, .. } => month,
            _ => None,
        }
    }
}

/// A calendar day; `None` for one that does not exist.
pub(in crate::times) fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    let (year, month, day) = (year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
    Date::new(year, month, day).ok()
}

/// A day of an ISO week, 1 for Monday.
pub(in crate::times) fn week_day(year: i32, week: i32, weekday: i32) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday.try_into().ok()?).ok()?;
    Some(ISOWeekDate::new(year.try_into().ok()?, week.try_into().ok()?, weekday).ok()?.date())
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Century(c) => write!(f, "{:02}", c - 1),
            Self::Decade(y) => write!(f, "{:03}", y / 10),
            Self::Year(y) => write!(f, "{y:04}"),
            Self::FiscalYear(y) => write!(f, "FY{y:04}"),
            Self::FiscalHalf(y, h) => write!(f, "FY{y:04}-H{h}"),
            Self::Half(y, h) => year(f, y).and_then(|()| write!(f, "-H{h}")),
            Self::Quarter(y, q) => year(f, y).and_then(|()| write!(f, "-Q{q}")),
            Self::Season(y, s) => year(f, y).and_then(|()| write!(f, "-{}", season(s))),
            Self::Month(y, m) => year(f, y).and_then(|()| write!(f, "-{m:02}")),
            Self::Week(y, w) => write!(f, "{y:04}-W{w:02}"),
            Self::Weekend(y, w) => write!(f, "{y:04}-W{w:02}-WE"),
            Self::Day { year: y, month: Some(m), day } => {
                year(f, y).and_then(|()| write!(f, "-{m:02}-{day:02}"))
            }
            Self::Day { year: y, month: None, day } => year(f, y).and_then(|()| write!(f, "-XX-{day:02}")),
            Self::Unknown => write!(f, "XXXX-XX-XX"),
        }
    }
}

fn year(f: &mut fmt::Formatter<'_>, year: Option<i32>) -> fmt::Result {
    match year {
        Some(year) => write!(f, "{year:04}"),
        None => write!(f, "XXXX"),
    }
}

fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.point)?;
        match self.clock {
            Clock::None => Ok(()),
            Clock::Part(part) => write!(f, "T{}", part_name(part)),
            Clock::Time { hour, minute, second: None } => write!(f, "T{hour:02}:{minute:02}"),
            Clock::Time { hour, minute, second: Some(s) } => write!(f, "T{hour:02}:{minute:02}:{s:02}"),
        }
    }
}

/// The name of a part of the day in TIMEX3.
pub(super) fn part_name(part: Part) -> &'static str {
    match part {
        Part::Morning => "MO",
        Part::Midday => "MI",
        Part::Afternoon => "AF",
        Part::Evening => "EV",
        Part::Night | Part::SmallHours => "NI",
        Part::Daytime => "DT",
    }
}
