//! What can keep a workspace from being read.

use tenkyo_record::RecordError;
use tenkyo_store::StoreError;

/// A workspace that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// The store refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A stored analysis cannot be read back.
    #[error("document {document}: {source}")]
    Record {
        /// Its id.
        document: String,
        /// Why.
        source: RecordError,
    },
}
