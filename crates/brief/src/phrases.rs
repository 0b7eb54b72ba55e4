//! How sure and on whose word: the frame around what a sentence says.

use crate::dates;
use crate::writer::Writer;
use tenkyo_model::{Certainty, Polarity};

/// What a sentence rests on.
pub(crate) struct Ground<'g> {
    pub date: Option<&'g str>,
    pub roots: &'g [String],
    pub certainty: Certainty,
    pub polarity: Polarity,
}

impl Writer<'_> {
    /// The clause as a sentence: plain where a report says so in its own voice, else on the word of its roots; a doubt stays
    /// a doubt and a denial a denial.
    pub fn framed(&self, what: &str, ground: &Ground<'_>) -> String {
        let voice = if self.names.own_voice(ground.roots) { "plain" } else { "according" };
        let not = if ground.polarity == Polarity::Negative { "not-" } else { "" };
        let key = format!("{voice}.{not}{}", ground.certainty.name());
        let roots = self.names.list(self.words, ground.roots);
        let on = dates::on(self.words, ground.date);
        self.words.fill(&key, &[("on", &on), ("roots", &roots), ("what", what)])
    }
}
