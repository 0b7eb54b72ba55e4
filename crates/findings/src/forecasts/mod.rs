//! Claims about what will or will not happen.

use crate::Context;
use tenkyo_model::{Diagnostic, Findings};

/// Adds the forecasts.
pub fn find(_context: Context<'_>, _findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {}
