//! The years and months that partial dates leave open.

use super::point::{Point, date, week_day};
use super::story::{NEWS_DAYS, Story};
use crate::times::scan::Expression;
use crate::times::tense::{Outlook, outlook};
use tenkyo_lexicon::time::{Anchor, Season};

/// The year that the words state, outright or by a shift.
pub(super) fn stated(story: &Story<'_>, expression: &Expression) -> Option<i32> {
    let meaning = &expression.meaning;
    if let (Some(era), Some(year)) = (meaning.era, meaning.era_year) {
        return meaning.year.or(Some(era + year));
    }
    if let Some(short) = meaning.short_year {
        return Some(of_short(story, short, meaning.fiscal == Some(true)));
    }
    if let Some(shift) = meaning.year_shift {
        let base = match meaning.anchor {
            Some(Anchor::Mention) => story.last.and_then(|m| m.moment.point.year()).or(story.written.year),
            _ => story.written.year,
        };
        return base.map(|year| year + shift + i32::from(turn_ahead(story, expression)));
    }
    meaning.year
}

/// The latest year with these last two digits that is not far ahead. A fiscal year counts in the era of writing when that is nearer
/// (`20年度` written in 2008).
fn of_short(story: &Story<'_>, short: i32, fiscal: bool) -> i32 {
    let now = story.written.year.unwrap_or(NEWEST_SHORT_YEAR);
    let latest = now + SHORT_YEARS_AHEAD;
    let common = latest - (latest - short).rem_euclid(100);
    let era = story.written.year.map(|now| short + if now < REIWA { HEISEI_BEFORE } else { REIWA - 1 });
    match era.filter(|era| fiscal && (era - now).abs() < (common - now).abs()) {
        Some(era) => era,
        None => common,
    }
}

/// First year of the era that runs now, and the year before the first of the one that ended then.
const REIWA: i32 = 2019;
const HEISEI_BEFORE: i32 = 1988;

/// `年明け` is the turn of the year that lies ahead, unless the clause looks back on it.
fn turn_ahead(story: &Story<'_>, expression: &Expression) -> bool {
    expression.meaning.direction == Some(1)
        && match outlook(story.context, expression) {
            Outlook::Ahead | Outlook::Planned => true,
            Outlook::Back => false,
            Outlook::Open | Outlook::Once => story.written.month.is_some_and(|m| m > HALF_YEAR),
        }
}

/// Without a known year of writing, two digits up to this are of this century.
const NEWEST_SHORT_YEAR: i32 = 2030;

/// `30年` written in 2024 is 2030; `45年` is 1945.
const SHORT_YEARS_AHEAD: i32 = 16;

/// The month that the words state, with its year when a shift gives one.
pub(super) fn month(story: &Story<'_>, expression: &Expression) -> Option<(Option<i32>, i32)> {
    let meaning = &expression.meaning;
    if let Some(month) = meaning.month {
        return Some((None, month));
    }
    let shift = meaning.month_shift?;
    let written = (story.written.year, story.written.month);
    let (year, month) = match meaning.anchor {
        Some(Anchor::Mention) => match story.last.map(|m| m.moment.point) {
            Some(point) if point.month().is_some() => (point.year(), point.month()),
            _ => written,
        },
        _ => written,
    };
    let months = year? * 12 + month? - 1 + shift;
    Some((Some(months.div_euclid(12)), months.rem_euclid(12) + 1))
}

/// The year of a month (and day) without one.
pub(super) fn of_month(
    story: &Story<'_>,
    expression: &Expression,
    month: i32,
    day: Option<i32>,
) -> Option<i32> {
    if let Some(year) = inherited(story, expression) {
        return Some(year);
    }
    let (year, now) = (story.written.year?, story.written.month.unwrap_or(12));
    if let (Some(day), Some(weekday)) = (day, expression.meaning.weekday)
        && let Some(year) = by_weekday(year, month, day, weekday)
    {
        return Some(year);
    }
    let ahead = match day {
        Some(day) => (month, day) > (now, story.written.day.unwrap_or(31)),
        None => month > now,
    };
    let outlook = outlook(story.context, expression);
    Some(match outlook {
        Outlook::Planned if !ahead && now - month > PLANNED_LATE => year + 1,
        Outlook::Ahead | Outlook::Planned => year,
        Outlook::Back | Outlook::Open | Outlook::Once if !ahead => year,
        // A month that is still to come, told of as past, was last year; days may be off by a time zone, and of the month to come it is
        // told that it has been planned (`6月末の訪朝が決まっていた`).
        Outlook::Back if month == now || (day.is_none() && month == now + 1) => year,
        Outlook::Back => year - 1,
        Outlook::Open | Outlook::Once if month - now <= HALF_YEAR => year,
        Outlook::Open | Outlook::Once => year - 1,
    })
}

