//! The features of one bunsetsu depending on another.

use super::phrase::{CLOSE, COMMA, OPEN, Phrase};
use crate::hash::Features;
use crate::word::coarse;

/// Number of features of an arc.
pub const SIZE: usize = 60;

/// What is known of the sentence when the head of a bunsetsu is looked for: everything to its right has its head.
pub struct State<'a> {
    /// The bunsetsu.
    pub phrases: &'a [Phrase],
    /// The last bunsetsu that has been attached to each one, nearest to the left (index, or its own where there is none).
    pub left_child: &'a [usize],
    /// Bit set, for each bunsetsu, of the relations that depend on it already.
    pub taken: &'a [u32],
}

/// A possible head among all those of one bunsetsu.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The bunsetsu.
    pub at: usize,
    /// The possible head before it (nearer), if there is one.
    pub nearer: Option<usize>,
    /// The possible head after it (farther), if there is one.
    pub farther: Option<usize>,
    /// How many possible heads are nearer.
    pub rank: u32,
    /// Whether a bracket closes between the two that was not opened there.
    pub leaves_bracket: bool,
}

impl State<'_> {
    fn at(&self, index: Option<usize>) -> Phrase {
        index.and_then(|i| self.phrases.get(i)).copied().unwrap_or_default()
    }

    /// The features of `i` depending on `candidate`.
    #[inline]
    pub fn features(&self, i: usize, candidate: Candidate) -> Features<SIZE> {
        let j = candidate.at;
        let (d, h) = (self.phrases[i], self.phrases[j]);
        let (near, far) = (self.at(candidate.nearer), self.at(candidate.farther));
        let (next, before) = (self.at(Some(i + 1)), self.at(i.checked_sub(1)));
        let child =
            if self.left_child[j] == j { Phrase::default() } else { self.phrases[self.left_child[j]] };
        let distance = match j - i {
            n @ 1..=3 => n as u32,
            4..=5 => 4,
            6..=9 => 5,
            _ => 6,
        };
        let place = candidate.rank.min(4) << 4
            | u32::from(candidate.farther.is_none()) << 1
            | u32::from(candidate.leaves_bracket);
        let comma = d.marks & COMMA;
        let dm = d.marks & (COMMA | OPEN | CLOSE);
        let taken = u32::from(self.taken[j] >> (d.relation & 31) & 1 == 1);
        let mut f = Features::default();
        f.add([distance, place, comma, 0]);
        f.add([d.function, h.content_context, distance, comma]);
        f.add([d.function, h.function_context, distance, comma]);
        f.add([d.function, h.content_pos, h.function, comma]);
        f.add([d.function_context, h.content_context, place, comma]);
        f.add([d.function_context, h.function_context, place, comma]);
        f.add([d.function_context, h.function_context, h.content_context, comma]);
        f.add([d.content_context, d.function_context, h.content_context, h.function_context]);
        f.add([d.tail, h.tail, h.content_pos, comma]);
        f.add([d.tail, h.relation, h.content_pos, place]);
        f.add([d.tail, h.relation, distance, dm]);
        f.add([d.relation, h.relation, distance, comma << 8 | h.marks]);
        f.add([d.relation, h.relation, place, comma << 8 | h.marks]);
        f.add([d.content_pos, d.relation, h.content_pos, h.relation]);
        f.add([d.content, d.function, h.content, 0]);
        f.add([d.function, h.content, 0, 0]);
        f.add([d.content, h.content, 0, 0]);
        f.add([d.content, h.content_pos, h.relation, distance]);
        f.add([d.content, d.function, h.content_pos, place]);
        f.add([d.content_pos, d.function, h.content, distance.min(2)]);
        f.add([d.relation, h.content, comma, place]);
        f.add([h.content, h.function, distance, 0]);
        f.add([h.content_context, h.function_context, distance, h.marks]);
        f.add([d.function, h.first, h.first_pos, distance.min(2)]);
        f.add([d.content_pos, d.function, h.first_pos, distance]);
        f.add([d.content_context, h.first_pos, h.content_pos, distance]);
        f.add([d.relation, h.content_pos, taken, comma]);
        f.add([d.function, taken, h.relation, place]);
        f.add([d.function, child.function, h.content_pos, comma]);
        f.add([d.relation, child.relation, h.relation, comma << 1 | child.marks & COMMA]);
        f.add([d.relation, child.relation, h.content, 0]);
        f.add([d.relation, near.relation, h.relation, comma]);
        f.add([d.function, near.function, h.function, comma]);
        f.add([d.function_context, near.function_context, near.content_context, h.content_context]);
        f.add([d.relation, far.relation, h.relation, comma]);
        f.add([d.function, far.function, h.function, comma]);
        f.add([d.function_context, far.content_context, h.content_context, h.function_context]);
        f.add([d.function_context, far.relation, h.relation, near.relation]);
        f.add([d.relation, next.relation, h.relation, distance]);
        f.add([d.function, next.function, distance.min(2), h.content_pos]);
        f.add([d.relation, before.relation, h.relation, distance]);
        f.add([d.marks, h.marks, u32::from(candidate.leaves_bracket), distance]);
        f.add([d.content_pos, h.content_pos, d.content_context, d.function]);
        f.add([d.content, d.function, distance.min(2), comma]);
        f.add([d.tail, next.content_pos, next.relation, distance]);
        f.add([d.tail, near.tail, h.tail, 0]);
        f.add([d.tail, far.tail, h.tail, 0]);
        f.add([d.first, d.function, h.content_pos, distance]);
        let (dc, hc) = (coarse(d.cluster), coarse(h.cluster));
        f.add([dc, hc, d.relation, h.relation]);
        f.add([d.cluster, d.function, hc, 0]);
        f.add([dc, d.function, h.cluster, 0]);
        f.add([dc, d.function, h.content, 0]);
        f.add([d.content, d.function, hc, 0]);
        f.add([d.function, h.cluster, distance.min(2), comma]);
        f.add([dc, d.function, h.content_pos, distance]);
        f.add([dc, coarse(next.cluster), hc, d.relation]);
        f.add([dc, coarse(near.cluster), hc, d.function]);
        f.add([d.cluster, h.cluster, d.relation, 0]);
        f.add([dc, coarse(far.cluster), hc, d.function]);
        f.add([d.function, coarse(child.cluster), child.function, hc]);
        f
    }
}
