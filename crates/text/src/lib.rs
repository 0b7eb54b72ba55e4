//! Spans into immutable text, and the conversions between ways of counting it.
//!
//! Everything in the program counts **bytes** of UTF-8 ([`Span`]); only records that leave it count code points or
//! UTF-16 units, converted here ([`Offsets`]). Nothing in this crate knows Japanese.

mod offsets;
mod span;
mod view;

pub use offsets::Offsets;
pub use span::Span;
pub use view::{View, ViewBuilder};
