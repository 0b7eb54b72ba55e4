//! Coded events.

use crate::Context;
use tenkyo_model::{Diagnostic, Findings};

/// Adds the events.
pub fn find(_context: Context<'_>, _findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {}
