//! Lengths from an anchor: `9カ月前`, `3日後`.

use super::Value;
use super::calendar::plus_days;
use super::length;
use super::point::{Clock, Moment, Point};
use super::story::Story;
use crate::times::scan::Expression;
use crate::times::tense::{Outlook, outlook};
use jiff::{ToSpan, civil::Date};
use tenkyo_lexicon::time::{Number, Unit, Vague};
use tenkyo_model::TimeKind;

/// The value of a shift: a date at the precision of its unit. Below a day without a clock to count from, the length itself.
pub(super) fn shift(story: &mut Story<'_>, expression: &Expression) -> Option<Value> {
    let meaning = &expression.meaning;
    let (unit, amount, direction) = (meaning.unit?, meaning.amount?, meaning.direction?);
    if amount.vague != Vague::Exact {
        // Told of the past, `数時間後` counts from an event: all that is known is its length.
        if direction > 0 && clause_outlook(story, expression) == Outlook::Back {
            return length::duration(meaning);
        }
        let text = if direction < 0 { "PAST_REF" } else { "FUTURE_REF" };
        return Some(Value::new(TimeKind::Date, text.to_owned()));
    }
    if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
        return clock_shift(story, expression, unit, amount, direction).or_else(|| length::duration(meaning));
    }
    let base = base(story, expression, direction)?;
    let months = months(unit, amount.value, meaning.and_half == Some(true)).map(|m| m * direction);
    let point = match (unit, months) {
        (Unit::Month, Some(months)) => plus_months(base, months).map(|(y, m)| Point::Month(Some(y), m))?,
        (_, Some(months)) => Point::Year(plus_months(base, months)?.0),
        (Unit::Week, None) => Point::week_of(plus_days(base, 7 * amount.value as i32 * direction)?),
        _ => Point::of_date(plus_days(base, amount.value as i32 * direction)?),
    };
    let moment = Moment { point, clock: Clock::None };
    story.mention(expression, moment);
    Some(Value::new(TimeKind::Date, moment.to_string()))
}

/// What a shift counts from: the day of writing, but for `後` a date that the sentence or the one before it has named.
fn base(story: &Story<'_>, expression: &Expression, direction: i32) -> Option<Date> {
    let recent = || match story.recent(expression, 1)? {
        Point::Year(year) => super::point::date(year, 7, 1),
        Point::Month(Some(year), month) => super::point::date(year, month, 15),
        point => point.date(),
    };
    let named = if direction > 0 { recent() } else { None };
    let event = story.event_day(expression);
    event
        .or(named)
        .or_else(|| story.written.about())
        .or_else(|| super::point::date(story.written.year?, 7, 1))
}

/// The outlook of the clause, without the direction of the shift itself.
fn clause_outlook(story: &Story<'_>, expression: &Expression) -> Outlook {
    let mut plain = *expression;
    plain.meaning.direction = None;
    outlook(story.context, &plain)
}

fn clock_shift(
    story: &mut Story<'_>,
    expression: &Expression,
    unit: Unit,
    amount: Number,
    direction: i32,
) -> Option<Value> {
    let near =
        |m: &super::story::Mention| m.block == expression.block && m.sentence + 1 >= expression.sentence;
    let moment = story.last.filter(near)?.moment;
    let Clock::Time { hour, minute, .. } = moment.clock else { return None };
    let (day, hour, minute) = (moment.point.date()?, i8::try_from(hour).ok()?, i8::try_from(minute).ok()?);
    let seconds = amount.value
        * if unit == Unit::Hour {
            3600.0
        } else if unit == Unit::Minute {
            60.0
        } else {
            1.0
        };
    let then = day
        .at(hour % 24, minute, 0, 0)
        .checked_add((seconds as i64 * i64::from(direction)).seconds())
        .ok()?;
    let clock = Clock::Time { hour: then.hour().into(), minute: then.minute().into(), second: None };
    let moment = Moment { point: Point::of_date(then.date()), clock };
    story.mention(expression, moment);
    Some(Value::new(TimeKind::Time, moment.to_string()))
}

/// The months of a shift by years or months.
fn months(unit: Unit, amount: f64, and_half: bool) -> Option<i32> {
    let per = match unit {
        Unit::Century => 1200.0,
        Unit::Decade => 120.0,
        Unit::Year => 12.0,
        Unit::Quarter => 3.0,
        Unit::Month => 1.0,
        _ => return None,
    };
    Some(((amount + if and_half { 0.5 } else { 0.0 }) * per) as i32)
}

fn plus_months(base: Date, months: i32) -> Option<(i32, i32)> {
    let all = (i32::from(base.year()) * 12 + i32::from(base.month()) - 1).checked_add(months)?;
    (0..120_000).contains(&all).then(|| (all.div_euclid(12), all.rem_euclid(12) + 1))
}
