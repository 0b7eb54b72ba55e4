//! What the models look at in a token: a few integers.

use crate::{hash, models};
use tenkyo_model::{Pos, Token};

/// A token as integers.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Hash of the surface.
    pub surface: u32,
    /// IPADIC's context id.
    pub context: u32,
    /// Part of speech.
    pub pos: Pos,
    /// Kinds of characters and length, see [`shape`].
    pub shape: u32,
    /// Number of the cluster of words used like it, from 1; 0 for none.
    pub cluster: u32,
    /// First character.
    pub first: u32,
    /// Last character.
    pub last: u32,
    /// Hash of the last two characters.
    pub ending: u32,
}

impl Word {
    /// What stands before the first and after the last token.
    pub const EDGE: Word =
        Word { surface: 0, context: 0, pos: Pos::Other, shape: 0, cluster: 0, first: 0, last: 0, ending: 0 };

    /// The token as integers.
    pub fn new(text: &str, token: &Token) -> Self {
        let words = &text[token.span];
        let context = u32::from(token.context) | u32::from(!token.known) << 15;
        let mut backwards = words.chars().rev().map(u32::from);
        let last = backwards.next().unwrap_or(0);
        let ending = hash::mix(97, [last, backwards.next().unwrap_or(0), 0, 0]);
        let surface = hash::word(words);
        Self {
            surface,
            cluster: models::clusters().get(surface),
            context,
            pos: token.pos,
            shape: shape(words),
            first: words.chars().next().map_or(0, u32::from),
            last,
            ending,
        }
    }

    /// The coarser cluster.
    pub(crate) fn coarse(self) -> u32 {
        coarse(self.cluster)
    }

    pub(crate) fn pos_id(self) -> u32 {
        self.pos as u32
    }
}

/// The coarser cluster of a cluster; 0 for none.
pub(crate) fn coarse(cluster: u32) -> u32 {
    if cluster == 0 { 0 } else { ((cluster - 1) >> 3) + 1 }
}

/// Kinds of the first and last character and whether all are of one kind, with the length up to 3.
fn shape(words: &str) -> u32 {
    let first = words.chars().next().map_or(0, kind);
    let last = words.chars().next_back().map_or(0, kind);
    let length = words.len().div_ceil(3).min(4) as u32;
    first | last << 4 | length << 8
}

/// Kind of a character.
pub(crate) fn kind(c: char) -> u32 {
    match c {
        'ぁ'..='ゖ' => 1,
        'ァ'..='ヺ' | 'ー' | '\u{ff66}'..='\u{ff9f}' => 2,
        '一'..='\u{9fff}' | '々' | '\u{3400}'..='\u{4dbf}' => 3,
        'A'..='Z' | '\u{ff21}'..='\u{ff3a}' => 4,
        'a'..='z' | '\u{ff41}'..='\u{ff5a}' => 5,
        '0'..='9' | '\u{ff10}'..='\u{ff19}' => 6,
        '・' | '＝' | '=' => 7,
        _ if c.is_alphabetic() => 8,
        _ => 9,
    }
}

/// The word `by` places from `at`, or the edge.
pub(crate) fn around(words: &[Word], at: usize, by: isize) -> Word {
    at.checked_add_signed(by).and_then(|i| words.get(i)).copied().unwrap_or(Word::EDGE)
}
