//! Flat tables of weights, found by feature hash.
//!
//! A table keeps only the features that training saw often enough. A tag beside each place says whose it is, so that a
//! feature without weights is told from one with weights by a look at a small array.

/// Where the weights of a feature stand.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    tags: &'a [i16],
}

impl<'a> Index<'a> {
    /// An index of 2ⁿ places, each with the tag of its feature or 0.
    ///
    /// # Panics
    /// When the length is not a power of two, or 1.
    pub fn new(tags: &'a [i16]) -> Self {
        assert!(tags.len().is_power_of_two() && tags.len() > 1, "an index has 2ⁿ places");
        Self { tags }
    }

    /// The two places that a feature can have, the better one first.
    pub fn places(&self, hash: u32) -> [usize; 2] {
        let place = hash as usize & (self.tags.len() - 1);
        [place, place ^ 1]
    }

    /// The place of a feature, if it has weights.
    #[inline]
    pub fn find(&self, hash: u32) -> Option<usize> {
        let tag = tag(hash);
        self.places(hash).into_iter().find(|place| self.tags[*place] == tag)
    }
}

/// The tag of a feature; never 0.
pub fn tag(hash: u32) -> i16 {
    ((hash >> 16) as u16).max(1).cast_signed()
}

/// A table of weights for yes-or-no decisions and for ranking: one number a feature.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'a> {
    /// Tag and weight side by side, so that a feature costs one look into memory.
    pairs: &'a [[i16; 2]],
}

impl<'a> Weights<'a> {
    /// A table of 2ⁿ pairs of a tag and a weight.
    ///
    /// # Panics
    /// When the numbers are not of that shape.
    pub fn new(numbers: &'a [i16]) -> Self {
        let (pairs, rest) = numbers.as_chunks();
        assert!(rest.is_empty() && pairs.len().is_power_of_two() && pairs.len() > 1, "2ⁿ pairs");
        Self { pairs }
    }

    /// The sum of the weights of these features.
    #[inline]
    pub fn score(&self, hashes: &[u32]) -> i32 {
        let mask = self.pairs.len() - 1;
        let weight = |hash: u32| {
            let (place, tag) = (hash as usize & mask, tag(hash));
            let [first, second] = [self.pairs[place], self.pairs[place ^ 1]];
            let second = if second[0] == tag { second[1] } else { 0 };
            i32::from(if first[0] == tag { first[1] } else { second })
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
        self.index.find(hash).map_or(0, |place| u32::from(self.values[place].cast_unsigned()))
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

    /// What a name names and its cluster, if it is in the table.
    #[inline]
    pub fn get(&self, hash: u32) -> Option<(u32, u32)> {
        let [bits, cluster] = self.values[self.index.find(hash)?].map(|v| u32::from(v.cast_unsigned()));
        Some((bits, cluster))
    }
}
