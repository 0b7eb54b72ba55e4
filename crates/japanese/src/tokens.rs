//! Morphemes by vibrato and IPADIC.

use crate::splits::Splits;
use crate::{models, normal, pos};
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use tenkyo_model::{Pos, Token};
use tenkyo_text::Span;
use vibrato_rkyv::{Tokenizer as Vibrato, dictionary::LexType, tokenizer::worker::Worker};

/// Cuts sentences into morphemes.
pub struct Tokenizer {
    worker: Worker,
    /// Part of speech by context id, filled as the ids are met: a context id determines it.
    pos: Vec<Option<Pos>>,
    splits: Arc<Splits>,
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
        let mut tokenizer = Self { worker: vibrato.new_worker(), pos: Vec::new(), splits: Arc::default() };
        static SPLITS: OnceLock<Arc<Splits>> = OnceLock::new();
        let compile = || {
            Arc::new(Splits::new(|part| {
                let mut tokens = Vec::new();
                tokenizer.tokenize(part, Span::of(part), &mut tokens);
                tokens
            }))
        };
        let splits = SPLITS.get_or_init(compile).clone();
        tokenizer.splits = splits;
        tokenizer
    }

    /// Appends the tokens of `text[span]` to `tokens` and says which they are. The words are read in their normalised
    /// form; the spans are those of the original.
    pub fn tokenize(&mut self, text: &str, span: Span, tokens: &mut Vec<Token>) -> Range<usize> {
        let first = tokens.len();
        let view = normal::view(&text[span], span.start);
        let words = view.as_ref().map_or(&text[span], |v| v.text());
        self.worker.reset_sentence(words);
        self.worker.tokenize();
        for token in self.worker.token_iter() {
            let here = Span::from(token.range_byte());
            let feature = models::feature(&token);
            let context = token.left_id();
            let token = Token {
                span: view.as_ref().map_or(here.shift(span.start), |v| v.original(here)),
                pos: pos_of(&mut self.pos, context, feature),
                feature,
                context,
                known: token.lex_type() != LexType::Unknown,
            };
            match self.splits.parts(&words[here], token.span, token.pos) {
                Some(parts) => tokens.extend(parts),
                None => tokens.push(token),
            }
        }
        first..tokens.len()
    }
}

fn pos_of(table: &mut Vec<Option<Pos>>, context: u16, feature: &str) -> Pos {
    let index = usize::from(context);
    if table.len() <= index {
        table.resize(index + 1, None);
    }
    *table[index].get_or_insert_with(|| pos::of_feature(feature))
}
