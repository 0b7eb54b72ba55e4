//! Where the words of a text stand in it, kept beside the text: showing what was found needs no analysis of the text again.
//!
//! Of each word two numbers: bytes since the end of the word before, and its own bytes; seven bits a byte, the lowest first,
//! all but the last of a number with the eighth bit set (LEB128).

use std::ops::Range;
use tantivy::tokenizer::Token;

/// The places of tokens that follow each other.
pub(super) fn packed(tokens: &[Token]) -> Vec<u8> {
    let (mut bytes, mut end) = (Vec::with_capacity(tokens.len() * 2), 0);
    for token in tokens {
        put(token.offset_from - end, &mut bytes);
        put(token.offset_to - token.offset_from, &mut bytes);
        end = token.offset_to;
    }
    bytes
}

/// The same as bytes of the text; the word at position `n` is the `n`th.
pub(super) fn unpacked(bytes: &[u8]) -> Vec<Range<usize>> {
    let (mut bytes, mut end) = (bytes.iter().copied(), 0);
    let mut next = || {
        let start = end + take(&mut bytes)?;
        end = start + take(&mut bytes)?;
        Some(start..end)
    };
    std::iter::from_fn(&mut next).collect()
}

fn put(mut number: usize, bytes: &mut Vec<u8>) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn take(bytes: &mut impl Iterator<Item = u8>) -> Option<usize> {
    let mut number = 0;
    for shift in (0..usize::BITS).step_by(7) {
        let byte = bytes.next()?;
        number |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(words in prop::collection::vec((0usize..70_000, 0usize..300), 0..40)) {
            let mut end = 0;
            let tokens = words.into_iter().map(|(gap, length)| {
                let offset_from = end + gap;
                end = offset_from + length;
                Token { offset_from, offset_to: end, ..Token::default() }
            });
            let tokens: Vec<Token> = tokens.collect();
            let places: Vec<_> = tokens.iter().map(|t| t.offset_from..t.offset_to).collect();
            prop_assert_eq!(unpacked(&packed(&tokens)), places);
        }
    }
}
