//! Time expressions, the publication date, measured amounts.

use super::RuleId;
use crate::names::names;
use tenkyo_text::Span;

/// The day (or month, or year) on which the article was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// ISO 8601 at the precision that is known: `2024-06-19`, `2024-06` or `2024`.
    pub value: String,
    /// How it is known.
    pub basis: Basis,
    /// The words that show it, when they stand in the text.
    pub span: Option<Span>,
    /// What made it.
    pub rule: RuleId,
}

/// How a publication date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A dateline or timestamp in the text.
    Stated,
    /// Metadata of the page or record.
    Metadata,
    /// Concluded from dates and weekdays in the text.
    Inferred,
}

/// A TIMEX3 of ISO-TimeML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The whole expression without particles.
    pub span: Span,
    /// Its type.
    pub kind: TimeKind,
    /// The normalised value: `2023-09-13`, `2023-09-13TAF`, `P4Y`, `PRESENT_REF` …
    pub value: String,
    /// How the value is to be taken.
    pub modifier: Option<TimeMod>,
    /// The value in EDTF, where it has one.
    pub edtf: Option<String>,
    /// What made it.
    pub rule: RuleId,
}

/// Types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeKind {
    /// Days and longer.
    Date,
    /// Below the day.
    Time,
    /// A length.
    Duration,
    /// A repetition.
    Set,
}

/// The `mod` of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeMod {
    /// Early part.
    Start,
    /// Middle part.
    Mid,
    /// Late part.
    End,
    /// About.
    Approx,
    /// Before it.
    Before,
    /// After it.
    After,
    /// At least.
    EqualOrMore,
    /// At most.
    EqualOrLess,
    /// More than.
    MoreThan,
    /// Less than.
    LessThan,
}

/// A measured amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Number and unit, with `約`, `以上` and the like.
    pub span: Span,
    /// The amount.
    pub bounds: Bounds,
    /// The unit as counted: `発`, `個`, `コンテナ`, `ドル`.
    pub unit: String,
    /// Whether the text says it is about right.
    pub approximate: bool,
    /// What made it.
    pub rule: RuleId,
}

/// Lower and upper bound of an amount, both inclusive; equal for an exact one; an absent bound is open.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// At least.
    pub min: Option<f64>,
    /// At most.
    pub max: Option<f64>,
}

names!(Basis { Stated = "stated", Metadata = "metadata", Inferred = "inferred" });
names!(TimeKind { Date = "DATE", Time = "TIME", Duration = "DURATION", Set = "SET" });
names!(TimeMod {
    Start = "START", Mid = "MID", End = "END", Approx = "APPROX", Before = "BEFORE", After = "AFTER",
    EqualOrMore = "EQUAL_OR_MORE", EqualOrLess = "EQUAL_OR_LESS", MoreThan = "MORE_THAN", LessThan = "LESS_THAN",
});
