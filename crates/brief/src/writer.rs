//! What the sections of a report are made of, and what they are written with.

use crate::names::Names;
use crate::notes::Notes;
use crate::shown::shown;
use crate::words::Words;
use tenkyo_model::ledger::{Ledger, Member};

/// A part of the report.
pub(crate) struct Section {
    /// Stable name, for links.
    pub id: &'static str,
    pub heading: String,
    pub groups: Vec<Group>,
}

/// Sentences under one smaller heading, or none.
#[derive(Default)]
pub(crate) struct Group {
    pub heading: Option<String>,
    pub sentences: Vec<Sentence>,
}

/// A sentence and the numbers of its notes.
#[derive(Clone)]
pub(crate) struct Sentence {
    pub text: String,
    pub notes: Vec<usize>,
}

/// What the sections are written with.
pub(crate) struct Writer<'a> {
    pub ledger: &'a Ledger,
    pub names: &'a Names<'a>,
    pub words: &'a Words,
    pub notes: Notes<'a>,
}

impl Writer<'_> {
    /// A sentence with the notes of these words, the first letter large.
    pub fn sentence<'m>(&mut self, text: String, members: impl IntoIterator<Item = &'m Member>) -> Sentence {
        Sentence { text: capital(text), notes: self.notes.cite(members) }
    }

    /// A section of groups, those without sentences left out.
    pub fn section(&self, id: &'static str, groups: Vec<Group>) -> Section {
        let groups = groups.into_iter().filter(|g| !g.sentences.is_empty()).collect();
        Section { id, heading: self.words.get(&format!("heading.{id}")).to_owned(), groups }
    }

    /// A note on the agreements with these ids, which were in force on the day of an entry; none where there are none.
    pub fn in_force(&self, agreements: &[String]) -> Option<String> {
        let name = |id: &String| {
            let known = self.ledger.agreements.iter().find(|a| a.id == *id);
            shown(known.map_or(id.as_str(), |a| a.name.as_str()))
        };
        let names: Vec<String> = agreements.iter().map(name).collect();
        let names = names.join(self.words.get("list.comma"));
        (!agreements.is_empty()).then(|| self.words.fill("sure.treaty", &[("treaties", &names)]))
    }
}

fn capital(text: String) -> String {
    match text.chars().next() {
        Some(first) if first.is_ascii_lowercase() => first.to_ascii_uppercase().to_string() + &text[1..],
        _ => text,
    }
}
