//! Charts, drawn on the server as SVG: they work without JavaScript, in print, and every mark is a link to the words it stands on.
//!
//! One module a chart: from entries of the ledger to a template (`templates/chart-*.html`). Positions are numbers of a fixed
//! drawing; colours are classes of the style sheet, so that light, dark and print are its business.

pub(crate) mod flow;
pub(crate) mod lanes;
pub(crate) mod map;
pub(crate) mod network;
pub(crate) mod relations;
pub(crate) mod series;

mod axis;
mod when;

use axis::{TimeAxis, ValueAxis};
use when::When;

/// How many colours and shapes there are for kinds of a thing; further kinds share the last.
const KINDS: usize = 7;

/// A length as it is written into a drawing: one decimal.
fn place(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A line on an axis with its words.
pub(crate) struct Tick {
    pub at: f64,
    pub words: String,
}

/// A kind of thing in a legend.
pub(crate) struct Key {
    /// Number of its colour and shape.
    pub kind: usize,
    pub words: String,
}
