//! Which features get weights: those seen often enough, the more frequent first.

use tenkyo_japanese::{Index, tag};

/// An index under construction, and which features it holds.
pub struct Slots {
    /// The tags of the model.
    pub tags: Vec<i16>,
    /// The feature at each place and how often it was seen; zeros at free places.
    pub features: Vec<(u32, usize)>,
}

impl Slots {
    /// Gives places to the features among `seen` (one hash for each time) that were seen at least `least` times, in a
    /// table of 2^`bits`. A feature whose places are both taken by more frequent ones gets none.
    pub fn new(mut seen: Vec<u32>, bits: u32, least: usize) -> Self {
        seen.sort_unstable();
        let mut counted: Vec<(usize, u32)> = seen.chunk_by(|a, b| a == b).map(|c| (c.len(), c[0])).collect();
        let all = counted.len();
        counted.retain(|(count, _)| *count >= least);
        counted.sort_unstable_by_key(|(count, hash)| (std::cmp::Reverse(*count), *hash));
        let mut tags = vec![0; 1 << bits];
        let mut features = vec![(0, 0); 1 << bits];
        let mut placed = 0;
        for (count, hash) in &counted {
            let index = Index::new(&tags);
            let free = index.places(*hash).into_iter().find(|place| tags[*place] == 0);
            if let Some(place) = free.filter(|_| index.find(*hash).is_none()) {
                tags[place] = tag(*hash);
                features[place] = (*hash, *count);
                placed += 1;
            }
        }
        println!("{all} features, {} seen {least} times or more, {placed} placed", counted.len());
        Self { tags, features }
    }

    /// The places to keep in a smaller table of 2^`bits`, each with its place there: those that weigh most first.
    pub fn smaller(&self, bits: u32, weight: impl Fn(usize) -> f32) -> (Vec<i16>, Vec<(usize, usize)>) {
        let mut order: Vec<(f32, usize)> =
            (0..self.tags.len()).filter(|p| self.tags[*p] != 0).map(|p| (weight(p), p)).collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut tags = vec![0; 1 << bits];
        let mut kept = Vec::new();
        for (_, from) in order {
            let hash = self.features[from].0;
            let index = Index::new(&tags);
            let free = index.places(hash).into_iter().find(|place| tags[*place] == 0);
            if let Some(place) = free.filter(|_| index.find(hash).is_none()) {
                tags[place] = tag(hash);
                kept.push((from, place));
            }
        }
        (tags, kept)
    }

    /// The places of these features.
    pub fn find(&self, hashes: &[u32]) -> Vec<u32> {
        let index = Index::new(&self.tags);
        hashes.iter().filter_map(|h| index.find(*h)).map(|place| place as u32).collect()
    }
}
