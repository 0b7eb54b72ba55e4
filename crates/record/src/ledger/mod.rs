//! `tenkyo.ledger/1`: what many documents say together.

mod shape;
mod ties;
mod write;

pub use shape::*;
pub use ties::*;
pub use write::Writer;

/// The name of the shape, written into every record.
pub const SCHEMA: &str = "tenkyo.ledger/1";
