//! The words that an entry stands on, ready to be shown and opened.

use super::Desk;
use crate::display::{self, shortened, shown};
use crate::language::Language;
use tenkyo_model::ledger::Member;
use tenkyo_text::Span;

/// Most characters shown before and after the words, and of the words.
const AROUND: usize = 32;
const LONGEST: usize = 120;

/// Words of one document with a little of what stands around them.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Address that opens the document at the words.
    pub href: String,
    /// Who published it.
    pub outlet: String,
    /// When, in words; empty when unknown.
    pub date: String,
    pub before: String,
    pub text: String,
    pub after: String,
}

/// Some of the words that an entry stands on, and where all are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cited {
    pub words: Vec<Words>,
    /// How many more there are.
    pub rest: usize,
    /// The page with all of them.
    pub all: String,
}

impl Cited {
    /// How many words the entry stands on.
    pub fn count(&self) -> usize {
        self.words.len() + self.rest
    }
}

impl Desk {
    /// The words of a member; `None` when its document is not in the workspace.
    pub(crate) fn shown_words(&self, member: &Member, language: Language) -> Option<Words> {
        let document = self.document(member)?;
        let text = document.text.get(member.span.range())?;
        let (before, after) = around(&document.text, member.span);
        Some(Words {
            href: self.href(member)?,
            outlet: self.outlet(member, language),
            date: document.published.as_deref().map(|d| display::date(d, language)).unwrap_or_default(),
            before: shown(before).into_owned(),
            text: shortened(text, LONGEST),
            after: shown(after).into_owned(),
        })
    }

    /// The words of these members.
    pub(crate) fn all_words<'m>(
        &self,
        members: impl IntoIterator<Item = &'m Member>,
        language: Language,
    ) -> Vec<Words> {
        members.into_iter().filter_map(|member| self.shown_words(member, language)).collect()
    }

    /// The words of the first members of the entry with this id, `most` of them.
    pub(crate) fn cited(&self, id: &str, members: &[Member], most: usize, language: Language) -> Cited {
        let shown = &members[..members.len().min(most)];
        Cited {
            words: self.all_words(shown, language),
            rest: members.len() - shown.len(),
            all: format!("/words?id={}", crate::ask::encoded(id)),
        }
    }

    /// The outlet of a member's document, else its name.
    pub(crate) fn outlet(&self, member: &Member, language: Language) -> String {
        let outlet = self.document(member).and_then(|document| document.outlet.as_deref());
        shown(outlet.unwrap_or(language.word("unknown.outlet"))).into_owned()
    }

    /// The address that opens an article by its name.
    pub(crate) fn read(&self, source: Option<&str>) -> Option<String> {
        Some(format!("/read/{}", self.index.document(&self.ledger, source?)?.id))
    }

    /// The best name of an actor; what an id that is no actor's says itself (outlets stand as roots).
    pub(crate) fn name(&self, id: &str) -> String {
        shown(self.actor(id).map_or(id, |actor| &actor.name)).into_owned()
    }
}

/// What stands before and after a span within its sentence.
fn around(text: &str, span: Span) -> (&str, &str) {
    let head = &text[..span.start as usize];
    let sentence =
        head.rfind(['。', '\n']).map_or(0, |at| at + head[at..].chars().next().map_or(0, char::len_utf8));
    let near = head.char_indices().rev().nth(AROUND - 1).map_or(0, |(i, _)| i);
    let tail = &text[span.end as usize..];
    let end = tail.find(['。', '\n']).unwrap_or(tail.len());
    let far = tail.char_indices().nth(AROUND).map_or(tail.len(), |(i, _)| i);
    (&head[sentence.max(near)..], &tail[..end.min(far)])
}
