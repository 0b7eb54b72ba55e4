//! What a cue is: the words that close what is said and the verb or noun that attributes it.

use tenkyo_lexicon::speech::phrase::{Mark, Phrase};

/// How what is said hangs on its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `…と述べた`
    Clause,
    /// `…との見方を示した`, `…する考えを示した`
    Shell,
    /// `…ことを明らかにした`
    Fact,
    /// `関与を否定した`
    Object,
}

/// How the sentence goes on after a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// It ends.
    End,
    /// Another clause follows.
    Clause,
    /// The cue describes the noun that follows.
    Noun,
    /// Somebody else passes the whole on (`…と述べたと、…は報じた`).
    Relay,
}

/// One cue. All places are unit indices of its line.
#[derive(Clone, Debug)]
pub(super) struct Cue<'l> {
    /// The rule of its verb or noun.
    pub rule: Option<&'l Phrase>,
    /// How what is said hangs on it.
    pub shape: Shape,
    /// Where what is said ends.
    pub content_end: usize,
    /// First unit after the quotative or link.
    pub gap: usize,
    /// First unit of the verb or noun.
    pub verb: usize,
    /// First unit after the cue, inflection included.
    pub end: usize,
    /// Whether its verb turns what it holds into a denial (`指摘を否定した`, `認めていない`).
    pub denied: bool,
    /// Whether it says that nothing was said (`明言しなかった`).
    pub negated: bool,
    /// How the sentence goes on.
    pub next: Next,
    /// Where a following clause begins.
    pub resume: usize,
}

impl Cue<'_> {
    /// Whether the cue's rule carries `mark`.
    pub fn has(&self, mark: Mark) -> bool {
        self.rule.is_some_and(|r| r.has(mark))
    }
}
