//! Time expressions and the publication date.

use crate::Context;
use tenkyo_model::{Diagnostic, Findings};

/// Adds the publication date and the times.
pub fn find(_context: Context<'_>, _findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {}
