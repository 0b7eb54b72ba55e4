//! Named entities: a conditional random field over the tokens.

mod decode;
mod document;
mod features;
mod gazetteer;
mod labels;

pub use decode::{Decoder, Table};
pub use document::agree;
pub use features::{Run, SIZE, features, runs};
pub use gazetteer::{Known, known};
pub use labels::{CLASSES, LABELS, OUTSIDE, STRIDE, begin, class_of, follows, inside};

use crate::word::Word;
use std::ops::Range;
use tenkyo_model::{Analysis, Entity, Token};

/// Appends the names among `tokens` to the analysis. `words` are the tokens as integers.
pub fn find(
    text: &str,
    tokens: Range<usize>,
    words: &[Word],
    table: Table<'_>,
    decoder: &mut Decoder,
    analysis: &mut Analysis,
) {
    let mut known = std::mem::take(&mut decoder.known);
    gazetteer::known(text, &analysis.tokens[tokens.clone()], words, &mut known);
    let labels = decoder.labels(words, &known, table);
    let found = names(labels, &analysis.tokens[tokens]);
    analysis.entities.extend(found);
    decoder.known = known;
}

/// The names that a sequence of labels spells out.
fn names<'a>(labels: &'a [u8], tokens: &'a [Token]) -> impl Iterator<Item = Entity> + 'a {
    let starts = (0..labels.len()).filter_map(|i| Some((i, class_of(labels[i].into()).filter(|c| c.1)?.0)));
    starts.map(move |(i, class)| {
        let more = labels[i + 1..].iter().take_while(|l| usize::from(**l) == inside(class)).count();
        let span = tokens[i].span.cover(tokens[i + more].span);
        Entity { span, label: CLASSES[class] }
    })
}
