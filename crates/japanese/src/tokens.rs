//! Morphemes by vibrato and IPADIC.

use crate::{models, pos};
use std::ops::Range;
use tenkyo_model::Token;
use tenkyo_text::Span;
use vibrato_rkyv::{Tokenizer as Vibrato, tokenizer::worker::Worker};

/// Cuts sentences into morphemes.
pub struct Tokenizer {
    worker: Worker,
}

impl Clone for Tokenizer {
    fn clone(&self) -> Self {
        Self::new()
    }
}

impl Default for Tokenizer {
    fn default() -> Self {
        Self::new()
    }
}

impl Tokenizer {
    /// A tokenizer over the embedded dictionary.
    pub fn new() -> Self {
        let vibrato = Vibrato::from_shared_dictionary(models::dictionary().clone());
        // With these two settings vibrato gives MeCab's surfaces exactly.
        let vibrato = vibrato.ignore_space(true).expect("IPADIC defines SPACE").max_grouping_len(24);
        Self { worker: vibrato.new_worker() }
    }

    /// Appends the tokens of `text[span]` to `tokens` and says which they are.
    pub fn tokenize(&mut self, text: &str, span: Span, tokens: &mut Vec<Token>) -> Range<usize> {
        let first = tokens.len();
        self.worker.reset_sentence(&text[span]);
        self.worker.tokenize();
        tokens.extend(self.worker.token_iter().map(|token| {
            let feature = models::feature(&token);
            Token {
                span: Span::from(token.range_byte()).shift(span.start),
                pos: pos::of_feature(feature),
                feature,
                context: token.left_id(),
                known: token.lex_type() != vibrato_rkyv::dictionary::LexType::Unknown,
            }
        }));
        first..tokens.len()
    }
}