/// The year of a season without one: the nearest that the clause looks to.
pub(super) fn of_season(story: &Story<'_>, expression: &Expression, season: Season) -> Option<i32> {
    let (year, now) = (story.written.year?, story.written.month.unwrap_or(6));
    let (first, last) = match season {
        Season::Spring => (3, 5),
        Season::Summer => (6, 8),
        Season::Autumn => (9, 11),
        Season::Winter => (12, 12),
    };
    Some(match outlook(story.context, expression) {
        Outlook::Ahead | Outlook::Planned if last < now => year + 1,
        Outlook::Back if first > now => year - 1,
        _ => year,
    })
}

const HALF_YEAR: i32 = 6;

/// A plan for a month this long past is one for next year.
const PLANNED_LATE: i32 = 3;

/// The year in which the day falls on the weekday, the nearest before the year after `year`.
pub(in crate::times) fn by_weekday(year: i32, month: i32, day: i32, weekday: i32) -> Option<i32> {
    let fits = |y: &i32| {
        date(*y, month, day).is_some_and(|d| i32::from(d.weekday().to_monday_one_offset()) == weekday)
    };
    [year, year - 1, year + 1, year - 2, year - 3, year - 4, year - 5, year - 6].into_iter().find(fits)
}

/// A year that the sentence has named before, or the sentence before it together with a month.
fn inherited(story: &Story<'_>, expression: &Expression) -> Option<i32> {
    let since = since_then(story, expression);
    let here = story
        .recent(expression, 0)
        .filter(|_| !since)
        .and_then(|point| following_year(story, point, expression));
    let forward = |p: &Point| p.month().is_some_and(|m| expression.meaning.month.is_none_or(|own| m <= own));
    let before = || {
        story
            .recent(expression, 1)
            .filter(|p| forward(p) && !is_news(story, expression))
            .and_then(Point::year)
    };
    let other = |year: &i32| story.written.year.is_none_or(|now| *year != now);
    let only_year =
        || story.recent(expression, 0).filter(|p| matches!(p, Point::Year(_))).and_then(Point::year);
    here.or_else(before).filter(other).or_else(|| only_year().filter(|year| !other(year)))
}

/// Whether a day of the month lies so near the day of writing that it is news, whatever past the sentence before told of.
fn is_news(story: &Story<'_>, expression: &Expression) -> bool {
    let (Some(written), Some(month), Some(day)) =
        (story.written.date(), expression.meaning.month, expression.meaning.day)
    else {
        return false;
    };
    let days =
        |year: i32| date(year, month, day).and_then(|d| d.since(written).ok()).map(|s| s.get_days().abs());
    let year = i32::from(written.year());
    [year - 1, year, year + 1].into_iter().filter_map(days).any(|days| days <= NEWS_DAYS)
}

/// The year of a month that is told after `point`: the next one when the point lies late in its year and the month early.
fn following_year(story: &Story<'_>, point: Point, expression: &Expression) -> Option<i32> {
    let late = match point {
        Point::Year(_) if story.last.is_some_and(|m| m.late) => 12,
        _ => point.month().unwrap_or(1),
    };
    let month = expression.meaning.month.unwrap_or(12);
    let now = story.written.year.unwrap_or(i32::MAX);
    point.year().map(|year| if month < late && year < now { year + 1 } else { year })
}

/// Year and month of a day without either.
pub(super) fn of_day(story: &Story<'_>, expression: &Expression, day: i32) -> (Option<i32>, Option<i32>) {
    if let Some((year, month)) = apposed(story, expression, day) {
        return (Some(year), Some(month));
    }
    if let Some((year, month)) = running_month(story, expression, day) {
        return (year, Some(month));
    }
    let (Some(year), Some(month)) = (story.written.year, story.written.month) else {
        return (story.written.year, story.written.month);
    };
    let Some(today) = story.written.day else { return (Some(year), Some(month)) };
    let back = || if month == 1 { (Some(year - 1), Some(12)) } else { (Some(year), Some(month - 1)) };
    let next = || if month == 12 { (Some(year + 1), Some(1)) } else { (Some(year), Some(month + 1)) };
    let outlook = outlook(story.context, expression);
    let exists = date(year, month, day).is_some();
    match outlook {
        Outlook::Ahead | Outlook::Planned if !exists => next(),
        _ if !exists => back(),
        Outlook::Planned if today - day > WELL_BEFORE => next(),
        Outlook::Ahead | Outlook::Planned | Outlook::Once => (Some(year), Some(month)),
        _ if day <= today => (Some(year), Some(month)),
        // The day after writing: another zone, or a report printed early.
        _ if day == today + 1 => (Some(year), Some(month)),
        Outlook::Open if day <= today + SOON => (Some(year), Some(month)),
        _ => back(),
    }
}

