//! The language layer: sentences, tokens, bunsetsu with dependencies, named entities.
//!
//! Entry point: [`Japanese::analyze`]. Knows nothing of any story, reads no files: its models are embedded in the program.

mod brackets;
pub mod dependency;
pub mod entities;
mod hash;
mod models;
pub mod normal;
mod pos;
mod relation;
pub mod segmentation;
mod sentences;
mod splits;
mod tokens;
mod weights;
mod word;
mod words;

pub use hash::{Features, word as word_hash};
pub use models::HEADER;
pub use relation::relation;
pub use weights::{Index, Names, Table, Weights, tag};
pub use word::Word;

use tenkyo_model::{Analysis, Article, Diagnostic, Sentence};
use tenkyo_text::Span;
pub use tokens::Tokenizer;

/// The analyser. Cheap to clone; one clone a thread.
#[derive(Clone)]
pub struct Japanese {
    tokenizer: Tokenizer,
    /// The tokens of the sentence at hand, as integers; kept for its memory.
    words: Vec<Word>,
    names: entities::Decoder,
}

impl Default for Japanese {
    fn default() -> Self {
        Self::new()
    }
}

impl Japanese {
    /// An analyser over the embedded models.
    pub fn new() -> Self {
        Self { tokenizer: Tokenizer::new(), words: Vec::new(), names: entities::Decoder::default() }
    }

    /// Analyses the blocks of an article.
    pub fn analyze(&mut self, article: &Article) -> (Analysis, Vec<Diagnostic>) {
        let mut analysis = Analysis::default();
        for (index, block) in article.blocks.iter().enumerate() {
            for span in sentences::split(&article.text, block.span) {
                self.sentence(&article.text, span, index, &mut analysis);
            }
        }
        entities::agree(&article.text, &mut analysis);
        (analysis, Vec::new())
    }

    /// Analyses a text that is known to be one sentence.
    pub fn analyze_sentence(&mut self, text: &str) -> Analysis {
        let mut analysis = Analysis::default();
        self.sentence(text, Span::of(text).trim(text), 0, &mut analysis);
        analysis
    }

    fn sentence(&mut self, text: &str, span: Span, block: usize, analysis: &mut Analysis) {
        let tokens = self.tokenizer.tokenize(text, span, &mut analysis.tokens);
        self.words.clear();
        self.words.extend(analysis.tokens[tokens.clone()].iter().map(|t| Word::new(text, t)));
        let bunsetsu =
            segmentation::segment(text, tokens.clone(), &self.words, models::segmentation(), analysis);
        dependency::attach(text, bunsetsu.clone(), &self.words, models::dependency(), analysis);
        entities::find(text, tokens.clone(), &self.words, models::names(), &mut self.names, analysis);
        analysis.sentences.push(Sentence { span, block, tokens, bunsetsu });
    }
}
