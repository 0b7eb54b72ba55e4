//! Known names: runs of tokens that spell one out.

use crate::hash::WordHasher;
use crate::models;
use crate::word::Word;
use tenkyo_model::{Pos, Token};

/// Longest name looked for, in tokens.
const LONGEST: usize = 6;

/// What the lists of names say of a token; zeros where they are silent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// What the longest known name that covers the token names (13 bits), and where in it the token stands (from bit 13:
    /// 1 alone, 2 first, 3 inside, 4 last).
    pub bits: u32,
    /// Cluster of that name, from 1, and where in it the token stands (from bit 13).
    pub cluster: u32,
    /// What the token alone names.
    pub own: u32,
}

/// What the lists say of each token. Names are read from left to right, the longest first.
pub fn known(text: &str, tokens: &[Token], words: &[Word], known: &mut Vec<Known>) {
    known.clear();
    known.resize(tokens.len(), Known::default());
    let table = models::gazetteer();
    let mut until = 0;
    for at in (0..tokens.len()).filter(|at| can_begin(words[*at].pos)) {
        let mut found = None;
        let mut hasher = WordHasher::default();
        for (length, token) in tokens[at..].iter().take(if at < until { 1 } else { LONGEST }).enumerate() {
            if length > 0 && ends(token.pos) {
                break;
            }
            hasher.push(&text[token.span]);
            let single = length == 0 && token.span.len() < 6;
            let Some((bits, cluster)) = (!single).then(|| table.get(hasher.finish())).flatten() else {
                continue;
            };
            if length == 0 {
                known[at].own = bits;
            }
            found = Some((length + 1, bits, cluster));
        }
        if let Some((length, bits, cluster)) = found.filter(|_| at >= until) {
            until = at + length;
            mark(&mut known[at..until], bits, cluster);
        }
    }
}

fn mark(known: &mut [Known], bits: u32, cluster: u32) {
    let last = known.len() - 1;
    for (i, known) in known.iter_mut().enumerate() {
        let place = match i {
            _ if last == 0 => 1,
            0 => 2,
            i if i == last => 4,
            _ => 3,
        };
        known.bits = bits | place << 13;
        known.cluster = cluster | place << 13;
    }
}

/// Whether no name goes on with such a token.
fn ends(pos: Pos) -> bool {
    use Pos::*;
    matches!(pos, Case | Topic | Conjunctive | Comma | FullStop | Open | Close | DependentVerb)
}

fn can_begin(pos: Pos) -> bool {
    use Pos::*;
    !ends(pos) && !matches!(pos, Genitive | Coordinating | Particle | Auxiliary)
}
