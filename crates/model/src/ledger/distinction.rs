//! What only looks like a contradiction.

use super::Side;

/// Figures of one state at one time that differ because they count different things.
#[derive(Clone, Debug, PartialEq)]
pub struct Distinction {
    /// Stable id.
    pub id: String,
    /// A line for people.
    pub about: String,
    /// The figures of each thing; each side is labelled with the name of what it counts.
    pub sides: Vec<Side>,
}

impl Distinction {
    /// Name of the kind under which it is listed beside the disputes.
    pub const KIND: &str = "distinction";
}
