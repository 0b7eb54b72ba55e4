//! A ledger as a report to read: what happened, who said what, what moved, what is contradicted, in whole sentences.
//!
//! Entry point: [`write`]. Every sentence carries numbered notes with outlet, date and the exact words it stands on. What somebody
//! claims stays his claim, what is doubtful stays doubtful. The same ledger gives the same bytes.

mod amounts;
mod dates;
mod disputes;
mod forecasts;
mod html;
mod markdown;
mod names;
mod notes;
mod overview;
mod phrases;
mod quotes;
mod report;
mod series;
mod shown;
mod statements;
mod timeline;
mod transfers;
mod words;
mod writer;

use tenkyo_model::ledger::Ledger;

/// Forms of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown with footnotes.
    Markdown,
    /// One page with its own style, nothing loaded from elsewhere, no script.
    Html,
}

/// Languages of the report; quotations stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Japanese.
    Japanese,
    /// English.
    English,
}

/// How the report is written.
pub struct Options<'a> {
    /// Its form.
    pub format: Format,
    /// Its language.
    pub language: Language,
    /// What the ledger was filtered by, to be told to the reader; empty when it is whole.
    pub asked: &'a str,
    /// A name in the report's language for the actor with this id, where there is a better one than the ledger's.
    pub name: &'a dyn Fn(&str) -> Option<String>,
}

/// The report over everything in the ledger.
pub fn write(ledger: &Ledger, options: &Options<'_>) -> String {
    let report = report::Report::new(ledger, options);
    match options.format {
        Format::Markdown => markdown::write(&report),
        Format::Html => html::write(&report),
    }
}
