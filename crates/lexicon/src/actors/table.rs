//! Reads the tab-separated tables of `knowledge/`: a line an entry, `#` for remarks, the first line names the columns.

use crate::DataError;

/// One entry of a table, by column name.
pub(crate) struct Row<'s> {
    file: &'s str,
    line: usize,
    columns: &'s [&'s str],
    cells: Vec<&'s str>,
}

impl<'s> Row<'s> {
    /// The text of a column; none when it is empty, `-` or absent.
    pub(crate) fn get(&self, column: &str) -> Option<&'s str> {
        let at = self.columns.iter().position(|c| *c == column)?;
        self.cells.get(at).copied().map(str::trim).filter(|c| !c.is_empty() && *c != "-")
    }

    /// The parts of a column that are separated by `|`.
    pub(crate) fn list(&self, column: &str) -> impl Iterator<Item = &'s str> + use<'s> {
        self.get(column).unwrap_or("").split('|').map(str::trim).filter(|p| !p.is_empty())
    }

    /// The text of a column that must be there.
    pub(crate) fn need(&self, column: &str) -> Result<&'s str, DataError> {
        self.get(column).ok_or_else(|| self.error(format!("column {column} is empty")))
    }

    /// An error that names the line.
    pub(crate) fn error(&self, message: String) -> DataError {
        DataError::Form { file: self.file.to_owned(), message: format!("line {}: {message}", self.line) }
    }
}

/// Calls `each` for every entry of a table.
pub(crate) fn read(
    file: &str,
    text: &str,
    mut each: impl FnMut(&Row<'_>) -> Result<(), DataError>,
) -> Result<(), DataError> {
    let mut lines = text.lines().zip(1..).filter(|(l, _)| !l.trim().is_empty() && !l.starts_with('#'));
    let Some((header, _)) = lines.next() else { return Ok(()) };
    let columns: Vec<&str> = header.split('\t').map(str::trim).collect();
    for (line, number) in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let row = Row { file, line: number, columns: &columns, cells };
        if row.cells.len() > columns.len() {
            return Err(row.error(format!("{} cells under {} columns", row.cells.len(), columns.len())));
        }
        each(&row)?;
    }
    Ok(())
}
