//! Literate specs: Markdown files in which a Japanese text stands beside what must be found in it.
//!
//! `specs/<layer>/*.md` are read by [`spec::parse`], run through the whole pipeline and compared line by line. How a finding is
//! written in one line is in [`render`]. The gold scores of whole articles are `cargo run -p xtask -- score`.

pub mod render;
pub mod spec;
