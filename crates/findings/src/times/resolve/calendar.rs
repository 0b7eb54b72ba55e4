//! Points of the calendar and the clock.

use super::Value;
use super::point::{Clock, Moment, Point, week_day};
use super::story::Story;
use super::years;
use crate::times::scan::Expression;
use crate::times::tense::{Outlook, outlook};
use jiff::{Span, civil::Date};
use tenkyo_lexicon::time::{Anchor, Meaning, Part};
use tenkyo_model::TimeKind;

/// The value of a calendar expression; the story takes note of it.
pub(super) fn calendar(story: &mut Story<'_>, expression: &Expression) -> Option<Value> {
    let meaning = &expression.meaning;
    let Some(point) = point(story, expression) else { return unknown(meaning) };
    let (point, clock) = clock(story, expression, point);
    let moment = Moment { point, clock };
    let kind = if clock == Clock::None { TimeKind::Date } else { TimeKind::Time };
    let text = match end(meaning, point) {
        Some(end) => format!("{moment}/{}", Moment { point: end, clock: end_clock(meaning, clock) }),
        None => moment.to_string(),
    };
    story.mention(expression, moment);
    Some(Value::new(kind, text))
}

/// The shape of a value of which nothing is known, as the day of writing is not.
fn unknown(meaning: &Meaning) -> Option<Value> {
    let text = match meaning {
        Meaning { weekday: Some(day), .. } => format!("XXXX-WXX-{day}"),
        Meaning { week_shift: Some(_), .. } | Meaning { weekend: Some(true), .. } => "XXXX-WXX".to_owned(),
        Meaning { year_shift: Some(_), .. } => "XXXX".to_owned(),
        _ => return None,
    };
    Some(Value::new(TimeKind::Date, text))
}

/// The day or longer stretch, from the most exact part that the words state.
fn point(story: &Story<'_>, expression: &Expression) -> Option<Point> {
    let meaning = &expression.meaning;
    if let Some(century) = meaning.century {
        return Some(Point::Century(century));
    }
    if let Some(shift) = meaning.century_shift {
        return Some(Point::Century((story.written.year? - 1) / 100 + 1 + shift));
    }
    if let Some(decade) = meaning.decade {
        let start = meaning.era.unwrap_or(1900);
        return Some(Point::Decade(if decade < 100 { start + decade } else { decade }));
    }
    if let Some(shift) = meaning.day_shift {
        return Some(shifted_day(story, expression, shift));
    }
    if meaning.week_shift.is_some() || meaning.weekend == Some(true) {
        return week(story, expression);
    }
    if let Some(day) = meaning.day {
        return Some(day_of_month(story, expression, day));
    }
    if meaning.weekday.is_some() {
        return weekday(story, expression);
    }
    if let Some((year, month)) = years::month(story, expression) {
        let year = years::stated(story, expression).or(year);
        return Some(Point::Month(year.or_else(|| years::of_month(story, expression, month, None)), month));
    }
    year(story, expression)
}

/// Years and their parts; the running day when only the clock is named.
fn year(story: &Story<'_>, expression: &Expression) -> Option<Point> {
    let meaning = &expression.meaning;
    let stated = years::stated(story, expression);
    if meaning.fiscal == Some(true) {
        return Some(fiscal(story, meaning, stated?));
    }
    let or_now = stated.or(story.written.year);
    match meaning {
        Meaning { quarter: Some(quarter), .. } => Some(Point::Quarter(or_now, *quarter)),
        Meaning { half: Some(half), .. } => Some(Point::Half(or_now, *half)),
        Meaning { season: Some(season), .. } => {
            let year = stated.or_else(|| years::of_season(story, expression, *season));
            Some(Point::Season(year, *season))
        }
        Meaning { hour: Some(_), .. } | Meaning { minute: Some(_), .. } | Meaning { part: Some(_), .. }
            if stated.is_none() =>
        {
            Some(story.running(expression).unwrap_or(Point::Unknown))
        }
        _ => stated.map(Point::Year),
    }
}

/// `今年度` runs from April: in January to March it is that of the year before.
fn fiscal(story: &Story<'_>, meaning: &Meaning, stated: i32) -> Point {
    let early = meaning.year_shift.is_some()
        && meaning.anchor != Some(Anchor::Mention)
        && story.written.month.is_some_and(|m| m < 4);
    let year = stated - i32::from(early);
    meaning.half.map_or(Point::FiscalYear(year), |half| Point::FiscalHalf(year, half))
}

fn shifted_day(story: &Story<'_>, expression: &Expression, shift: i32) -> Point {
    let anchor = expression.meaning.anchor.unwrap_or(Anchor::Speech);
    match story.day(anchor, expression).and_then(|day| plus_days(day, shift)) {
        Some(day) => Point::of_date(day),
        None => match (story.written.year, story.written.month) {
            (year, Some(month)) => Point::Month(year, month),
            (Some(year), None) => Point::Year(year),
            _ => Point::Unknown,
        },
    }
}

/// A day of the month with its month and year as far as they are known.
fn day_of_month(story: &Story<'_>, expression: &Expression, day: i32) -> Point {
    let stated = years::stated(story, expression);
    match years::month(story, expression) {
        Some((year, month)) => {
            let year = stated.or(year).or_else(|| years::of_month(story, expression, month, Some(day)));
            Point::Day { year, month: Some(month), day }
        }
        None => {
            let (year, month) = years::of_day(story, expression, day);
            Point::Day { year, month, day }
        }
    }
}

