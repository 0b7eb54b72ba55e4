//! Equipment with a designation, and its launches and tests.
//!
//! Entry point: [`find`]. [`equipment`] finds the names of `knowledge/equipment`; [`launches`] reads the words around them and the
//! events that were found before.

mod acts;
mod equipment;
mod launches;
mod outcome;

pub(crate) use equipment::stands_alone;

use crate::Context;
use tenkyo_model::{Diagnostic, Findings};

/// Adds the equipment, in order of its first mentions, and the launches, in order of their words.
pub fn find(context: Context<'_>, findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {
    findings.equipment = equipment::all(context);
    findings.launches = launches::all(context, findings);
}

#[cfg(test)]
mod tests;
