//! Reading and running a spec file.
//!
//! A case is a fenced block `text` (with `published=DATE` behind the word if the date is given from outside), followed by
//! fenced blocks named after layers, which hold one finding a line.

mod parse;
mod run;

pub use parse::{Case, Expectation, parse};
pub use run::{Outcome, run};