fn week(story: &Story<'_>, expression: &Expression) -> Option<Point> {
    let meaning = &expression.meaning;
    let base = match meaning.anchor {
        Some(Anchor::Mention) => story.day(Anchor::Mention, expression),
        _ => story.written.about(),
    }?;
    let ahead =
        i32::from(meaning.direction == Some(1) && outlook(story.context, expression) != Outlook::Back);
    let day = plus_days(base, 7 * (meaning.week_shift.unwrap_or(0) + ahead))?;
    let Point::Week(year, week) = Point::week_of(day) else { return None };
    if let Some(weekday) = meaning.weekday {
        return week_day(year, week, weekday).map(Point::of_date);
    }
    Some(if meaning.weekend == Some(true) { Point::Weekend(year, week) } else { Point::Week(year, week) })
}

/// The nearest day of that name: before the day of writing, or after it when the clause looks ahead.
fn weekday(story: &Story<'_>, expression: &Expression) -> Option<Point> {
    let weekday = expression.meaning.weekday?;
    let today = story.written.date()?;
    let back = (i32::from(today.weekday().to_monday_one_offset()) - weekday).rem_euclid(7);
    let shift = match outlook(story.context, expression) {
        Outlook::Ahead | Outlook::Planned if back > 0 => 7 - back,
        _ => -back,
    };
    plus_days(today, shift).map(Point::of_date)
}

/// `day` moved by whole days; `None` outside the calendar.
pub(super) fn plus_days(day: Date, days: i32) -> Option<Date> {
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The clock of an expression, and its day, which an hour past midnight moves on.
fn clock(story: &Story<'_>, expression: &Expression, point: Point) -> (Point, Clock) {
    let meaning = &expression.meaning;
    let Some(hour) = meaning.hour.or_else(|| running_hour(story, expression)) else {
        return (point, meaning.part.map_or(Clock::None, Clock::Part));
    };
    let half = if meaning.half_hour == Some(true) { 30 } else { 0 };
    let minute = meaning.minute.unwrap_or(half);
    let hour = in_day(hour, meaning.clock_part.or(meaning.part));
    let hour = if is_carried_on(story, expression, hour) { hour + 12 } else { hour };
    let clock = |hour| Clock::Time { hour, minute, second: meaning.second };
    match point.date().and_then(|day| plus_days(day, 1)) {
        Some(next) if hour > 24 || (hour == 24 && minute > 0) => (Point::of_date(next), clock(hour - 24)),
        _ => (point, clock(hour)),
    }
}

/// `同48分`: the hour of the clock time before.
fn running_hour(story: &Story<'_>, expression: &Expression) -> Option<i32> {
    expression.meaning.minute?;
    story.last_clock(expression).map(|(hour, _)| hour)
}

/// Whether an hour that does not say so lies in the afternoon, as the clock time before it does, or lies behind it only then:
/// `午後3時に始まり、5時半に終わった`.
fn is_carried_on(story: &Story<'_>, expression: &Expression, hour: i32) -> bool {
    let meaning = &expression.meaning;
    let bare = meaning.clock_part.is_none() && meaning.part.is_none() && meaning.day.is_none();
    let told = meaning.hour.is_some() && (1..12).contains(&hour) && bare;
    told && story.last_clock(expression).is_some_and(|(before, halved)| {
        halved && before < 24 && hour < before && (hour + 12 >= before || before < 12)
    })
}

/// The hour of 24 that `午後`, `夜` and the like make of an hour.
fn in_day(hour: i32, part: Option<Part>) -> i32 {
    match part {
        Some(Part::Afternoon | Part::Evening) if hour < 12 => hour + 12,
        Some(Part::Night) if (5..12).contains(&hour) => hour + 12,
        _ => hour,
    }
}

/// The last day, month or year of a range that shares a unit.
fn end(meaning: &Meaning, start: Point) -> Option<Point> {
    match start {
        Point::Day { year, month, .. } => {
            let day = meaning.end_day.or(meaning.end_hour.and(point_day(start)))?;
            Some(Point::Day { year, month, day })
        }
        Point::Month(year, month) => {
            let end = meaning.end_month?;
            Some(Point::Month(year.map(|y| if end < month { y + 1 } else { y }), end))
        }
        Point::Year(year) => meaning.end_year.map(|end| Point::Year(full(end, year))),
        Point::FiscalYear(year) => meaning.end_year.map(|end| Point::FiscalYear(full(end, year))),
        Point::Decade(year) => meaning.end_decade.map(|end| Point::Decade(full(end, year))),
        Point::Century(_) => meaning.end_century.map(Point::Century),
        _ => None,
    }
}

/// A year with the digits that it shares with the `first` of its range.
fn full(end: i32, first: i32) -> i32 {
    let round = if end < 10 { 10 } else { 100 };
    if end < 100 { first - first % round + end } else { end }
}

fn point_day(point: Point) -> Option<i32> {
    match point {
        Point::Day { day, .. } => Some(day),
        _ => None,
    }
}

fn end_clock(meaning: &Meaning, start: Clock) -> Clock {
    match (meaning.end_hour, start) {
        (Some(hour), Clock::Time { .. }) => {
            Clock::Time { hour: in_day(hour, meaning.clock_part), minute: 0, second: None }
        }
        _ => Clock::None,
    }
}
