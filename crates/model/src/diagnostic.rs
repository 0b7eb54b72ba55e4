//! What a stage has to say about odd input that it read all the same.

use tenkyo_text::Span;

/// A remark on odd text. Language never fails: it is read as well as possible, and this says what was odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable name of the kind of remark, such as `unclosed-bracket`.
    pub code: &'static str,
    /// One sentence for a person; lower case, no full stop.
    pub message: String,
    /// Where, when it has a place.
    pub span: Option<Span>,
}
