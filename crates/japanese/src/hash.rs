//! Hashing of features: a few multiplications, the same on every machine.

const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// A hash of a template number and its values.
#[inline]
pub(crate) fn mix(template: u32, values: [u32; 4]) -> u32 {
    let [a, b, c, d] = values.map(u64::from);
    let mut h = u64::from(template).wrapping_add(1).wrapping_mul(K);
    h = (h ^ (a | b << 32)).wrapping_mul(K);
    h ^= h >> 29;
    h = (h ^ (c | d << 32)).wrapping_mul(K);
    (h >> 32) as u32
}

/// The hash of a word, given piece by piece; widths of Latin letters, digits and punctuation do not matter.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    pub(crate) fn push(&mut self, piece: &str) {
        for c in piece.chars() {
            let c = match c {
                '\u{ff01}'..='\u{ff5e}' => c as u64 - 0xFEE0,
                c => c as u64,
            };
            self.0 = (self.0.rotate_left(5) ^ c).wrapping_mul(K);
        }
    }

    pub(crate) fn finish(self) -> u32 {
        let mixed = (self.0 ^ self.0 >> 32).wrapping_mul(K);
        (mixed >> 32) as u32 | 1
    }
}

/// The hash of a word.
pub fn word(word: &str) -> u32 {
    let mut hasher = WordHasher::default();
    hasher.push(word);
    hasher.finish()
}

/// A list of feature hashes with a fixed room, so that nothing is allocated.
#[derive(Clone, Debug)]
pub struct Features<const N: usize> {
    hashes: [u32; N],
    len: usize,
}

impl<const N: usize> Default for Features<N> {
    fn default() -> Self {
        Self { hashes: [0; N], len: 0 }
    }
}

impl<const N: usize> Features<N> {
    /// Adds the feature of the next template: templates are numbered by their order.
    #[inline]
    pub(crate) fn add(&mut self, values: [u32; 4]) {
        let template = self.len as u32;
        if let Some(slot) = self.hashes.get_mut(self.len) {
            *slot = mix(template, values);
            self.len += 1;
        }
    }

    /// The hashes.
    #[inline]
    pub fn hashes(&self) -> &[u32] {
        &self.hashes[..self.len]
    }
}
