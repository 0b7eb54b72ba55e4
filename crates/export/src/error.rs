//! What can go wrong when an export is written.

use std::path::PathBuf;

/// Why an export was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The output refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// A file or folder refused.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A value could not be written as JSON, or the output refused.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// A row could not be written as CSV, or the output refused.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// A table could not be written as Parquet, or the output refused.
    #[error(transparent)]
    Parquet(#[from] parquet::errors::ParquetError),
    /// There is no table of this name.
    #[error("no table is called {name}; there are {known}")]
    NoTable {
        /// The name asked for.
        name: String,
        /// The names that exist.
        known: String,
    },
    /// The format has one file for each table, and none was named.
    #[error("{format} has one file a table: name a folder with --out DIR, or one table with --table NAME")]
    ManyFiles {
        /// The format.
        format: &'static str,
    },
    /// The format is one file, and a table or a folder was asked for.
    #[error("{format} is one file and has no tables: leave --table away and give a file")]
    OneFile {
        /// The format.
        format: &'static str,
    },
}
