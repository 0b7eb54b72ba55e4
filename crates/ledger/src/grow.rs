//! A ledger that grows document by document.

use crate::memo::Memo;
use crate::{Reading, build_over};
use std::collections::BTreeMap;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::correction::Logged;
use tenkyo_model::ledger::Ledger;

/// Documents and corrections, and what was worked out about them.
///
/// Adding a document compares its words with those that they may be one with and no others with each other; lists are then put
/// together anew from the judgements, in time proportional to their length. [`Growing::ledger`] gives, byte for byte, what
/// [`crate::build_corrected_with`] gives for the same documents, whatever the order in which they came.
pub struct Growing<'l> {
    lexicon: &'l Lexicon,
    readings: BTreeMap<String, Reading>,
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
        self.readings.insert(reading.article.source.clone(), reading);
    }

    /// Takes a document out.
    pub fn remove(&mut self, source: &str) {
        self.readings.remove(source);
    }

    /// Adds an entry to the log of corrections.
    pub fn correct(&mut self, entry: Logged) {
        self.log.push(entry);
    }

    /// The ledger of what is there now.
    pub fn ledger(&self) -> Ledger {
        build_over(&self.readings.values().collect::<Vec<_>>(), &self.log, self.lexicon, &self.memo)
    }

    /// How many pairs of wordings have been compared since the beginning, each once.
    pub fn compared(&self) -> usize {
        self.memo.compared()
    }
}
