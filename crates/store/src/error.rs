//! What can go wrong with a workspace.

use std::path::PathBuf;
use tenkyo_record::RecordError;

/// A workspace that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder holds none.
    #[error("{} holds no workspace; add documents to make one: tenkyo add PATH", .0.display())]
    NoWorkspace(PathBuf),
    /// The folder cannot be made.
    #[error("cannot make the folder {}: {source}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// SQLite refuses.
    #[error("the workspace's database: {0}")]
    Database(#[from] rusqlite::Error),
    /// The tables are not of this version and cannot be brought up to it.
    #[error("the workspace was made by another version: {0}")]
    Version(#[from] rusqlite_migration::Error),
    /// A stored analysis cannot be read back.
    #[error("document {document}: {source}")]
    Record {
        /// Its id.
        document: String,
        /// Why.
        source: RecordError,
    },
    /// An entry of the log of corrections cannot be written or read back.
    #[error("correction {number}: {source}")]
    Correction {
        /// Its number; 0 for one that has none yet.
        number: u64,
        /// Why.
        source: RecordError,
    },
    /// The search index refuses; `Store::rebuild_index` makes it anew.
    #[error("the search index: {0}")]
    Index(#[from] tantivy::TantivyError),
    /// A file of the search index cannot be read.
    #[error("the search index: {0}")]
    Read(std::io::Error),
}
