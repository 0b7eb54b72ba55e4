//! Ids that follow from what an entry says, so that they stay when documents are added and do not tell the order of adding.

use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Gives out ids of one kind of entry.
pub(crate) struct Ids {
    prefix: &'static str,
    /// Looked up, never listed.
    given: HashMap<String, usize>,
}

impl Ids {
    /// Ids that begin with `prefix`.
    pub fn new(prefix: &'static str) -> Self {
        Self { prefix, given: HashMap::new() }
    }

    /// The id of the entry that these parts make up; a second entry of the same parts gets a number after it.
    pub fn give(&mut self, parts: &[&str]) -> String {
        let id = format!("{}-{}", self.prefix, digest(parts));
        let count = self.given.entry(id.clone()).and_modify(|n| *n += 1).or_insert(1);
        if *count == 1 { id } else { format!("{id}-{count}") }
    }
}

/// The first ten hexadecimal digits of the SHA-256 of the parts.
pub(crate) fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    hash.finalize().iter().take(5).flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
