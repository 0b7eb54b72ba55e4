//! The ledger as tables with typed columns: one row an entry, ids beside names.
//!
//! Every entry's exact words are rows of the table `words`, joined by `entry`.

mod cell;
mod grounds;
mod happenings;
mod persons;
mod sayings;
mod ties;

pub use cell::{Cell, Column, Kind};

use crate::{Export, ExportError};

/// One table. Rows are made when they are asked for.
pub struct Table<'e> {
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    export: &'e Export<'e>,
    make: Make,
}

/// Makes the rows of a table, in the order of its columns.
type Make = for<'e> fn(&'e Export<'e>) -> Rows<'e>;
/// Rows, one after another.
pub type Rows<'e> = Box<dyn Iterator<Item = Vec<Cell>> + 'e>;

impl<'e> Table<'e> {
    /// Its rows, each with one cell a column, of the column's kind.
    pub fn rows(&self) -> Rows<'e> {
        (self.make)(self.export)
    }
}

type Definition = (&'static str, &'static [Column], Make);

const TABLES: [Definition; 14] = [
    ("statements", sayings::STATEMENTS, sayings::statements),
    ("occurrences", happenings::OCCURRENCES, happenings::occurrences),
    ("transfers", happenings::TRANSFERS, happenings::transfers),
    ("claims", sayings::CLAIMS, sayings::claims),
    ("disputes", sayings::DISPUTES, sayings::disputes),
    ("series", happenings::SERIES, happenings::series),
    ("forecasts", sayings::FORECASTS, sayings::forecasts),
    ("actors", persons::ACTORS, persons::actors),
    ("relations", persons::RELATIONS, persons::relations),
    ("agreements", ties::AGREEMENTS, ties::agreements),
    ("equipment", ties::EQUIPMENT, ties::equipment),
    ("blocs", ties::BLOCS, ties::blocs),
    ("articles", grounds::ARTICLES, grounds::articles),
    ("words", grounds::WORDS, grounds::words),
];

/// The names of all tables.
pub const NAMES: [&str; TABLES.len()] = {
    let mut names = [""; TABLES.len()];
    let mut at = 0;
    while at < TABLES.len() {
        names[at] = TABLES[at].0;
        at += 1;
    }
    names
};

/// The table with this name.
///
/// # Errors
/// When there is none.
pub fn find<'e>(export: &'e Export<'e>, name: &str) -> Result<Table<'e>, ExportError> {
    let found = TABLES.iter().find(|(known, ..)| *known == name);
    let (name, columns, make) =
        found.ok_or_else(|| ExportError::NoTable { name: name.to_owned(), known: NAMES.join(", ") })?;
    Ok(Table { name, columns, export, make: *make })
}
