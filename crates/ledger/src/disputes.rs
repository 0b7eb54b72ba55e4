//! Contradictions: denials beside what they deny, and events for which the documents give different days or actors.

mod denials;
mod occurrences;

pub(crate) use denials::denials;
pub(crate) use occurrences::dates_and_actors;
