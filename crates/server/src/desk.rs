//! What the pages show: the documents of a workspace, their findings and the ledger over them, read once.

pub(crate) mod anchors;
mod words;

pub(crate) use words::Words;

use crate::ServerError;
use std::collections::BTreeMap;
use std::sync::Mutex;
use tenkyo_ledger::Reading;
use tenkyo_model::ledger::{Actor, Document, Ledger, Member};
use tenkyo_store::{Hit, Store};

/// The documents of a workspace with their ledger.
pub struct Desk {
    pub(crate) ledger: Ledger,
    /// By name of the document.
    readings: BTreeMap<String, Reading>,
    /// Name of the document by its id.
    names: BTreeMap<String, String>,
    /// Place in [`Ledger::actors`] by id.
    actors: BTreeMap<String, usize>,
    documents: BTreeMap<String, usize>,
    /// Remarks on the texts, by name of the document.
    remarks: BTreeMap<String, Vec<String>>,
    /// Where in the reader each finding stands.
    anchors: anchors::Anchors,
    /// Everybody who says or relays something, with the number of times; the most frequent first.
    pub(crate) speakers: Vec<(String, usize)>,
    store: Mutex<Store>,
}

impl Desk {
    /// Reads all current documents of the workspace and builds their ledger.
    ///
    /// # Errors
    /// When the workspace or one of its records cannot be read.
    pub fn open(store: Store) -> Result<Self, ServerError> {
        let (mut readings, mut remarks) = (Vec::new(), BTreeMap::new());
        for analysis in store.analyses()? {
            let analysis = analysis?;
            let broken = |source| ServerError::Record { document: analysis.document.id.clone(), source };
            let told = analysis.diagnostics.iter().map(|d| d.message.clone()).collect();
            remarks.insert(analysis.document.source.clone(), told);
            readings.push(Reading {
                article: analysis.article().map_err(broken)?,
                findings: analysis.findings().map_err(broken)?,
            });
        }
        Ok(Self::new(readings, remarks, store))
    }

    fn new(readings: Vec<Reading>, remarks: BTreeMap<String, Vec<String>>, store: Store) -> Self {
        let mut ledger = tenkyo_ledger::build(&readings);
        in_order(&mut ledger);
        let index = |ids: Vec<&String>| ids.into_iter().enumerate().map(|(i, id)| (id.clone(), i)).collect();
        Self {
            actors: index(ledger.actors.iter().map(|actor| &actor.id).collect()),
            documents: index(ledger.documents.iter().map(|document| &document.source).collect()),
            names: readings.iter().map(|r| (r.article.id.0.clone(), r.article.source.clone())).collect(),
            anchors: anchors::of(&readings),
            readings: readings.into_iter().map(|r| (r.article.source.clone(), r)).collect(),
            remarks,
            speakers: speakers(&ledger),
            store: Mutex::new(store),
            ledger,
        }
    }

    /// The reading of the document with this id.
    pub(crate) fn reading(&self, id: &str) -> Option<&Reading> {
        self.readings.get(self.names.get(id)?)
    }

    /// Remarks on the text of a document, by its name.
    pub(crate) fn remarks(&self, source: &str) -> &[String] {
        self.remarks.get(source).map_or(&[], Vec::as_slice)
    }

    /// The actor with this id.
    pub(crate) fn actor(&self, id: &str) -> Option<&Actor> {
        self.actors.get(id).map(|at| &self.ledger.actors[*at])
    }

    /// The document that a member stands in.
    pub(crate) fn document(&self, member: &Member) -> Option<&Document> {
        self.documents.get(&member.document).map(|at| &self.ledger.documents[*at])
    }

    /// Articles and statements that hold the words.
    pub(crate) fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, ServerError> {
        let mut store = self.store.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Ok(store.search(query, limit)?)
    }
}

/// Sorts what pages list by date, the undated last, once for all pages.
fn in_order(ledger: &mut Ledger) {
    fn key<'k>(date: &'k Option<String>, id: &'k str) -> (bool, &'k Option<String>, &'k str) {
        (date.is_none(), date, id)
    }
    ledger.utterances.sort_by(|a, b| key(&a.date, &a.id).cmp(&key(&b.date, &b.id)));
    ledger.occurrences.sort_by(|a, b| key(&a.date, &a.id).cmp(&key(&b.date, &b.id)));
    ledger.transfers.sort_by(|a, b| key(&a.date, &a.id).cmp(&key(&b.date, &b.id)));
}

fn speakers(ledger: &Ledger) -> Vec<(String, usize)> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for id in ledger.utterances.iter().flat_map(|u| u.speaker.iter().chain(&u.via)) {
        *counts.entry(id).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().map(|(id, count)| (id.to_owned(), count)).collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}
