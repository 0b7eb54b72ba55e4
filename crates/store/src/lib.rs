//! A workspace folder: SQLite (`tenkyo.db`) holds the truth, a Tantivy index (`index/`) answers searches and can be
//! built again from it at any time.
//!
//! A document is named by its content, so the same text is kept once however often and under whatever names it is added. A
//! source (path or address) seen again with another text is a new **version**: both are kept, the newest is current, and
//! everything below answers for current documents unless it says otherwise. Results never depend on the order of adding.
//!
//! Spans that leave this crate are code points, as in the records that it keeps.

mod add;
mod corrections;
mod documents;
mod error;
mod index;
mod schema;

pub use add::Addition;
pub use documents::Document;
pub use error::StoreError;
pub use index::{Hit, HitKind, Labels, Match, Query, Searcher};

use index::Index;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// An open workspace. One a thread: the connection can be sent, not shared.
pub struct Store {
    folder: PathBuf,
    connection: Connection,
    index: Option<Index>,
}

impl Store {
    /// Opens the workspace in `folder`, bringing its tables up to this version.
    ///
    /// # Errors
    /// When the folder holds no workspace, a workspace of a later version, or cannot be written.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        if !schema::file(folder).is_file() {
            return Err(StoreError::NoWorkspace(folder.to_owned()));
        }
        Self::at(folder)
    }

    /// Opens the workspace in `folder`, making folder and workspace where there are none.
    ///
    /// # Errors
    /// As [`Store::open`], and when the folder cannot be made.
    pub fn create(folder: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder)
            .map_err(|source| StoreError::Folder { folder: folder.to_owned(), source })?;
        Self::at(folder)
    }

    fn at(folder: &Path) -> Result<Self, StoreError> {
        Ok(Self { folder: folder.to_owned(), connection: schema::connect(folder)?, index: None })
    }

    /// A number that changes whenever another connection has changed the workspace; costs one look at the database's header.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// The folder that it was opened in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}
