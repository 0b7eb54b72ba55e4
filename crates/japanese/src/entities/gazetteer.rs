//! Known names: runs of tokens that spell one out.

use crate::hash::WordHasher;
use crate::models;
use crate::word::Word;
use tenkyo_model::{Pos, Token};

/// Longest name looked for, in tokens.
const LONGEST: usize = 6;

/// For each token what the longest known name that covers it names (7 bits), and where in it the token stands (from bit 8:
/// 1 alone, 2 first, 3 inside, 4 last); 0 for none. Names are read from left to right, the longest first.
pub fn known(text: &str, tokens: &[Token], words: &[Word], known: &mut Vec<u32>) {
    known.clear();
    known.resize(tokens.len(), 0);
    let table = models::gazetteer();
    let mut at = 0;
    while at < tokens.len() {
        let mut found = None;
        if can_begin(words[at].pos) {
            let mut hasher = WordHasher::default();
            for (length, token) in tokens[at..].iter().take(LONGEST).enumerate() {
                hasher.push(&text[token.span]);
                let bits = if length == 0 && token.span.len() < 6 { 0 } else { table.get(hasher.finish()) };
                if bits != 0 {
                    found = Some((length + 1, bits));
                }
            }
        }
        let (length, bits) = found.unwrap_or((1, 0));
        if bits != 0 {
            known[at..at + length].fill(bits | 3 << 8);
            known[at + length - 1] = bits | 4 << 8;
            known[at] = bits | if length == 1 { 1 << 8 } else { 2 << 8 };
        }
        at += length;
    }
}

fn can_begin(pos: Pos) -> bool {
    use Pos::*;
    !matches!(
        pos,
        Case | Topic
            | Genitive
            | Conjunctive
            | Coordinating
            | Particle
            | Auxiliary
            | DependentVerb
            | Comma
            | FullStop
            | Open
            | Close
    )
}
