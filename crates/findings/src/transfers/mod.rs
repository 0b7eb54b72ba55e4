//! Things given, sold, shipped, offered.

use crate::Context;
use tenkyo_model::{Diagnostic, Findings};

/// Adds the transfers.
pub fn find(_context: Context<'_>, _findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {}
