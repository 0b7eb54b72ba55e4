//! Words of the dictionary that are cut further, because a bunsetsu begins inside them.

use std::collections::BTreeMap;
use tenkyo_model::{Pos, Token};
use tenkyo_text::Span;

static SPLITS: &str = include_str!("../../../data/ja/japanese/splits.tsv");

/// The words to cut, each with the tokens of its parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Splits {
    parts: BTreeMap<String, Vec<Token>>,
    /// Last byte of the first character of some word to cut: a quick no for most words.
    begins: Vec<u8>,
}

impl Splits {
    /// Compiles the list; `tokenize` gives the tokens of a part that stands alone.
    pub(crate) fn new(mut tokenize: impl FnMut(&str) -> Vec<Token>) -> Self {
        let mut out = Self::default();
        for line in SPLITS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let mut tokens = Vec::new();
            let mut at = 0;
            for part in line.split('|') {
                tokens.extend(tokenize(part).into_iter().map(|t| Token { span: t.span.shift(at), ..t }));
                at += part.len() as u32;
            }
            out.begins.extend(line.as_bytes().get(2));
            out.parts.insert(line.replace('|', ""), tokens);
        }
        out.begins.sort_unstable();
        out.begins.dedup();
        out
    }

    /// The tokens to put in the place of one that reads `words` (in normal form) and stands at `span`; nothing for most.
    pub(crate) fn parts(
        &self,
        words: &str,
        span: Span,
        pos: Pos,
    ) -> Option<impl Iterator<Item = Token> + '_> {
        let begins = matches!(words.len(), 9..=18) && self.begins.contains(&words.as_bytes()[2]);
        // A word with characters that were rewritten has another length: it stays whole.
        let parts =
            (begins && pos != Pos::Verbal && words.len() == span.len()).then(|| self.parts.get(words))??;
        Some(parts.iter().map(move |t| Token { span: t.span.shift(span.start), ..*t }))
    }
}
