//! Actors: mentions, coreference, links to `knowledge/`.

use crate::Context;
use tenkyo_model::{Diagnostic, Findings};

/// Adds the actors with their mentions.
pub fn find(_context: Context<'_>, _findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {}
