//! The embedded models.

use crate::{Table, Weights, entities};
use std::sync::{Arc, LazyLock};
use vibrato_rkyv::Dictionary;

/// Aligns the bytes as rkyv wants them, so that the dictionary is used in place, without a copy.
#[repr(C, align(16))]
struct Aligned<T: ?Sized>(T);

static IPADIC: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/ipadic.dic")));

static SEGMENTATION: &Aligned<[u8]> =
    &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/segmentation.weights")));
static DEPENDENCY: &Aligned<[u8]> =
    &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/dependency.weights")));
static NAMES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/names.weights")));
static CLUSTERS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/clusters.table")));
static GAZETTEER: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.table")));

/// Clusters of words that are used alike, numbered from 1; a cluster without its last three bits is the coarser one.
pub(crate) fn clusters() -> Table<'static> {
    Table::new(numbers(CLUSTERS))
}

/// Known names with bits for what they name.
pub(crate) fn gazetteer() -> Table<'static> {
    Table::new(numbers(GAZETTEER))
}

/// Weights of named entities.
pub(crate) fn names() -> entities::Table<'static> {
    entities::Table::new(numbers(NAMES))
}

/// Weights that say where a bunsetsu begins.
pub(crate) fn segmentation() -> Weights<'static> {
    Weights::new(numbers(SEGMENTATION))
}

/// Weights that rank the possible heads of a bunsetsu.
pub(crate) fn dependency() -> Weights<'static> {
    Weights::new(numbers(DEPENDENCY))
}

/// The bytes as 16-bit numbers, in place. The files are little-endian, as all supported machines are.
fn numbers(bytes: &'static Aligned<[u8]>) -> &'static [i16] {
    // SAFETY: any two bytes are an i16, and the alignment is 16.
    let (front, numbers, back) = unsafe { bytes.0.align_to::<i16>() };
    debug_assert!(front.is_empty() && back.is_empty());
    numbers
}

/// The dictionary, shared by all tokenizers and never freed.
pub(crate) fn dictionary() -> &'static Arc<Dictionary> {
    static DICTIONARY: LazyLock<Arc<Dictionary>> = LazyLock::new(|| {
        // SAFETY: the bytes live as long as the program, and the build refuses any whose checksum is not that of
        // a dictionary written by this version of vibrato-rkyv.
        let dictionary = unsafe { Dictionary::from_bytes_unchecked(&IPADIC.0) };
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