/// Without a verb that tells, a day that comes this soon is meant rather than one weeks ago.
const SOON: i32 = 7;

/// The month of a day that says again what stands before it: `前日の12日`, `1週間前の11日`.
fn apposed(story: &Story<'_>, expression: &Expression, day: i32) -> Option<(i32, i32)> {
    let last = story.last?;
    let between = &story.context.article.text[last.span.end as usize..expression.span.start as usize];
    story.context.lexicon.time.cues.apposition.iter().find(|w| between == w.as_str())?;
    let near = match last.moment.point {
        Point::Week(year, week) => week_day(year, week, 4)?,
        point @ Point::Day { .. } => point.date()?,
        _ => return None,
    };
    let months = [0, -1, 1].into_iter().filter_map(|m| {
        let all = i32::from(near.year()) * 12 + i32::from(near.month()) - 1 + m;
        let (year, month) = (all.div_euclid(12), all.rem_euclid(12) + 1);
        Some((date(year, month, day)?.since(near).ok()?.get_days().abs(), (year, month)))
    });
    months.min().map(|(_, month)| month)
}

/// Days before today at which a day that lies ahead must be of the next month.
const WELL_BEFORE: i32 = 10;

/// The month that the same or the last sentences have named, moved on when the days run over its end.
fn running_month(story: &Story<'_>, expression: &Expression, day: i32) -> Option<(Option<i32>, i32)> {
    let fits = |p: &Point| {
        p.date().is_some() && !since_then(story, expression) && !is_told_ahead(story, *p, expression, day)
    };
    let here = story.recent(expression, 0).filter(fits);
    let last =
        here.or_else(|| story.recent(expression, 2).filter(|p| goes_on(story, *p, expression, day)))?;
    let (year, month) = (last.year(), last.month()?);
    let Point::Day { day: before, .. } = last else { return Some((year, month)) };
    if day + RUN_OVER < before {
        return Some(if month == 12 { (year.map(|y| y + 1), 1) } else { (year, month + 1) });
    }
    Some((year, month))
}

/// Whether a day of the month of `point` lies ahead or does not exist, though the clause looks back: `来月13日に始まる大会の番付が31日に発表された`.
fn is_told_ahead(story: &Story<'_>, point: Point, expression: &Expression, day: i32) -> bool {
    let (Some(year), Some(month), Some(today)) = (point.year(), point.month(), story.written.date()) else {
        return false;
    };
    let turns = point.date().is_some_and(|d| day + RUN_OVER < i32::from(d.day()));
    let looks_back = || outlook(story.context, expression) == Outlook::Back;
    match date(year, month, day) {
        Some(date) => !turns && date > today && looks_back(),
        None => true,
    }
}

/// Whether `以来` stands between the last date and the expression: what follows is no longer told of that time.
fn since_then(story: &Story<'_>, expression: &Expression) -> bool {
    story.last.is_some_and(|last| {
        let between = &story.context.article.text[last.span.start as usize..expression.span.start as usize];
        story.context.lexicon.time.cues.since_then.iter().any(|w| between.contains(w.as_str()))
    })
}

/// A range that begins this many days later in the month than it ends runs into the next one.
const RUN_OVER: i32 = 15;

/// Whether `day` goes on with the story of a day that is history, or with what is planned as long as the clauses look ahead.
fn goes_on(story: &Story<'_>, point: Point, expression: &Expression, day: i32) -> bool {
    let Point::Day { day: before, .. } = point else { return false };
    let coming = story.written.date() < point.date();
    let ahead = || matches!(outlook(story.context, expression), Outlook::Ahead | Outlook::Planned);
    point.date().is_some()
        && is_history(story, point)
        && (before + 1..=before + RUN_OVER).contains(&day)
        && (!coming || ahead())
}

/// Whether a point lies so far from the day of writing that days after it belong to its month.
fn is_history(story: &Story<'_>, point: Point) -> bool {
    let (Some(year), Some(month), Some(now)) = (point.year(), point.month(), story.written.about()) else {
        return false;
    };
    let months = (i32::from(now.year()) - year) * 12 + i32::from(now.month()) - month;
    !(0..=1).contains(&months)
}
