//! Axes: where a day or a value stands in a drawing, and the lines that say so.

use super::{Tick, When, place, when};
use crate::display;
use crate::language::Language;
use jiff::civil::Date;

/// Days from left to right.
pub(crate) struct TimeAxis {
    /// First and last day, counted from 1970, and where they stand.
    pub first: i32,
    pub last: i32,
    pub left: f64,
    pub right: f64,
}

impl TimeAxis {
    /// Over all of `dates`, with a little air; `None` without any.
    pub fn over(dates: impl Iterator<Item = When> + Clone, left: f64, right: f64) -> Option<Self> {
        let (first, last) = (dates.clone().map(|d| d.first).min()?, dates.map(|d| d.last).max()?);
        let air = ((last - first) / 40).max(3);
        Some(Self { first: first - air, last: last + air, left, right })
    }

    pub fn at(&self, day: f64) -> f64 {
        let part = (day - f64::from(self.first)) / f64::from(self.last - self.first);
        place(self.left + part * (self.right - self.left))
    }

    /// Lines at years, or at months where there are few.
    pub fn ticks(&self, most: usize, language: Language) -> Vec<Tick> {
        let steps: [i32; 10] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
        let months = steps.into_iter().map(|step| self.starts(step));
        let days = match self.last - self.first {
            // Too short for months.
            long if long < 75 => self.weeks(most),
            _ => months.clone().find(|days| days.len() <= most).unwrap_or_default(),
        };
        days.into_iter().map(|(day, value)| self.tick(day, &value, language)).collect()
    }

    fn tick(&self, day: i32, value: &str, language: Language) -> Tick {
        Tick { at: self.at(f64::from(day)), words: display::date(value, language) }
    }

    /// At most `most` days at equal distances.
    fn weeks(&self, most: usize) -> Vec<(i32, String)> {
        let step = (self.last - self.first) / i32::try_from(most.min(5)).unwrap_or(1) + 1;
        let days = (self.first..=self.last).skip(step as usize / 2).step_by(step.max(1) as usize);
        days.map(|day| (day, when::date_of(day).to_string())).collect()
    }

    /// The first days of every `step`th month, with the month (or the year) as it is written.
    fn starts(&self, step: i32) -> Vec<(i32, String)> {
        let years = self.first / 366 + 1969..=self.last / 365 + 1971;
        let months = years.flat_map(|year| (0..12).map(move |month| year * 12 + month));
        let first = |n: i32| {
            let (year, month) = (i16::try_from(n / 12).ok()?, i8::try_from(n % 12 + 1).ok()?);
            let day = when::number_of(Date::new(year, month, 1).ok()?);
            let value = if step < 12 { format!("{year:04}-{month:02}") } else { format!("{year:04}") };
            (self.first..=self.last).contains(&day).then_some((day, value))
        };
        months.filter(|n| n % step == 0).filter_map(first).collect()
    }
}

/// Values from the bottom to the top: linear from zero, logarithmic where they differ by more than a hundred times.
pub(crate) struct ValueAxis {
    least: f64,
    most: f64,
    pub logarithmic: bool,
    top: f64,
    bottom: f64,
}

impl ValueAxis {
    pub fn over(values: impl Iterator<Item = f64> + Clone, top: f64, bottom: f64) -> Self {
        let most = values.clone().fold(0.0, f64::max);
        let least = values.filter(|v| *v > 0.0).fold(most, f64::min);
        let logarithmic = most > 0.0 && most / least > 100.0;
        let least = if logarithmic { 10f64.powf(least.log10().floor()) } else { 0.0 };
        let most = if logarithmic { 10f64.powf(most.log10().ceil()) } else { (most * 1.12).max(1.0) };
        Self { least, most, logarithmic, top, bottom }
    }

    pub fn at(&self, value: f64) -> f64 {
        let part = if self.logarithmic {
            (value.max(self.least) / self.least).log10() / (self.most / self.least).log10()
        } else {
            value / self.most
        };
        place(self.bottom - part.clamp(0.0, 1.0) * (self.bottom - self.top))
    }

    pub fn ticks(&self, language: Language) -> Vec<Tick> {
        let values: Vec<f64> = if self.logarithmic {
            std::iter::successors(Some(self.least), |v| Some(v * 10.0))
                .take_while(|v| *v <= self.most)
                .collect()
        } else {
            let step = nice(self.most / 4.0);
            std::iter::successors(Some(0.0), |v| Some(v + step)).take_while(|v| *v <= self.most).collect()
        };
        let tick = |v: f64| Tick { at: self.at(v), words: display::rounded(v, language) };
        values.into_iter().map(tick).collect()
    }
}

/// The least of 1, 2, 5 times a power of ten that is not below `step`.
fn nice(step: f64) -> f64 {
    let power = 10f64.powf(step.log10().floor());
    let factor = [1.0, 2.0, 5.0].into_iter().find(|f| f * power >= step).unwrap_or(10.0);
    factor * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        assert_eq!([0.3, 1.0, 1.2, 230.0, 700.0].map(nice), [0.5, 1.0, 2.0, 500.0, 1000.0]);
    }

    #[test]
    fn days_and_values_stay_within_the_drawing() {
        let dates = ["2019-04-25", "2024-06"].map(|d| When::parse(d).unwrap());
        let axis = TimeAxis::over(dates.into_iter(), 10.0, 110.0).unwrap();
        let ticks = axis.ticks(6, Language::English);
        assert!((2..=6).contains(&ticks.len()) && ticks.iter().all(|t| (10.0..=110.0).contains(&t.at)));
        assert_eq!(ticks[0].words, "2020");
        assert!(TimeAxis::over(std::iter::empty(), 0.0, 1.0).is_none());
        let wide = ValueAxis::over([10.0, 1e6].into_iter(), 0.0, 100.0);
        assert!(wide.logarithmic && wide.at(1000.0) > 20.0 && wide.at(1000.0) < 80.0);
        let none = ValueAxis::over(std::iter::empty(), 0.0, 100.0);
        assert_eq!((none.at(0.0), none.ticks(Language::English).len()), (100.0, 3));
    }
}
