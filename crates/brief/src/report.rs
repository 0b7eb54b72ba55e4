//! The report as a value: sections of sentences with their notes. `markdown` and `html` write it out.

use crate::names::Names;
use crate::notes::{self, Note, Notes};
use crate::shown::shown;
use crate::words::Words;
use crate::{Options, disputes, forecasts, overview, series, statements, timeline, transfers};
use tenkyo_model::ledger::{Ledger, Member};

/// The whole report.
pub(crate) struct Report<'a> {
    pub words: &'a Words,
    /// Period, number of reports and the like: name and value.
    pub facts: Vec<(String, String)>,
    pub sections: Vec<Section>,
    pub notes: Vec<Note>,
    /// The reports, one line each.
    pub documents: Vec<String>,
}

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
}

fn capital(text: String) -> String {
    match text.chars().next() {
        Some(first) if first.is_ascii_lowercase() => first.to_ascii_uppercase().to_string() + &text[1..],
        _ => text,
    }
}

impl<'a> Report<'a> {
    /// Writes all sections.
    pub fn new(ledger: &Ledger, options: &Options<'_>) -> Self {
        let words = Words::of(options.language);
        let names = Names::new(ledger, options.name);
        let mut writer = Writer { ledger, names: &names, words, notes: Notes::new(&names, words) };
        let sections = vec![
            overview::section(&mut writer),
            timeline::section(&mut writer),
            statements::section(&mut writer),
            transfers::section(&mut writer),
            series::section(&mut writer),
            disputes::section(&mut writer),
            forecasts::section(&mut writer),
        ];
        Report {
            words,
            facts: overview::facts(words, ledger, options.asked),
            sections: sections.into_iter().filter(|s| !s.groups.is_empty()).collect(),
            notes: writer.notes.list,
            documents: documents(words, ledger),
        }
    }
}

/// One line a report: outlet, date, headline, name, and whose copy it is.
fn documents(words: &Words, ledger: &Ledger) -> Vec<String> {
    let mut documents: Vec<_> = ledger.documents.iter().collect();
    documents.sort_by(|a, b| (&a.published, &a.source).cmp(&(&b.published, &b.source)));
    let line = |d: &tenkyo_model::ledger::Document| {
        let copy = d.copy_of.as_deref().map(|of| words.fill("source.copy", &[("of", &shown(of))]));
        let (head, title) = (notes::head(words, d), shown(d.title.as_deref().unwrap_or_default()));
        format!("{head} {title} [{}]{}", shown(&d.source), copy.unwrap_or_default())
    };
    documents.into_iter().map(line).collect()
}
