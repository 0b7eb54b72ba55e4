//! All stages over one document, in order: [`Capture`] → [`Article`] → analysis → [`Findings`].
//!
//! The one place that knows the order of the stages; the command line, the server and the evaluation all read through it.

use std::sync::Arc;
use tenkyo_japanese::Japanese;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Analysis, Article, Capture, Diagnostic, Findings};

/// Everything that was read from one document.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its text and blocks.
    pub article: Article,
    /// Its language layer.
    pub analysis: Analysis,
    /// What it says.
    pub findings: Findings,
    /// What was odd about it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads documents one after another. Clone it for another thread; the data is shared.
#[derive(Clone)]
pub struct Reader {
    lexicon: Arc<Lexicon>,
    japanese: Japanese,
}

impl Reader {
    /// A reader over this data.
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self { lexicon, japanese: Japanese::new() }
    }

    /// Reads one document.
    pub fn read(&mut self, capture: &Capture) -> Reading {
        let (article, mut diagnostics) = tenkyo_article::read(capture, &self.lexicon);
        let (analysis, odd) = self.japanese.analyze(&article);
        diagnostics.extend(odd);
        let (findings, odd) = tenkyo_findings::find(&article, &analysis, &self.lexicon);
        diagnostics.extend(odd);
        Reading { article, analysis, findings, diagnostics }
    }
}
