//! The Python module `tenkyo._native`: what the package in `python/` is written over. It hands out plain values; frames are made
//! there.

mod tables;

use pyo3::exceptions::{PyOSError, PyRuntimeError};
use pyo3::prelude::*;
use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use tables::Tables;
use tenkyo_ledger::Reading;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Capture, Declared, Media};
use tenkyo_pipeline::Reader;
use tenkyo_record::analysis::Analysis;
use tenkyo_store::Store;

/// The data that the program carries, compiled once.
static LEXICON: LazyLock<Result<Arc<Lexicon>, String>> =
    LazyLock::new(|| Lexicon::embedded().map(Arc::new).map_err(|e| e.to_string()));

thread_local! {
    /// A reader has buffers of its own, so each thread has one.
    static READER: RefCell<Option<Reader>> = const { RefCell::new(None) };
}

/// Reads with this thread's reader.
fn reading(capture: &Capture) -> Result<tenkyo_pipeline::Reading, String> {
    let lexicon = LEXICON.clone()?;
    Ok(READER.with_borrow_mut(|reader| reader.get_or_insert_with(|| Reader::new(lexicon)).read(capture)))
}

/// Reads one text: its record (`tenkyo.analysis/1`, as JSON) and its tables.
#[pyfunction]
#[pyo3(signature = (text, source, title=None, outlet=None, published=None, url=None))]
fn read(
    py: Python<'_>,
    text: String,
    source: String,
    title: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    url: Option<String>,
) -> PyResult<(String, Tables)> {
    let declared = Declared { title, outlet, published, url, byline: None };
    let capture = Capture { source, media: Media::Text, text, declared };
    py.detach(|| {
        let reading = reading(&capture).map_err(PyRuntimeError::new_err)?;
        let record = Analysis::new(&reading.article, &reading.findings, &reading.diagnostics);
        let json = serde_json::to_string(&record).map_err(|e| PyRuntimeError::new_err(e.to_string()))?;
        let reading = Reading { article: reading.article, findings: reading.findings };
        Ok((json, Tables::new(tenkyo_ledger::build(&[reading]))))
    })
}

/// The tables of the ledger of a workspace, with the corrections made in it.
#[pyfunction]
fn open(py: Python<'_>, workspace: PathBuf) -> PyResult<Tables> {
    py.detach(|| {
        let store = Store::open(&workspace).map_err(|e| PyOSError::new_err(e.to_string()))?;
        ledger(&store).map(Tables::new).map_err(|e| PyRuntimeError::new_err(e.to_string()))
    })
}

fn ledger(store: &Store) -> Result<tenkyo_model::ledger::Ledger, Box<dyn std::error::Error>> {
    let mut readings = Vec::new();
    for analysis in store.analyses()? {
        let analysis = analysis?;
        readings.push(Reading { article: analysis.article()?, findings: analysis.findings()? });
    }
    Ok(tenkyo_ledger::build_corrected(&readings, &store.corrections()?))
}

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("TABLES", tenkyo_export::table::NAMES)?;
    module.add_class::<Tables>()?;
    module.add_function(wrap_pyfunction!(read, module)?)?;
    module.add_function(wrap_pyfunction!(open, module)?)
}
