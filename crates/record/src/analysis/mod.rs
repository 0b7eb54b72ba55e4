//! `tenkyo.analysis/1`: everything that was read from one document.

mod read;
mod read_more;
mod shape;
mod write;
mod write_more;

pub use shape::*;

/// The name of the shape, written into every record.
pub const SCHEMA: &str = "tenkyo.analysis/1";
