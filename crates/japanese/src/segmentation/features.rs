//! The features of the gap before a token.

use crate::hash::{Features, mix};
use crate::word::{Word, around};
use tenkyo_model::Pos;

/// Number of features of a gap.
pub const SIZE: usize = 48;

/// The first feature of the gap before token `at`: the context ids on both sides. Where training always saw one answer for
/// them, its weight is [`ALWAYS`](super::ALWAYS) or [`NEVER`](super::NEVER), and no other feature is looked at.
#[inline]
pub fn pair(words: &[Word], at: usize) -> u32 {
    let [a, x] = [-1, 0].map(|by| around(words, at, by).context);
    mix(0, [a, x, 0, 0])
}

/// The features of the gap before token `at` of a sentence whose last bunsetsu began at token `start`.
#[inline]
pub fn features(words: &[Word], start: usize, at: usize) -> Features<SIZE> {
    let [c, b, a, x, y, z] = [-3, -2, -1, 0, 1, 2].map(|by| around(words, at, by));
    let first = words[start];
    let length = (at - start).min(8) as u32;
    let [after, beyond] = after_nouns(words, at);
    let mut f = Features::default();
    f.add([a.context, x.context, 0, 0]);
    f.add([b.context, a.context, x.context, 0]);
    f.add([a.context, x.context, y.context, 0]);
    f.add([b.context, a.context, x.context, y.context]);
    f.add([c.context, b.context, a.context, x.context]);
    f.add([a.context, x.context, y.context, z.context]);
    f.add([x.context, y.context, 0, 0]);
    f.add([a.surface, x.surface, 0, 0]);
    f.add([a.surface, x.context, 0, 0]);
    f.add([a.context, x.surface, 0, 0]);
    f.add([x.surface, 0, 0, 0]);
    f.add([a.surface, 0, 0, 0]);
    f.add([x.surface, y.context, 0, 0]);
    f.add([x.surface, y.surface, 0, 0]);
    f.add([b.surface, a.surface, x.context, 0]);
    f.add([b.surface, a.surface, x.surface, 0]);
    f.add([a.surface, x.surface, y.context, 0]);
    f.add([b.context, a.context, x.surface, 0]);
    f.add([a.shape, x.shape, a.pos_id(), x.pos_id()]);
    f.add([a.pos_id(), x.pos_id(), y.pos_id(), b.pos_id()]);
    f.add([b.surface, a.context, x.context, 0]);
    f.add([a.context, x.context, y.surface, 0]);
    f.add([length, a.context, x.context, 0]);
    f.add([first.surface, length, x.context, 0]);
    f.add([first.context, a.context, x.context, length]);
    f.add([first.context, first.surface, a.surface, x.surface]);
    f.add([after.context, a.context, x.context, 0]);
    f.add([after.surface, a.context, x.surface, 0]);
    f.add([after.surface, beyond.context, a.context, x.context]);
    f.add([first.surface, after.surface, x.context, length]);
    f.add([a.surface, x.shape, x.context, 0]);
    f.add([a.shape, a.context, x.surface, 0]);
    f.add([b.shape, a.shape, x.shape, y.shape]);
    f.add([a.surface, y.surface, x.context, 0]);
    f.add([y.surface, z.surface, x.context, a.context]);
    f.add([c.surface, b.surface, a.surface, x.context]);
    f.add([b.surface, x.surface, 0, 0]);
    f.add([b.pos_id() << 8 | a.pos_id(), x.pos_id() << 8 | y.pos_id(), c.pos_id() << 8 | z.pos_id(), length]);
    f.add([a.coarse(), x.coarse(), 0, 0]);
    f.add([a.coarse(), x.context, 0, 0]);
    f.add([a.context, x.coarse(), 0, 0]);
    f.add([a.surface, x.coarse(), 0, 0]);
    f.add([a.coarse(), x.surface, 0, 0]);
    f.add([a.coarse(), x.coarse(), y.coarse(), 0]);
    f.add([a.last, x.first, 0, 0]);
    f.add([a.last, x.first, a.shape, x.shape]);
    f
}

/// The first two tokens after the run of nouns at `at`, looked for a few places ahead.
fn after_nouns(words: &[Word], at: usize) -> [Word; 2] {
    let run = words[at..].iter().take(6).take_while(|w| is_nominal(w.pos)).count();
    [around(words, at + run, 0), around(words, at + run, 1)]
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
