//! What the labels of each corpus mean for ours.

use super::Source;
use tenkyo_japanese::entities::{LABELS, OUTSIDE, begin, inside};
use tenkyo_model::EntityLabel::{self, *};

/// What a stretch of text can be, by its corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// One of these classes; where there are several, the corpus does not tell them apart.
    Name(&'static [EntityLabel]),
    /// The corpus marks it, but not as anything we do: it may be anything.
    Anything,
    /// Not a name for us.
    Nothing,
}

/// The meaning of a label.
pub fn meaning(source: Source, label: &str) -> Meaning {
    use Meaning::*;
    match (source, label) {
        (_, "PERSON" | "人名" | "PSN") => Name(&[Person]),
        (_, "ORG" | "ORGANIZATION" | "法人名" | "政治的組織名" | "その他の組織名") => {
            Name(&[Organization])
        }
        (_, "GPE" | "LOC" | "地名") => Name(&[Location]),
        (_, "LOCATION") => Name(&[Location, Facility]),
        (_, "FAC" | "施設名") => Name(&[Facility]),
        (_, "DATE") => Name(&[Date]),
        (_, "TIME") => Name(&[Time]),
        (_, "MONEY") => Name(&[Money]),
        (_, "PERCENT" | "QUANTITY" | "NUMBER") => Name(&[Quantity]),
        (_, "EVENT" | "イベント名") => Name(&[Event]),
        (_, "PRODUCT" | "WORK_OF_ART") => Name(&[Product]),
        (_, "製品名" | "ARTIFACT") => Name(&[Product, Law]),
        (_, "LAW") => Name(&[Law]),
        (_, "OTHER" | "MOVEMENT" | "LANGUAGE" | "PET_NAME") => Name(&[Other]),
        (_, "TITLE_AFFIX" | "ORDINAL" | "CARDINAL" | "PHONE") => Nothing,
        _ => Anything,
    }
}

/// The labels, as bits, that an unmarked token of the corpus can have: outside, and what the corpus does not mark.
pub fn unmarked(source: Source) -> u32 {
    let silent: &[usize] = match source {
        Source::Gsd => &[],
        Source::Wac => &[7, 8, 11],
        Source::NerWikipedia => &[4, 5, 6, 7, 10, 11],
        Source::Iob2 => &[],
    };
    silent.iter().fold(1 << OUTSIDE, |bits, class| bits | 1 << begin(*class) | 1 << inside(*class))
}

/// All labels, as bits.
pub const ANYTHING: u32 = (1 << LABELS) - 1;
