//! The language layer: sentences, tokens, bunsetsu with dependencies, named entities.
//!
//! Entry point: [`Japanese::analyze`]. Knows nothing of any story, reads no files: its models are embedded in the program.

mod bunsetsu;
mod models;
mod pos;
mod sentences;
mod tokens;

use tenkyo_model::{Analysis, Article, Diagnostic, Sentence};
pub use tokens::Tokenizer;

/// The analyser. Cheap to clone; one clone a thread.
#[derive(Clone)]
pub struct Japanese {
    tokenizer: Tokenizer,
}

impl Default for Japanese {
    fn default() -> Self {
        Self::new()
    }
}

impl Japanese {
    /// An analyser over the embedded models.
    pub fn new() -> Self {
        Self { tokenizer: Tokenizer::new() }
    }

    /// Analyses the blocks of an article.
    pub fn analyze(&mut self, article: &Article) -> (Analysis, Vec<Diagnostic>) {
        let mut analysis = Analysis::default();
        for (index, block) in article.blocks.iter().enumerate() {
            for span in sentences::split(&article.text, block.span) {
                let tokens = self.tokenizer.tokenize(&article.text, span, &mut analysis.tokens);
                let bunsetsu = bunsetsu::segment(&article.text, tokens.clone(), &mut analysis);
                analysis.sentences.push(Sentence { span, block: index, tokens, bunsetsu });
            }
        }
        (analysis, Vec::new())
    }
}
