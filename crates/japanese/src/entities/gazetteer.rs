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
    let mut until = 0;
    for at in (0..tokens.len()).filter(|at| can_begin(words[*at].pos)) {
        let longest = if at < until { 1 } else { LONGEST };
        let entries = entries(text, &tokens[at..], longest);
        known[at].own = entries[0][0];
        let length = entries.iter().rposition(|entry| *entry != [0; 2]).map_or(0, |i| i + 1);
        if length > 0 && at >= until {
            until = at + length;
            let [bits, cluster] = entries[length - 1];
            mark(&mut known[at..until], bits, cluster);
        }
    }
}

/// What the table says of the first token, the first two, and so on up to `longest`. All hashes are there before the first
/// look into the table, so that the looks are under way at once.
fn entries(text: &str, tokens: &[Token], longest: usize) -> [[u32; 2]; LONGEST] {
    let mut hashes = [0; LONGEST];
    let mut hasher = WordHasher::default();
    let mut length = 0;
    for token in tokens.iter().take(longest) {
        if length > 0 && ends(token.pos) {
            break;
        }
        hasher.push(&text[token.span]);
        hashes[length] = hasher.finish();
        length += 1;
    }
    let table = models::gazetteer();
    let mut entries = [[0; 2]; LONGEST];
    // A single character is no name.
    let first = usize::from(tokens[0].span.len() < 6);
    for (entry, hash) in entries[first..length.max(first)].iter_mut().zip(&hashes[first..]) {
        *entry = table.get(*hash);
    }
    entries
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
