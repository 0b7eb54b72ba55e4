//! Lists as tables, JSON and CSV.

use crate::messages::Messages;
use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;
use std::io::{IsTerminal, Write};

/// How a list is printed.
#[derive(clap::Args, Debug)]
pub struct OutputOptions {
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Begin CSV with a byte order mark, which some spreadsheet programs need to see UTF-8.
    #[arg(long)]
    bom: bool,
}

/// Forms of lists.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    /// Columns for reading.
    #[default]
    Table,
    /// A JSON array of the ledger's own records.
    Json,
    /// One line an entry, with stable ids and column names.
    Csv,
}

/// One column: its stable name, and whether tables show it too.
pub struct Column {
    /// Name in CSV; `column.NAME` in messages.
    pub name: &'static str,
    /// Whether it stands in tables.
    pub table: bool,
}

/// A column of tables and CSV.
pub const fn both(name: &'static str) -> Column {
    Column { name, table: true }
}

/// A column of CSV alone.
pub const fn csv(name: &'static str) -> Column {
    Column { name, table: false }
}

/// Prints entries: `cells` gives one value a column.
pub fn print<T: Serialize>(
    options: &OutputOptions,
    messages: &Messages,
    columns: &[Column],
    entries: &[T],
    cells: impl Fn(&T) -> Vec<String>,
) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match options.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, entries)?;
            writeln!(out)?;
        }
        Format::Csv => write_csv(&mut out, options.bom, columns, entries.iter().map(cells))?,
        Format::Table => write_table(&mut out, messages, columns, entries.iter().map(cells))?,
    }
    Ok(out.flush()?)
}

fn write_csv(
    out: &mut impl Write,
    bom: bool,
    columns: &[Column],
    rows: impl Iterator<Item = Vec<String>>,
) -> anyhow::Result<()> {
    if bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(columns.iter().map(|c| c.name))?;
    for row in rows {
        csv.write_record(row.into_iter().map(inert))?;
    }
    Ok(csv.flush()?)
}

/// A cell that no spreadsheet program takes for a formula; a negative number is none.
fn inert(cell: String) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.len() > 1;
    let formula = formula && cell.parse::<f64>().is_err();
    if formula { format!("'{cell}") } else { cell }
}

fn write_table(
    out: &mut impl Write,
    messages: &Messages,
    columns: &[Column],
    rows: impl Iterator<Item = Vec<String>>,
) -> anyhow::Result<()> {
    let mut table = Table::new();
    table.load_style(presets::UTF8_NO_BORDERS).set_content_arrangement(ContentArrangement::Dynamic);
    if !std::io::stdout().is_terminal() {
        table.set_width(160);
    }
    let shown = |cells: Vec<String>| -> Vec<String> {
        columns.iter().zip(cells).filter(|(c, _)| c.table).map(|(_, cell)| cut(&printable(&cell))).collect()
    };
    let header = |c: &Column| messages.fill(&format!("column.{}", c.name), &[]);
    table.set_header(columns.iter().filter(|c| c.table).map(header));
    let mut count = 0;
    for row in rows {
        table.add_row(shown(row));
        count += 1;
    }
    if count == 0 {
        writeln!(out, "{}", messages.text("list.nothing"))?;
    } else {
        writeln!(out, "{table}")?;
        writeln!(out, "{}", messages.fill("list.count", &[("count", &count.to_string())]))?;
    }
    Ok(())
}

/// Longest cell of a table, in characters; CSV and JSON have the whole.
const CELL: usize = 90;

fn cut(cell: &str) -> String {
    match cell.char_indices().nth(CELL) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}

/// Text from outside without what would command the terminal or turn its direction.
pub fn printable(text: &str) -> String {
    let harmless = |c: char| match c {
        '\n' | '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c => c,
    };
    text.chars().map(harmless).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_inert() {
        assert_eq!(inert("=HYPERLINK(1)".into()), "'=HYPERLINK(1)");
        assert_eq!(inert("+".into()), "+", "polarity stays readable");
        assert_eq!(inert("-4.5".into()), "-4.5", "a score stays a number");
        assert_eq!(inert("-4+cmd".into()), "'-4+cmd");
        assert_eq!(printable("a\u{1b}[31m\u{202e}b"), "a\u{fffd}[31m\u{fffd}b");
    }
}
