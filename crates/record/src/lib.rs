//! The JSON shapes that leave the program: `tenkyo.analysis/1`, `tenkyo.ledger/1` and `tenkyo.correction/1`.
//!
//! Offsets are **code points** here, bytes everywhere else. The shapes are versioned: a change that a reader would notice
//! gets a new number. The stages know nothing of JSON; the store, the command line, the server and the exports share this.

pub mod analysis;
pub mod correction;
mod error;
pub mod explanation;
pub mod gold;
pub mod ledger;
pub mod map;
mod number;
#[cfg(feature = "openapi")]
mod openapi;
pub mod outlet;
pub mod parse;
pub mod search;
pub mod words;

pub use error::RecordError;
