//! Numbered notes: each names outlet and date and quotes the exact words.

use crate::dates;
use crate::names::Names;
use crate::quotes::quote;
use crate::shown::shown;
use crate::words::Words;
use std::collections::BTreeMap;
use tenkyo_model::ledger::{Document, Member};

/// One note.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    /// Its number, from 1.
    pub number: usize,
    /// Outlet and date.
    pub head: String,
    /// Headline of the report.
    pub title: String,
    /// The exact words, with those of their sentence before and after.
    pub before: String,
    pub words: String,
    pub after: String,
    /// Name of the document.
    pub source: String,
}

/// The notes so far.
pub(crate) struct Notes<'a> {
    names: &'a Names<'a>,
    words: &'a Words,
    numbers: BTreeMap<Member, usize>,
    pub list: Vec<Note>,
}

impl<'a> Notes<'a> {
    pub fn new(names: &'a Names<'a>, words: &'a Words) -> Self {
        Self { names, words, numbers: BTreeMap::new(), list: Vec::new() }
    }

    /// Numbers of the notes for these words, in order, each once.
    pub fn cite<'m>(&mut self, members: impl IntoIterator<Item = &'m Member>) -> Vec<usize> {
        let mut numbers: Vec<usize> = members.into_iter().filter_map(|m| self.number(m)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn number(&mut self, member: &Member) -> Option<usize> {
        if let Some(number) = self.numbers.get(member) {
            return Some(*number);
        }
        let document = self.names.document(member)?;
        let quote = quote(&document.text, member.span)?;
        let number = self.list.len() + 1;
        self.list.push(Note {
            number,
            head: head(self.words, document),
            title: shown(document.title.as_deref().unwrap_or_default()),
            before: shown(&quote.before),
            words: shown(&quote.words),
            after: shown(&quote.after),
            source: shown(&document.source),
        });
        self.numbers.insert(member.clone(), number);
        Some(number)
    }
}

/// Outlet and date of a document.
pub(crate) fn head(words: &Words, document: &Document) -> String {
    let outlet = shown(document.outlet.as_deref().unwrap_or(words.get("source.nowhere")));
    let date = dates::date(words, document.published.as_deref());
    words.fill("source.note", &[("outlet", &outlet), ("date", &date)])
}
