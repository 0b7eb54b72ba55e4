//! What the model looks at in a bunsetsu: a few integers.

use crate::word::Word;
use crate::{hash, models};
use tenkyo_model::{Pos, Relation, Token};

/// A bunsetsu as integers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Phrase {
    /// Hash of the dictionary form of the last content word.
    pub content: u32,
    /// Cluster of the last content word.
    pub cluster: u32,
    /// Context id of the last content word.
    pub content_context: u32,
    /// Part of speech of the last content word.
    pub content_pos: u32,
    /// Hash of the last function word's surface (of the content word's where there is none).
    pub function: u32,
    /// Context id of the last function word.
    pub function_context: u32,
    /// Hash of all function words.
    pub tail: u32,
    /// Part of speech of the first content word.
    pub first_pos: u32,
    /// Hash of the first content word.
    pub first: u32,
    /// Number of its relation.
    pub relation: u32,
    /// Bits: comma, opening bracket, closing bracket, full stop, verb or adjective inside, topic particle inside.
    pub marks: u32,
}

/// Bit of [`Phrase::marks`]: a comma at the end.
pub(crate) const COMMA: u32 = 1;
/// Bit of [`Phrase::marks`]: an opening bracket.
pub(crate) const OPEN: u32 = 2;
/// Bit of [`Phrase::marks`]: a closing bracket.
pub(crate) const CLOSE: u32 = 4;

impl Phrase {
    /// The bunsetsu of these tokens (with the same tokens as integers).
    pub fn new(text: &str, tokens: &[Token], words: &[Word], relation: Relation) -> Self {
        let mut phrase = Phrase { relation: relation as u32 + 1, ..Phrase::default() };
        let mut first = true;
        let mut tail = [0; 2];
        for (token, word) in tokens.iter().zip(words) {
            phrase.marks |= mark(token.pos);
            if is_content(token.pos) {
                phrase.content = lemma(text, token, *word);
                phrase.cluster = models::clusters().get(phrase.content);
                phrase.content_context = word.context;
                phrase.content_pos = word.pos_id() + 1;
                if std::mem::take(&mut first) {
                    phrase.first = word.surface;
                    phrase.first_pos = word.pos_id() + 1;
                }
                tail = [0; 2];
                phrase.function = word.surface;
                phrase.function_context = word.context;
            } else if is_function(token.pos) {
                tail = [tail[1].max(hash::mix(99, [tail[0], tail[1], 0, 0])), word.surface];
                phrase.function = word.surface;
                phrase.function_context = word.context;
            }
        }
        phrase.tail = hash::mix(98, [tail[0], tail[1], 0, 0]);
        phrase
    }
}

fn mark(pos: Pos) -> u32 {
    match pos {
        Pos::Comma => COMMA,
        Pos::Open => OPEN,
        Pos::Close => CLOSE,
        Pos::FullStop => 8,
        Pos::Verb | Pos::Adjective => 16,
        Pos::Topic => 32,
        _ => 0,
    }
}

fn is_content(pos: Pos) -> bool {
    !is_function(pos) && !is_punctuation(pos)
}

fn is_function(pos: Pos) -> bool {
    use Pos::*;
    matches!(
        pos,
        Case | Topic
            | Genitive
            | Conjunctive
            | Coordinating
            | Particle
            | Auxiliary
            | DependentVerb
            | Suffix
            | Counter
    )
}

fn is_punctuation(pos: Pos) -> bool {
    matches!(pos, Pos::Open | Pos::Close | Pos::FullStop | Pos::Comma | Pos::Symbol | Pos::Other)
}

/// Hash of the dictionary form; only verbs and adjectives have one that differs from the surface.
fn lemma(text: &str, token: &Token, word: Word) -> u32 {
    match token.pos {
        Pos::Verb | Pos::Adjective => hash::word(token.lemma(text)),
        _ => word.surface,
    }
}
