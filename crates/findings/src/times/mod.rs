//! Time expressions and the publication date.
//!
//! Text → [`scan`] (expressions and what their words say) → [`published`] (when the article was written) →
//! [`resolve`] (values from a calendar) → [`Findings::times`]. [`clause::of_clause`] says which of them dates a clause.

mod clause;
#[cfg(test)]
mod clause_tests;
mod edtf;
#[cfg(test)]
mod examples;
mod guards;
mod happened;
#[cfg(test)]
mod hostile;
mod published;
mod resolve;
mod scan;
mod sources;
mod tense;
mod zones;

pub use clause::{DateBasis, Dated, of_clause, plain};
pub use zones::tell as tell_zones;

use crate::Context;
use tenkyo_model::{Diagnostic, Findings};

/// Adds the publication date and the times.
pub fn find(context: Context<'_>, findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {
    let expressions = scan::scan(context);
    findings.published = published::find(context, &expressions);
    findings.times = resolve::resolve(context, &expressions, findings.published.as_ref());
}
