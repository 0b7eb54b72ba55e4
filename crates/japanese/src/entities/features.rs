//! The features of a token as a part of a name.

use super::gazetteer::Known;
use crate::hash::Features;
use crate::word::{Word, around};
use tenkyo_model::Pos;

/// Number of features of a token.
pub const SIZE: usize = 56;

/// The run of nouns that a token stands in, as far as the features look at it.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// First token.
    pub start: usize,
    /// Token after the last.
    pub end: usize,
}

/// The runs of nouns of a sentence, one entry for each token; a token that is no noun is a run of its own.
pub fn runs(words: &[Word], runs: &mut Vec<Run>) {
    runs.clear();
    let mut start = 0;
    while start < words.len() {
        let length = words[start..].iter().take_while(|w| is_nominal(w.pos)).count().max(1);
        runs.extend(std::iter::repeat_n(Run { start, end: start + length }, length));
        start += length;
    }
}

fn is_nominal(pos: Pos) -> bool {
    use Pos::*;
    matches!(
        pos,
        Noun | Person
            | Place
            | Organization
            | Proper
            | Verbal
            | AdjectivalNoun
            | Number
            | Suffix
            | Counter
            | Prefix
    )
}

/// The features of token `at` of a sentence with these runs.
#[inline]
pub fn features(words: &[Word], runs: &[Run], known: &[Known], at: usize) -> Features<SIZE> {
    let [b, a, w, x, y] = [-2, -1, 0, 1, 2].map(|by| around(words, at, by));
    let run = runs[at];
    let (first, last) = (words[run.start], words[run.end - 1]);
    let (before, after) = (around(words, run.start, -1), around(words, run.end, 0));
    let place = ((at - run.start).min(3) as u32) << 4 | (run.end - at).min(4) as u32;
    let mut f = Features::default();
    f.add([w.surface, 0, 0, 0]);
    f.add([w.context, 0, 0, 0]);
    f.add([w.context, w.shape, 0, 0]);
    f.add([b.surface, 0, 0, 0]);
    f.add([y.surface, 0, 0, 0]);
    f.add([a.surface, w.surface, 0, 0]);
    f.add([w.surface, x.surface, 0, 0]);
    f.add([a.context, w.context, 0, 0]);
    f.add([w.context, x.context, 0, 0]);
    f.add([a.context, w.context, x.context, 0]);
    f.add([a.shape, w.shape, x.shape, 0]);
    f.add([w.first, w.shape, 0, 0]);
    f.add([w.last, w.shape, 0, 0]);
    f.add([a.last, w.first, 0, 0]);
    f.add([w.last, x.first, 0, 0]);
    f.add([last.surface, place, 0, 0]);
    f.add([last.last, place, w.context, 0]);
    f.add([after.surface, place, w.context, 0]);
    f.add([before.surface, place, w.context, 0]);
    f.add([first.surface, place, 0, 0]);
    f.add([last.surface, after.surface, place >> 4, 0]);
    f.add([a.surface, w.shape, w.context, 0]);
    f.add([x.surface, w.shape, w.context, 0]);
    f.add([y.surface, x.context, w.context, 0]);
    f.add([first.context, last.context, w.context, place]);
    let known_at =
        |by: isize| at.checked_add_signed(by).and_then(|i| known.get(i)).copied().unwrap_or_default();
    let [before_known, here, next_known] = [-1, 0, 1].map(known_at);
    let [ka, kw, kx] = [before_known.bits, here.bits, next_known.bits];
    f.add([kw, 0, 0, 0]);
    f.add([kw, w.context, 0, 0]);
    f.add([ka, kw, kx, 0]);
    f.add([kw, x.surface, 0, 0]);
    f.add([kw, a.surface, 0, 0]);
    f.add([kw, x.context, a.context, 0]);
    f.add([kw, w.shape, x.coarse(), 0]);
    f.add([w.cluster, 0, 0, 0]);
    f.add([a.cluster, w.context, 0, 0]);
    f.add([x.cluster, w.context, 0, 0]);
    f.add([a.coarse(), w.coarse(), 0, 0]);
    f.add([w.coarse(), x.coarse(), 0, 0]);
    f.add([a.coarse(), w.coarse(), x.coarse(), 0]);
    f.add([last.cluster, place, 0, 0]);
    f.add([last.coarse(), place, w.context, w.coarse()]);
    f.add([after.surface, last.cluster, place & 15, 0]);
    f.add([here.cluster, 0, 0, 0]);
    f.add([coarse(here.cluster), 0, 0, 0]);
    f.add([coarse(here.cluster), kw, 0, 0]);
    f.add([here.own, kw, 0, 0]);
    f.add([here.own, w.context, x.context, 0]);
    let beyond = around(words, run.end, 1);
    f.add([w.ending, w.shape, 0, 0]);
    f.add([last.ending, place, 0, 0]);
    f.add([beyond.cluster, after.surface, place & 15, w.context]);
    f.add([beyond.surface, after.surface, place & 15, 0]);
    f.add([after.cluster, place, kw, 0]);
    f.add([before.cluster, place, kw, 0]);
    f.add([before.surface, after.surface, w.context, place]);
    f.add([here.own, kx, w.context, 0]);
    f.add([first.cluster, last.cluster, place, 0]);
    f.add([w.cluster, last.surface, place, 0]);
    f
}

/// The coarser cluster of a known name, with the place of the token.
fn coarse(cluster: u32) -> u32 {
    crate::word::coarse(cluster & 0x1FFF) | cluster & !0x1FFF
}
