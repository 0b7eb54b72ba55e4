//! The tokens of the language layer as Tantivy takes them.

use std::cell::RefCell;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use tenkyo_model::Pos;
use tenkyo_text::Span;

/// Name under which the index knows the tokenizer.
pub(crate) const NAME: &str = "tenkyo";

/// Longest piece handed to the morphological analyser, in bytes: its lattice grows with the sentence.
const PIECE: usize = 4096;

thread_local! {
    // The analyser's worker must stay on its thread, and is dear to make.
    static MORPHEMES: RefCell<tenkyo_japanese::Tokenizer> = RefCell::default();
}

/// Cuts text into morphemes; a term is the dictionary form in lower case, so that every inflection is found.
#[derive(Clone, Default)]
pub(crate) struct Morphemes;

impl Tokenizer for Morphemes {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        Stream { tokens: tokens(text), next: 0 }
    }
}

/// The tokens of a text; the position of each is its place among them.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    MORPHEMES.with_borrow_mut(|morphemes| {
        for span in pieces(text) {
            morphemes.tokenize(text, span, &mut tokens);
        }
    });
    let tokens = tokens.iter().filter(|t| !matches!(t.pos, Pos::Other | Pos::Comma | Pos::FullStop));
    let tokens = tokens.enumerate().map(|(position, token)| Token {
        offset_from: token.span.start as usize,
        offset_to: token.span.end as usize,
        position,
        text: token.lemma(text).to_lowercase(),
        position_length: 1,
    });
    tokens.collect()
}

/// Pieces of the text that end where a sentence or line does, none much longer than [`PIECE`].
fn pieces(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    let ends = text.char_indices().filter_map(move |(at, c)| {
        let end = at + c.len_utf8();
        let full = end - start >= PIECE;
        (matches!(c, '。' | '\n') || full || end == text.len()).then(|| {
            let span = Span::new(start, end);
            start = end;
            span
        })
    });
    ends.filter(|span| !text[*span].trim().is_empty())
}

/// The tokens of one text.
pub(crate) struct Stream {
    tokens: Vec<Token>,
    next: usize,
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        self.next += 1;
        self.next <= self.tokens.len()
    }

    fn token(&self) -> &Token {
        &self.tokens[self.next - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokens[self.next - 1]
    }
}
