//! Values of tables and their kinds.

use crate::day;
use jiff::civil::Date;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells are.
    pub kind: Kind,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, or nothing.
    Text,
    /// A list of texts.
    Texts,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// A calendar day.
    Day,
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Of [`Kind::Text`].
    Text(Option<String>),
    /// Of [`Kind::Texts`].
    Texts(Vec<String>),
    /// Of [`Kind::Integer`].
    Integer(Option<i64>),
    /// Of [`Kind::Number`].
    Number(Option<f64>),
    /// Of [`Kind::Flag`].
    Flag(Option<bool>),
    /// Of [`Kind::Day`].
    Day(Option<Date>),
}

impl Cell {
    /// The kind of columns that it may stand in.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Text(_) => Kind::Text,
            Self::Texts(_) => Kind::Texts,
            Self::Integer(_) => Kind::Integer,
            Self::Number(_) => Kind::Number,
            Self::Flag(_) => Kind::Flag,
            Self::Day(_) => Kind::Day,
        }
    }
}

macro_rules! column {
    ($($function:ident $kind:ident),+) => {
        $(pub(super) const fn $function(name: &'static str) -> Column {
            Column { name, kind: Kind::$kind }
        })+
    };
}
column!(text Text, texts Texts, integer Integer, number Number, day Day);

pub(super) fn a_text(value: &str) -> Cell {
    Cell::Text(Some(value.to_owned()))
}

pub(super) fn maybe(value: Option<&str>) -> Cell {
    Cell::Text(value.map(str::to_owned))
}

pub(super) fn a_count(value: usize) -> Cell {
    Cell::Integer(i64::try_from(value).ok())
}

pub(super) fn a_number(value: Option<&serde_json::Number>) -> Cell {
    Cell::Number(value.and_then(serde_json::Number::as_f64))
}

pub(super) fn many<'a>(values: impl IntoIterator<Item = &'a str>) -> Cell {
    Cell::Texts(values.into_iter().map(str::to_owned).collect())
}

/// A date as the ledger has it, and the first and last day that it covers.
pub(super) fn a_date(value: Option<&str>) -> [Cell; 3] {
    let [first, last] = day::bounds(value);
    [maybe(value), Cell::Day(first), Cell::Day(last)]
}
