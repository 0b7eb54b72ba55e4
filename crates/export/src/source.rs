//! A ledger made ready for export: its record, the texts that its spans point into, and names by ids.

use crate::label::{self, Labels};
use std::collections::BTreeMap;
use tenkyo_model::ledger as model;
use tenkyo_record::ledger::{Actor, Document, Ledger, Member};
use tenkyo_text::{Offsets, Span};

/// A ledger that can be written in the formats of [`crate::Format`].
pub struct Export<'l> {
    /// The record; spans in code points.
    pub(crate) ledger: Ledger,
    /// One line about each entry.
    pub(crate) labels: Labels,
    texts: BTreeMap<&'l str, (&'l str, Offsets<'l>)>,
    actors: BTreeMap<String, usize>,
    documents: BTreeMap<String, usize>,
}

impl<'l> Export<'l> {
    /// Makes a ledger ready.
    pub fn new(ledger: &'l model::Ledger) -> Self {
        let text = |d: &'l model::Document| (d.source.as_str(), (&*d.text, Offsets::new(&d.text)));
        let record = Ledger::new(ledger);
        Self {
            texts: ledger.documents.iter().map(text).collect(),
            actors: record.actors.iter().zip(0..).map(|(a, at)| (a.id.clone(), at)).collect(),
            documents: record.documents.iter().zip(0..).map(|(d, at)| (d.source.clone(), at)).collect(),
            labels: label::all(&record),
            ledger: record,
        }
    }

    /// The actor with this id.
    pub(crate) fn actor(&self, id: &str) -> Option<&Actor> {
        self.actors.get(id).map(|at| &self.ledger.actors[*at])
    }

    /// The article with this source.
    pub(crate) fn document(&self, source: &str) -> Option<&Document> {
        self.documents.get(source).map(|at| &self.ledger.documents[*at])
    }

    /// The name of the actor with this id; the id itself for what is no actor, such as an outlet.
    pub(crate) fn name<'s>(&'s self, id: &'s str) -> &'s str {
        self.actor(id).map_or(id, |a| &a.name)
    }

    /// The text of the article with this source.
    pub(crate) fn text(&self, source: &str) -> &'l str {
        self.texts.get(source).map_or("", |(text, _)| text)
    }

    /// The words of a member.
    pub(crate) fn words(&self, member: &Member) -> &'l str {
        self.bytes(member).map_or("", |span| &self.text(&member.document)[span])
    }

    /// The words of a member with up to `around` characters before and after them.
    pub(crate) fn quote(&self, member: &Member, around: usize) -> [&'l str; 3] {
        let text = self.text(&member.document);
        let Some(span) = self.bytes(member) else { return [""; 3] };
        let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
        let first = before.char_indices().rev().take(around).last().map_or(before.len(), |(at, _)| at);
        let last = after.char_indices().nth(around).map_or(after.len(), |(at, _)| at);
        [&before[first..], &text[span], &after[..last]]
    }

    fn bytes(&self, member: &Member) -> Option<Span> {
        self.texts.get(member.document.as_str())?.1.span_of_code_points(member.span)
    }
}
