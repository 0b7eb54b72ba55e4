//! What the words of a time expression say, before a calendar turns it into a value.

use serde::Deserialize;

/// Declares [`Meaning`] with the names that its fields have in data files, and how two of them add up.
macro_rules! meaning {
    ($($(#[$doc:meta])* $field:ident: $type:ty),+ $(,)?) => {
        /// The parts of a time expression that its words state. Absent parts are left to the context.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
        #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
        pub struct Meaning {
            $($(#[$doc])* pub $field: Option<$type>,)+
        }

        impl Meaning {
            /// Takes over every part that `other` states.
            pub fn add(&mut self, other: &Meaning) {
                $(if other.$field.is_some() { self.$field = other.$field; })+
            }
        }
    };
}

meaning! {
    /// Year of the common era.
    year: i32,
    /// Last year of a range (`2017〜18年`).
    end_year: i32,
    /// Year written with two digits.
    short_year: i32,
    /// Year before the first of an era; the year is this plus `era_year`.
    era: i32,
    /// Year within an era.
    era_year: i32,
    /// Years from the anchor.
    year_shift: i32,
    /// Whether the year begins in April.
    fiscal: bool,
    /// First year of a decade.
    decade: i32,
    /// Last decade of a range, possibly by its last two digits.
    end_decade: i32,
    /// Century, 21 for the years from 2001.
    century: i32,
    /// Last century of a range.
    end_century: i32,
    /// Centuries from the anchor.
    century_shift: i32,
    /// Month of the year.
    month: i32,
    /// Last month of a range.
    end_month: i32,
    /// Months from the anchor.
    month_shift: i32,
    /// Weeks from the anchor.
    week_shift: i32,
    /// Day of the month.
    day: i32,
    /// Last day of a range.
    end_day: i32,
    /// Days from the anchor.
    day_shift: i32,
    /// Day of the week, 1 for Monday.
    weekday: i32,
    /// Saturday and Sunday of a week.
    weekend: bool,
    /// Part of the day.
    part: Part,
    /// Part of the day that only fixes the hour (`夜9時`).
    clock_part: Part,
    /// Hour, 0 to 29.
    hour: i32,
    /// Last hour of a range.
    end_hour: i32,
    /// Minute.
    minute: i32,
    /// Second.
    second: i32,
    /// `半` after an hour.
    half_hour: bool,
    /// Season.
    season: Season,
    /// Quarter, 1 to 4.
    quarter: i32,
    /// Half, 1 or 2.
    half: i32,
    /// How the value is to be taken, by the names of TIMEX3's `mod`.
    modifier: Modifier,
    /// A weaker modifier, given up for any other.
    approx: Modifier,
    /// A value without a calendar date.
    reference: Reference,
    /// How many units.
    amount: Number,
    /// `半` after an amount.
    and_half: bool,
    /// The unit.
    unit: Unit,
    /// Upper end of a range of amounts.
    end_amount: Number,
    /// The smaller part of a composed amount (`1時間30分`).
    minor_amount: Number,
    /// `半` after the smaller part.
    minor_half: bool,
    /// Its unit.
    minor_unit: Unit,
    /// -1 before the anchor, 1 after it.
    direction: i32,
    /// What shifts count from.
    anchor: Anchor,
}

/// The `mod` of TIMEX3, as data files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modifier(pub tenkyo_model::TimeMod);

impl<'de> Deserialize<'de> for Modifier {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let unknown = || serde::de::Error::custom(format!("no mod of TIMEX3 is named {name}"));
        tenkyo_model::TimeMod::from_name(&name).map(Self).ok_or_else(unknown)
    }
}

/// A number as written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Number {
    /// Its value; the part that is known for a vague one (`十数`: 10).
    pub value: f64,
    /// What is left open.
    pub vague: Vague,
}

/// How a number leaves its value open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Vague {
    /// Nothing is open.
    #[default]
    Exact,
    /// `数`, `何`: a few.
    Few,
    /// `十数`: ten and a few.
    Teens,
    /// `数十`: some tens.
    Tens,
    /// `数百`, `数千`: some hundreds or more.
    Hundreds,
}

/// Parts of the day, with the names of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Part {
    /// Morning.
    #[serde(rename = "MO")]
    Morning,
    /// Midday.
    #[serde(rename = "MI")]
    Midday,
    /// Afternoon.
    #[serde(rename = "AF")]
    Afternoon,
    /// Evening.
    #[serde(rename = "EV")]
    Evening,
    /// Night.
    #[serde(rename = "NI")]
    Night,
    /// After midnight: night, but the hour stands as it is.
    #[serde(rename = "small-hours")]
    SmallHours,
    /// Daytime.
    #[serde(rename = "DT")]
    Daytime,
}

/// Seasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
#[serde(rename_all = "kebab-case")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// TIMEX3 values that are no dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
#[serde(rename_all = "kebab-case")]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Century,
    Decade,
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

/// What a shift counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// The day of writing or speaking (`きのう`).
    Speech,
    /// The last date that was mentioned (`翌日`, `同日`).
    Mention,
    /// The date that the story has reached (`この日`).
    Story,
}
