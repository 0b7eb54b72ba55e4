//! The models that the program carries.

mod bytes;

use crate::{Names, Table, Weights, entities};
use bytes::model;
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

/// The bytes as 16-bit numbers, in place. The files are little-endian, as all supported machines are.
fn numbers(bytes: &'static [u8]) -> &'static [i16] {
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
