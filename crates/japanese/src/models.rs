//! The models that the program carries.

mod bytes;
mod format;

use crate::{Names, Table, Weights, entities};
use bytes::model;
pub use format::HEADER;
use std::sync::{Arc, LazyLock};
use vibrato_rkyv::Dictionary;

model!(ipadic, "ipadic.dic");
model!(segmentation_weights, "segmentation.weights");
model!(dependency_weights, "dependency.weights");
model!(names_weights, "names.weights");
model!(clusters_table, "clusters.table");
model!(gazetteer_table, "gazetteer.table");

/// Clusters of words that are used alike, numbered from 1; a cluster without its last three bits is the coarser one.
pub(crate) fn clusters() -> Table<'static> {
    Table::new(numbers(clusters_table()))
}

/// Known names with bits for what they name.
pub(crate) fn gazetteer() -> Names<'static> {
    Names::new(numbers(gazetteer_table()))
}

/// Weights of named entities.
pub(crate) fn names() -> entities::Table<'static> {
    entities::Table::new(numbers(names_weights()))
}

/// Weights that say where a bunsetsu begins.
pub(crate) fn segmentation() -> Weights<'static> {
    Weights::new(numbers(segmentation_weights()))
}

/// Weights that rank the possible heads of a bunsetsu.
pub(crate) fn dependency() -> Weights<'static> {
    Weights::new(numbers(dependency_weights()))
}

/// What follows the header as 16-bit numbers, in place. The files are little-endian, as all supported machines are.
///
/// # Panics
/// When the model was made for another version of the features. The build does not refuse such a model, because the trainer
/// that makes the new one has to be built.
fn numbers(bytes: &'static [u8]) -> &'static [i16] {
    let bytes = bytes.strip_prefix(&HEADER).expect("the model is of this version: train it anew");
    // SAFETY: any two bytes are an i16.
    let (front, numbers, back) = unsafe { bytes.align_to::<i16>() };
    debug_assert!(front.is_empty() && back.is_empty());
    numbers
}

/// The dictionary, shared by all tokenizers and never freed.
pub(crate) fn dictionary() -> &'static Arc<Dictionary> {
    static DICTIONARY: LazyLock<Arc<Dictionary>> = LazyLock::new(|| {
        // SAFETY: the bytes live as long as the program, and the build refuses any whose checksum is not that of
        // a dictionary written by this version of vibrato-rkyv.
        let dictionary = unsafe { Dictionary::from_bytes_unchecked(ipadic()) };
        Arc::new(dictionary.expect("the embedded dictionary has the right header"))
    });
    &DICTIONARY
}

/// The feature string of a word of the dictionary.
pub(crate) fn feature(token: &vibrato_rkyv::token::Token<'_>) -> &'static str {
    match &**dictionary() {
        Dictionary::Archived(inner) => inner.word_feature(token.word_idx()),
        Dictionary::Owned { .. } => unreachable!("the embedded dictionary is archived"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_models_are_of_this_version() {
        let all = [
            segmentation_weights(),
            dependency_weights(),
            names_weights(),
            clusters_table(),
            gazetteer_table(),
        ];
        assert!(all.into_iter().all(|bytes| bytes.starts_with(&HEADER)));
    }
}
