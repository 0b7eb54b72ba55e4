//! `tenkyo.analysis/1`: everything that was read from one document.

mod read;
mod shape;
mod write;

pub use shape::*;

/// The name of the shape, written into every record.
pub const SCHEMA: &str = "tenkyo.analysis/1";
