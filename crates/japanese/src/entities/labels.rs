//! What a token can be: outside all names, or the beginning or inside of a name of some class.

use tenkyo_model::EntityLabel;

/// The classes in the order of the model.
pub const CLASSES: [EntityLabel; 12] = [
    EntityLabel::Person,
    EntityLabel::Organization,
    EntityLabel::Location,
    EntityLabel::Facility,
    EntityLabel::Date,
    EntityLabel::Time,
    EntityLabel::Money,
    EntityLabel::Quantity,
    EntityLabel::Event,
    EntityLabel::Product,
    EntityLabel::Law,
    EntityLabel::Other,
];

/// Number of labels: outside, and begin and inside for each class.
pub const LABELS: usize = 1 + 2 * CLASSES.len();
/// Weights kept for a feature: the labels, filled up to a whole cache line.
pub const STRIDE: usize = 32;
/// The label of a token outside all names.
pub const OUTSIDE: usize = 0;

/// The label of the first token of a name of the class with this number.
pub const fn begin(class: usize) -> usize {
    1 + 2 * class
}

/// The label of a later token of a name of the class with this number.
pub const fn inside(class: usize) -> usize {
    2 + 2 * class
}

/// The class of a label, and whether the label begins a name.
pub const fn class_of(label: usize) -> Option<(usize, bool)> {
    match label {
        OUTSIDE => None,
        _ => Some(((label - 1) / 2, label % 2 == 1)),
    }
}

/// Whether `label` can follow `before`: inside only follows its own name.
pub const fn follows(before: usize, label: usize) -> bool {
    match class_of(label) {
        Some((class, false)) => before == begin(class) || before == label,
        _ => true,
    }
}
