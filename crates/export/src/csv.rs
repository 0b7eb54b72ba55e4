//! CSV in UTF-8 with a byte order mark, which spreadsheet programs need to see UTF-8. Lists are joined by `; `.

use crate::ExportError;
use crate::characters::legal;
use crate::table::{Cell, Table};
use std::io::Write;

/// Writes one table.
pub(crate) fn write(table: &Table<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(table.columns.iter().map(|c| c.name))?;
    for row in table.rows() {
        csv.write_record(row.iter().map(shown))?;
    }
    Ok(csv.flush()?)
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => inert(text.as_deref().unwrap_or_default()),
        Cell::Texts(texts) => inert(&texts.join("; ")),
        Cell::Integer(n) => n.map(|n| n.to_string()).unwrap_or_default(),
        Cell::Number(n) => n.map(|n| n.to_string()).unwrap_or_default(),
        Cell::Flag(flag) => flag.map(|f| f.to_string()).unwrap_or_default(),
        Cell::Day(day) => day.map(|d| d.to_string()).unwrap_or_default(),
    }
}

/// What a spreadsheet program takes for the beginning of a formula; in Japan and China the full-width forms too.
const FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Text that no spreadsheet program takes for a formula: an apostrophe stands before what would be one.
fn inert(text: &str) -> String {
    let text = legal(text);
    let formula = text.starts_with(FORMULA) && text.chars().nth(1).is_some();
    if formula { format!("'{text}") } else { text }
}
