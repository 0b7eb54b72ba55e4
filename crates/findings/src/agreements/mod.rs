//! Treaties and other agreements as records: who made them, what they lay down, when they were signed, in force and ended, and whose
//! place they take.
//!
//! Entry point: [`find`]. [`mentions`] finds the names, [`gather`] puts those of one agreement together, [`parties`] and [`life`]
//! read who made it and when, [`clauses`] what it lays down.

mod clauses;
mod gather;
mod life;
mod mentions;
mod names;
mod parties;

use crate::Context;
use tenkyo_model::{Diagnostic, Findings};

/// Adds the agreements, in order of their first mentions.
pub fn find(context: Context<'_>, findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {
    let named = mentions::all(context);
    let (mut agreements, of_mention) = gather::all(context, findings, &named);
    for (mention, agreement) in named.iter().zip(&of_mention) {
        let Some(index) = *agreement else { continue };
        life::read(context, findings, mention, &mut agreements[index]);
        clauses::read(context, findings, mention, &mut agreements[index]);
    }
    gather::succession(context, &named, &of_mention, &mut agreements);
    for agreement in &mut agreements {
        life::complete(context, findings, agreement);
    }
    findings.agreements = gather::kept(context, agreements);
}
