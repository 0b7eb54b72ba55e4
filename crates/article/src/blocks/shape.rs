//! The kind of a line that no rule knows, by its shape.

use tenkyo_lexicon::blocks::Stamps;
use tenkyo_model::BlockKind;

/// Longest heading, in code points.
const MAX_HEADING: usize = 45;

/// Heading or paragraph.
pub(super) fn of(folded: &str, words: &Stamps) -> BlockKind {
    if folded.chars().count() <= MAX_HEADING && is_headline(folded, words) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// Whether a line ends as no sentence does, and is no quotation by itself.
pub(super) fn is_headline(folded: &str, words: &Stamps) -> bool {
    let ends_open = folded.ends_with(['。', '.', '、', ',', '…', ':', ';']) && !folded.ends_with("...");
    let sentence = words.sentence_ends.iter().any(|end| folded.ends_with(end.as_str()));
    let several = folded.trim_end_matches('。').contains('。');
    !ends_open && !sentence && !several && !is_quotation(folded)
}

/// Whether the line is one quotation from its first character to its last, or opens one that it does not close.
fn is_quotation(folded: &str) -> bool {
    let opens = folded.starts_with('「');
    opens && (folded.ends_with('」') || !folded.contains('」'))
}
