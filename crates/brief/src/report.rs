//! The report as a value: sections of sentences with their notes. `markdown` and `html` write it out.

use crate::names::Names;
use crate::notes::{self, Note, Notes};
use crate::shown::shown;
use crate::words::Words;
use crate::writer::{Section, Writer};
use crate::{Options, disputes, forecasts, overview, series, statements, timeline, transfers};
use tenkyo_model::ledger::Ledger;

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
