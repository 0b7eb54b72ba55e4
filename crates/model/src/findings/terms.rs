//! What else is told and known of a transfer: route, price, measures.

use tenkyo_text::Span;

/// What else is told and known of a transfer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Words for what the giver gets or got in return (見返りに).
    pub in_return: Option<Span>,
    /// The transfer that is in return for this one, or that this one is in return for: an index into [`super::Findings::transfers`].
    pub counterpart: Option<usize>,
    /// Where the goods set out, as worded (羅津港から).
    pub route_from: Option<Span>,
    /// Where they go to (ボストチヌイ港へ).
    pub route_to: Option<Span>,
    /// What carries them (貨物船「アンガラ号」, 鉄道).
    pub carrier: Option<Span>,
    /// Measures in force on the transfer's date, else on the day of the report, that its item falls under if it happens.
    pub measures: Vec<Falling>,
}

/// A measure that a transfer falls under, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Falling {
    /// Id in `knowledge/measures`.
    pub id: String,
    /// Its name in Japanese.
    pub name: String,
    /// What it restricts, in English.
    pub reason: String,
    /// The word of the item that it names; none where the whole category falls under it.
    pub word: Option<String>,
    /// Whether it is a cap or has exceptions, so that the transfer may be allowed.
    pub partial: bool,
    /// Whether it was in force on every day that the date covers.
    pub throughout: bool,
}
