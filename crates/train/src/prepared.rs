//! Annotated sentences as the program's own tokens.

use crate::corpora::{Sentence, Source};
use tenkyo_japanese::{Tokenizer, Word, relation};
use tenkyo_model::{Analysis, Bunsetsu};
use tenkyo_text::Span;

/// A sentence with its tokens and, where its corpus has them, its bunsetsu laid over them.
pub struct Prepared {
    /// As the corpus has it.
    pub gold: Sentence,
    /// Its tokens, and its bunsetsu with heads.
    pub analysis: Analysis,
    /// Its tokens as integers.
    pub words: Vec<Word>,
}

impl Prepared {
    /// Which of the learner's tables its corpus has.
    pub fn corpus(&self) -> usize {
        match self.gold.source {
            Source::Gsd => 0,
            Source::Wac => 1,
            Source::NerWikipedia => 2,
            Source::Iob2 => 3,
        }
    }
}

/// Lays the sentences over our tokens. A bunsetsu boundary inside a token is dropped.
pub fn prepare(sentences: Vec<Sentence>) -> Vec<Prepared> {
    let mut tokenizer = Tokenizer::new();
    sentences.into_iter().map(|gold| one(gold, &mut tokenizer)).filter(|p| !p.words.is_empty()).collect()
}

fn one(gold: Sentence, tokenizer: &mut Tokenizer) -> Prepared {
    let mut analysis = Analysis::default();
    tokenizer.tokenize(&gold.text, Span::of(&gold.text), &mut analysis.tokens);
    let words = analysis.tokens.iter().map(|t| Word::new(&gold.text, t)).collect();
    if !gold.bunsetsu.is_empty() && !analysis.tokens.is_empty() {
        lay(&gold, &mut analysis);
    }
    Prepared { gold, analysis, words }
}

fn lay(gold: &Sentence, analysis: &mut Analysis) {
    // The first token of each bunsetsu; those whose boundary falls into a token join the one before.
    let mut first = Vec::new();
    let mut of_gold = Vec::new();
    for (start, _) in &gold.bunsetsu {
        let token = analysis.tokens.partition_point(|t| (t.span.start as usize) < *start);
        let aligned = token == 0 || analysis.tokens[token - 1].span.end as usize <= *start;
        if first.is_empty() || (aligned && first.last() != Some(&token) && token < analysis.tokens.len()) {
            first.push(if first.is_empty() { 0 } else { token });
        }
        of_gold.push(first.len() - 1);
    }
    for (k, start) in first.iter().enumerate() {
        let tokens = *start..first.get(k + 1).copied().unwrap_or(analysis.tokens.len());
        let span =
            Span { start: analysis.tokens[*start].span.start, end: analysis.tokens[tokens.end - 1].span.end };
        let relation = relation(&gold.text, &analysis.tokens[tokens.clone()]);
        analysis.bunsetsu.push(Bunsetsu { span, tokens, head: None, relation });
    }
    for ((_, head), here) in gold.bunsetsu.iter().zip(&of_gold) {
        if let Some(there) = head.map(|h| of_gold[h.min(of_gold.len() - 1)]).filter(|there| there != here) {
            analysis.bunsetsu[*here].head = Some(there);
        }
    }
}
