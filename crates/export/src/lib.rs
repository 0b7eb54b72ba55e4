//! The ledger in the formats of other tools: tables, annotations, graphs.
//!
//! Entry points: [`Export::new`] takes a ledger, [`Export::write`] writes one file, [`Export::write_folder`] one file a table.
//! One format a file here; whatever a format must escape is escaped by the serialiser of its crate. The same ledger gives the
//! same bytes. What maps to what is told in `docs/exports.md`.

mod annotation;
mod characters;
mod csv;
mod day;
mod error;
mod format;
mod ftm;
mod graphml;
mod grounds;
mod ids;
mod json;
mod jsonl;
mod label;
mod parquet;
mod prov;
mod source;
mod stix;
pub mod table;
mod timeline;

pub use error::ExportError;
pub use format::Format;
pub use source::Export;
