//! Flat tables of weights, found by feature hash.
//!
//! A table keeps only the features that training saw often enough. A tag beside each place says whose it is, so that a
//! feature without weights is told from one with weights by a look at a small array.
//!
//! The tables are larger than the caches, so time goes by how many looks into memory are under way at once. Nothing branches
//! on what a look finds: the processor then goes on to the next feature while it waits.

/// Where the weights of a feature stand.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    /// The tags of two places side by side: a feature can have either.
    buckets: &'a [[i16; 2]],
}

impl<'a> Index<'a> {
    /// An index of 2ⁿ places, each with the tag of its feature or 0.
    ///
    /// # Panics
    /// When the length is not a power of two, or 1.
    pub fn new(tags: &'a [i16]) -> Self {
        assert!(tags.len().is_power_of_two() && tags.len() > 1, "an index has 2ⁿ places");
        Self { buckets: tags.as_chunks().0 }
    }

    /// The two places that a feature can have, the better one first.
    pub fn places(&self, hash: u32) -> [usize; 2] {
        let place = hash as usize & (2 * self.buckets.len() - 1);
        [place, place ^ 1]
    }

    /// The place of a feature, if it has weights.
    #[inline]
    pub fn find(&self, hash: u32) -> Option<usize> {
        let (place, has) = self.look(hash);
        has.then_some(place)
    }

    /// Asks for the memory that [`Self::look`] will read.
    #[inline]
    pub(crate) fn prefetch(&self, hash: u32) {
        prefetch(&self.buckets[hash as usize >> 1 & (self.buckets.len() - 1)]);
    }

    /// The place of a feature and whether it has weights; where it has none, any place.
    #[inline]
    pub(crate) fn look(&self, hash: u32) -> (usize, bool) {
        let bucket = hash as usize >> 1 & (self.buckets.len() - 1);
        let [first, second] = self.buckets[bucket].map(|t| t == tag(hash));
        (2 * bucket + usize::from(second), first | second)
    }
}

/// Asks for the memory at `place`, so that it is near when it is read.
#[inline]
pub(crate) fn prefetch<T>(place: &T) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a prefetch reads nothing; every x86-64 processor has it.
    unsafe {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        _mm_prefetch::<_MM_HINT_T0>(std::ptr::from_ref(place).cast());
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = place;
}

/// The tag of a feature; never 0.
pub fn tag(hash: u32) -> i16 {
    ((hash >> 16) as u16).max(1).cast_signed()
}

/// A table of weights for yes-or-no decisions and for ranking: one number a feature.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'a> {
    /// Tags and weights of two places side by side, so that a feature costs one look into memory.
    buckets: &'a [[[i16; 2]; 2]],
}

impl<'a> Weights<'a> {
    /// A table of 2ⁿ pairs of a tag and a weight.
    ///
    /// # Panics
    /// When the numbers are not of that shape.
    pub fn new(numbers: &'a [i16]) -> Self {
        let (pairs, rest) = numbers.as_chunks();
        assert!(rest.is_empty() && pairs.len().is_power_of_two() && pairs.len() > 1, "2ⁿ pairs");
        Self { buckets: pairs.as_chunks().0 }
    }

    /// Asks for the memory that [`Self::score`] will read.
    #[inline]
    pub fn prefetch(&self, hashes: &[u32]) {
        let mask = self.buckets.len() - 1;
        hashes.iter().for_each(|hash| prefetch(&self.buckets[*hash as usize >> 1 & mask]));
    }

    /// The sum of the weights of these features.
    #[inline]
    pub fn score(&self, hashes: &[u32]) -> i32 {
        let mask = self.buckets.len() - 1;
        let weight = |hash: u32| {
            let of =
                |[t, weight]: [i16; 2]| std::hint::select_unpredictable(t == tag(hash), i32::from(weight), 0);
            let [first, second] = self.buckets[hash as usize >> 1 & mask];
            of(first) + of(second)
        };
        hashes.iter().map(|hash| weight(*hash)).sum()
    }
}

/// A table of one number for each of some words, found by the word's hash.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    index: Index<'a>,
    values: &'a [i16],
}

impl<'a> Table<'a> {
    /// A table of 2ⁿ tags and as many values.
    ///
    /// # Panics
    /// When the numbers are not of that shape.
    pub fn new(numbers: &'a [i16]) -> Self {
        let (tags, values) = numbers.split_at(numbers.len() / 2);
        Self { index: Index::new(tags), values }
    }

    /// The number of a word; 0 for one that is not in the table.
    #[inline]
    pub fn get(&self, hash: u32) -> u32 {
        let (place, has) = self.index.look(hash);
        u32::from(self.values[place].cast_unsigned()) * u32::from(has)
    }
}

/// A table of names: what each names, as bits, and its cluster.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    index: Index<'a>,
    values: &'a [[i16; 2]],
}

impl<'a> Names<'a> {
    /// A table of 2ⁿ tags and as many pairs of values.
    ///
    /// # Panics
    /// When the numbers are not of that shape.
    pub fn new(numbers: &'a [i16]) -> Self {
        let (tags, rest) = numbers.split_at(numbers.len() / 3);
        let (values, rest) = rest.as_chunks();
        assert!(rest.is_empty(), "a table of names has tags and pairs");
        Self { index: Index::new(tags), values }
    }

    /// What a name names and its cluster; zeros for what is not in the table.
    #[inline]
    pub fn get(&self, hash: u32) -> [u32; 2] {
        let (place, has) = self.index.look(hash);
        self.values[place].map(|v| u32::from(v.cast_unsigned()) * u32::from(has))
    }
}
