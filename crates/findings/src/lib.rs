//! What one article says: times, quantities, actors, statements, events, transfers, forecasts, each with its certainty.
//!
//! Entry point: [`find`]. Each layer is a module that reads the layers before it and adds its own list. Never looks at
//! another document; reads no clock and no files.

pub mod actors;
pub mod agreements;
pub mod certainty;
pub mod events;
pub mod forecasts;
pub mod grades;
pub mod programmes;
pub mod quantities;
pub mod statements;
#[cfg(test)]
mod testing;
pub mod times;
pub mod transfers;

use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Analysis, Article, Diagnostic, Findings};

/// What a layer reads: the article, its analysis and the data.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its sentences, tokens, bunsetsu, entities.
    pub analysis: &'a Analysis,
    /// Words, frames, known actors.
    pub lexicon: &'a Lexicon,
}

/// Finds everything, layer by layer.
pub fn find(article: &Article, analysis: &Analysis, lexicon: &Lexicon) -> (Findings, Vec<Diagnostic>) {
    let context = Context { article, analysis, lexicon };
    let mut findings = Findings::default();
    let mut diagnostics = Vec::new();
    times::find(context, &mut findings, &mut diagnostics);
    quantities::find(context, &mut findings, &mut diagnostics);
    actors::find(context, &mut findings, &mut diagnostics);
    statements::find(context, &mut findings, &mut diagnostics);
    events::find(context, &mut findings, &mut diagnostics);
    programmes::find(context, &mut findings, &mut diagnostics);
    agreements::find(context, &mut findings, &mut diagnostics);
    transfers::find(context, &mut findings, &mut diagnostics);
    times::tell_zones(context, &mut findings);
    forecasts::find(context, &mut findings, &mut diagnostics);
    grades::find(context, &mut findings, &mut diagnostics);
    (findings, diagnostics)
}
