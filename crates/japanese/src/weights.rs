//! Flat tables of weights, indexed by feature hash.

/// A table of weights for yes-or-no decisions and for ranking: one number a feature.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'a> {
    table: &'a [i16],
}

impl<'a> Weights<'a> {
    /// A table of 2ⁿ weights.
    ///
    /// # Panics
    /// When the length is not a power of two.
    pub fn new(table: &'a [i16]) -> Self {
        assert!(table.len().is_power_of_two(), "a table has 2ⁿ weights");
        Self { table }
    }

    /// The sum of the weights of these features.
    #[inline]
    pub fn score(&self, hashes: &[u32]) -> i32 {
        let mask = self.table.len() - 1;
        hashes.iter().map(|h| i32::from(self.table[*h as usize & mask])).sum()
    }
}
