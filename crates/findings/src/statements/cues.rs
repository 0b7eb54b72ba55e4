//! Finds the cues of a line: one after another, each by the first shape that fits.

use super::cue::Cue;
use super::line::Line;
use tenkyo_lexicon::speech::Speech;

/// Reads the cues of one line.
pub(super) struct Reader<'a, 'n> {
    /// The article's text.
    pub text: &'a str,
    /// Words of saying.
    pub speech: &'a Speech,
    /// Whether a mention of an actor ends at this byte.
    pub is_name_end: &'n dyn Fn(u32) -> bool,
    /// Units of phrases that name a source, in which no cue begins.
    pub sources: &'n [std::ops::Range<usize>],
}

impl<'a> Reader<'a, '_> {
    /// All cues of the line, in order.
    pub fn cues(&self, line: &Line) -> Vec<Cue<'a>> {
        let mut out = Vec::new();
        let mut at = 1;
        while at < line.len() {
            if let Some(source) = self.sources.iter().find(|s| s.contains(&at)) {
                at = source.end;
                continue;
            }
            match self.cue(line, at) {
                Some(cue) => {
                    at = cue.end.max(at + 1);
                    out.push(cue);
                }
                None => at += 1,
            }
        }
        out
    }

    fn cue(&self, line: &Line, at: usize) -> Option<Cue<'a>> {
        self.linked(line, at)
            .or_else(|| self.quoted(line, at))
            .or_else(|| self.bare_shell(line, at))
            .or_else(|| self.fact(line, at))
            .or_else(|| self.question(line, at))
            .or_else(|| self.object(line, at))
    }
}
