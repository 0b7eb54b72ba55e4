//! Tables of a ledger as Python values.

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use tenkyo_export::table::{self, Cell, Kind};
use tenkyo_export::{Export, Format};
use tenkyo_model::ledger::Ledger;

/// A ledger whose tables can be asked for.
#[pyclass(frozen, module = "tenkyo._native")]
pub struct Tables {
    ledger: Ledger,
}

impl Tables {
    /// The tables of a ledger.
    pub fn new(ledger: Ledger) -> Self {
        Self { ledger }
    }
}

/// Name, kind and values of a column.
type Values = (&'static str, &'static str, Vec<Py<PyAny>>);

#[pymethods]
impl Tables {
    /// The columns of a table: name, kind and values of each. Days are ISO texts.
    fn columns(&self, py: Python<'_>, name: &str) -> PyResult<Vec<Values>> {
        let export = Export::new(&self.ledger);
        let table = table::find(&export, name).map_err(|e| PyKeyError::new_err(e.to_string()))?;
        let kinds = table.columns.iter().map(|column| (column.name, kind(column.kind)));
        let mut columns: Vec<Values> = kinds.map(|(name, kind)| (name, kind, Vec::new())).collect();
        for row in table.rows() {
            for (column, cell) in columns.iter_mut().zip(row) {
                column.2.push(value(py, cell)?);
            }
        }
        Ok(columns)
    }

    /// What `tenkyo export FORMAT` writes; of formats with tables, the table named.
    #[pyo3(signature = (format, table=None))]
    fn export(&self, py: Python<'_>, format: &str, table: Option<&str>) -> PyResult<Vec<u8>> {
        let known = Format::from_name(format)
            .ok_or_else(|| PyKeyError::new_err(format!("no format is called {format}")))?;
        py.detach(|| {
            let mut bytes = Vec::new();
            let written = Export::new(&self.ledger).write(known, table, &mut bytes);
            written.map_err(|e| PyValueError::new_err(e.to_string()))?;
            Ok(bytes)
        })
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Texts => "texts",
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Flag => "flag",
        Kind::Day => "day",
    }
}

fn value(py: Python<'_>, cell: Cell) -> PyResult<Py<PyAny>> {
    match cell {
        Cell::Text(text) => text.into_py_any(py),
        Cell::Texts(texts) => texts.into_py_any(py),
        Cell::Integer(n) => n.into_py_any(py),
        Cell::Number(n) => n.into_py_any(py),
        Cell::Flag(flag) => flag.into_py_any(py),
        Cell::Day(day) => day.map(|d| d.to_string()).into_py_any(py),
    }
}
