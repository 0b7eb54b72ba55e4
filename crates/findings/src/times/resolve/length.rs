//! Lengths and repetitions as ISO 8601 periods.

use super::Value;
use super::point::part_name;
use tenkyo_lexicon::time::{Meaning, Number, Season, Unit, Vague};
use tenkyo_model::TimeKind;

/// `P4Y`, `PT2H30M`, `PXY`; both ends of a range with a slash between.
pub(super) fn duration(meaning: &Meaning) -> Option<Value> {
    let first = period(meaning, meaning.amount?)?;
    let text = match meaning.end_amount {
        Some(end) => format!("{first}/{}", period(meaning, end)?),
        None => first,
    };
    Some(Value::new(TimeKind::Duration, text))
}

/// `P1W`, `XXXX-08`, `XXXX-WXX-5`, `P1DTMO`.
pub(super) fn set(meaning: &Meaning) -> Option<Value> {
    let text = match meaning {
        Meaning { month: Some(m), day: Some(d), .. } => format!("XXXX-{m:02}-{d:02}"),
        Meaning { month: Some(m), .. } => format!("XXXX-{m:02}"),
        Meaning { day: Some(d), .. } => format!("XXXX-XX-{d:02}"),
        Meaning { weekday: Some(w), .. } => format!("XXXX-WXX-{w}"),
        Meaning { part: Some(part), .. } => format!("XXXX-XX-XXT{}", part_name(*part)),
        Meaning { season: Some(season), .. } => format!("XXXX-{}", season_name(*season)),
        _ => {
            let one = Number { value: 1.0, vague: Vague::Exact };
            period(meaning, meaning.amount.unwrap_or(one))?
        }
    };
    Some(Value::new(TimeKind::Set, text))
}

fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// More centuries than these are a century by its number.
const MOST_CENTURIES: f64 = 10.0;

/// One period. A half becomes the next smaller unit where that is whole (`P2Y6M`).
pub(super) fn period(meaning: &Meaning, amount: Number) -> Option<String> {
    let unit = meaning.unit.filter(|u| *u != Unit::Century || amount.value <= MOST_CENTURIES)?;
    let (mut days, mut clock) = (String::new(), String::new());
    put(amount, unit, &mut days, &mut clock);
    if meaning.and_half == Some(true) {
        match half(unit) {
            Some((value, smaller)) => put(exact(value), smaller, &mut days, &mut clock),
            None => return period_with_decimal(amount, unit),
        }
    }
    if let (Some(amount), Some(unit)) = (meaning.minor_amount, meaning.minor_unit) {
        put(amount, unit, &mut days, &mut clock);
        if let (Some(true), Some((value, smaller))) = (meaning.minor_half, half(unit)) {
            put(exact(value), smaller, &mut days, &mut clock);
        }
    }
    Some(if clock.is_empty() { format!("P{days}") } else { format!("P{days}T{clock}") })
}

fn period_with_decimal(amount: Number, unit: Unit) -> Option<String> {
    let (mut days, mut clock) = (String::new(), String::new());
    put(exact(amount.value + 0.5), unit, &mut days, &mut clock);
    Some(if clock.is_empty() { format!("P{days}") } else { format!("PT{clock}") })
}

fn exact(value: f64) -> Number {
    Number { value, vague: Vague::Exact }
}

fn half(unit: Unit) -> Option<(f64, Unit)> {
    Some(match unit {
        Unit::Century => (50.0, Unit::Year),
        Unit::Decade => (5.0, Unit::Year),
        Unit::Year => (6.0, Unit::Month),
        Unit::Day => (12.0, Unit::Hour),
        Unit::Hour => (30.0, Unit::Minute),
        Unit::Minute => (30.0, Unit::Second),
        Unit::Quarter | Unit::Month | Unit::Week | Unit::Second => return None,
    })
}

fn put(amount: Number, unit: Unit, days: &mut String, clock: &mut String) {
    let (amount, unit) = match (amount.vague, unit) {
        (Vague::Exact, Unit::Century) => (exact(amount.value * 100.0), Unit::Year),
        (Vague::Exact, Unit::Decade) => (exact(amount.value * 10.0), Unit::Year),
        (Vague::Exact, Unit::Quarter) => (exact(amount.value * 3.0), Unit::Month),
        _ => (amount, unit),
    };
    let (target, letter) = match unit {
        Unit::Century | Unit::Decade | Unit::Year => (days, 'Y'),
        Unit::Quarter | Unit::Month => (days, 'M'),
        Unit::Week => (days, 'W'),
        Unit::Day => (days, 'D'),
        Unit::Hour => (clock, 'H'),
        Unit::Minute => (clock, 'M'),
        Unit::Second => (clock, 'S'),
    };
    target.push_str(&number(amount));
    target.push(letter);
}

/// The digits of a number, `X` for each that is left open.
fn number(number: Number) -> String {
    match number.vague {
        Vague::Exact => format!("{}", number.value),
        Vague::Few => "X".to_owned(),
        Vague::Teens => "1X".to_owned(),
        Vague::Tens => "XX".to_owned(),
        Vague::Hundreds => "XXX".to_owned(),
    }
}
