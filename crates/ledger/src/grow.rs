//! A ledger that grows document by document.

use crate::corrections::Corrections;
use crate::memo::Memo;
use crate::{Reading, build_over};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::correction::Logged;
use tenkyo_model::ledger::Ledger;

/// Documents and corrections, and what was worked out about them.
///
/// What can be told of a document without the others is worked out once; the lists are then put together anew, in time close to
/// proportional to their length. [`Growing::ledger`] gives, byte for byte, what [`crate::build_corrected_with`] gives for the same
/// documents, whatever the order in which they came.
pub struct Growing<'l> {
    lexicon: &'l Lexicon,
    readings: BTreeMap<String, Arc<Reading>>,
    log: Vec<Logged>,
    memo: Memo,
}

impl<'l> Growing<'l> {
    /// Without documents.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, readings: BTreeMap::new(), log: Vec::new(), memo: Memo::default() }
    }

    /// Adds a document; another one of the same source gives way to it.
    pub fn add(&mut self, reading: Reading) {
        self.readings.insert(reading.article.source.clone(), Arc::new(reading));
    }

    /// Takes a document out.
    pub fn remove(&mut self, source: &str) {
        self.readings.remove(source);
    }

    /// Adds an entry to the log of corrections.
    pub fn correct(&mut self, entry: Logged) {
        self.log.push(entry);
    }

    /// The log of corrections, in the order in which it was written.
    pub fn log(&self) -> &[Logged] {
        &self.log
    }

    /// The documents by their sources, with what analysts said of speakers, dates, types and statements, as the ledger compares
    /// them; for whoever shows a document's findings.
    pub fn corrected(&self) -> BTreeMap<String, Arc<Reading>> {
        let all: Vec<&Reading> = self.readings.values().map(|r| &**r).collect();
        let corrections = Corrections::new(&self.log, &all, self.lexicon);
        let apply = |(source, reading): (&String, &Arc<Reading>)| match corrections.apply(reading) {
            Cow::Borrowed(_) => (source.clone(), reading.clone()),
            Cow::Owned(corrected) => (source.clone(), Arc::new(corrected)),
        };
        self.readings.iter().map(apply).collect()
    }

    /// The ledger of what is there now.
    pub fn ledger(&self) -> Ledger {
        build_over(
            &self.readings.values().map(|r| &**r).collect::<Vec<_>>(),
            &self.log,
            self.lexicon,
            &self.memo,
        )
    }

    /// How many stretches of texts have been worked out since the beginning, each once.
    pub fn worked_out(&self) -> usize {
        self.memo.worked_out()
    }
}
