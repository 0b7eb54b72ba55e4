//! A workspace as it stood at one moment: documents, findings, and the ledger over them. It never changes.

use crate::anchors::{self, Anchors};
use crate::page::sort;
use crate::{Entry, Index, QueryError};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tenkyo_ledger::Reading;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::correction::Logged;
use tenkyo_model::ledger::{Actor, Document, Ledger, Member};
use tenkyo_store::Store;

/// What corrected names are looked up in.
static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::embedded().expect("the tests compile the embedded data"));

/// The state of a workspace.
pub struct Snapshot {
    /// The ledger; each list in the order of [`Entry::order`].
    pub ledger: Ledger,
    /// What filters look up in it.
    pub index: Index,
    /// Changes whenever an answer may change; the same for the same workspace and program.
    pub fingerprint: String,
    /// Everybody who says or relays something, with the number of times; the most frequent first.
    pub speakers: Vec<(String, usize)>,
    /// What analysts said, in the order in which they said it.
    pub log: Vec<Logged>,
    /// By name of the document, corrected.
    readings: BTreeMap<String, Reading>,
    /// Remarks on the texts, by name of the document.
    remarks: BTreeMap<String, Vec<String>>,
    anchors: Anchors,
}

impl Snapshot {
    /// Reads all current documents of the workspace and builds their ledger.
    ///
    /// # Errors
    /// When the workspace or one of its records cannot be read.
    pub fn read(store: &Store) -> Result<Self, QueryError> {
        let fingerprint = fingerprint(store)?;
        let (mut readings, mut remarks) = (Vec::new(), BTreeMap::new());
        for analysis in store.analyses()? {
            let analysis = analysis?;
            let broken = |source| QueryError::Record { document: analysis.document.id.clone(), source };
            let told = analysis.diagnostics.iter().map(|d| d.message.clone()).collect();
            remarks.insert(analysis.document.source.clone(), told);
            readings.push(Reading {
                article: analysis.article().map_err(broken)?,
                findings: analysis.findings().map_err(broken)?,
            });
        }
        let log = store.corrections()?;
        let (ledger, index) = in_order(tenkyo_ledger::build_corrected(&readings, &log));
        if !log.is_empty() {
            readings = tenkyo_ledger::corrected(&readings, &log, &LEXICON);
        }
        Ok(Self {
            speakers: speakers(&ledger),
            anchors: anchors::of(&readings),
            readings: readings.into_iter().map(|r| (r.article.source.clone(), r)).collect(),
            remarks,
            log,
            fingerprint,
            index,
            ledger,
        })
    }

    /// The reading of the document with this id.
    pub fn reading(&self, id: &str) -> Option<&Reading> {
        self.readings.get(self.index.source(id)?)
    }

    /// Remarks on the text of a document, by its name.
    pub fn remarks(&self, source: &str) -> &[String] {
        self.remarks.get(source).map_or(&[], Vec::as_slice)
    }

    /// The actor with this id.
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        self.index.actor(&self.ledger, id)
    }

    /// The document that a member stands in.
    pub fn document(&self, member: &Member) -> Option<&Document> {
        self.index.document(&self.ledger, &member.document)
    }

    /// The words of the entry with this id, whatever list it is in.
    pub fn members_of(&self, id: &str) -> Option<Vec<&Member>> {
        fn find<'l, T: Entry>(list: &'l [T], id: &str) -> Option<Vec<&'l Member>> {
            list.iter().find(|entry| entry.id() == id).map(Entry::members)
        }
        let l = &self.ledger;
        find(&l.utterances, id)
            .or_else(|| find(&l.occurrences, id))
            .or_else(|| find(&l.claims, id))
            .or_else(|| find(&l.transfers, id))
            .or_else(|| find(&l.disputes, id))
            .or_else(|| find(&l.series, id))
            .or_else(|| find(&l.forecasts, id))
            .or_else(|| find(&l.actors, id))
    }

    /// The address on the desk that opens the reader at exactly these words.
    pub fn href(&self, member: &Member) -> Option<String> {
        let document = self.document(member)?;
        let key = (member.document.clone(), member.span);
        Some(match self.anchors.get(&key) {
            Some(anchor) => format!("/read/{}#{anchor}", document.id),
            None => format!("/read/{}?at={}-{}#here", document.id, member.span.start, member.span.end),
        })
    }
}

/// Names the documents, what read them, and the program.
fn fingerprint(store: &Store) -> Result<String, QueryError> {
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    for document in store.documents()? {
        for part in [&document.id, &document.source, &document.data_version] {
            hash.update(part);
            hash.update([0]);
        }
    }
    for logged in store.corrections()? {
        hash.update(format!("{logged:?}"));
    }
    Ok(hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect())
}

/// Every list in the order in which it is listed.
fn in_order(mut ledger: Ledger) -> (Ledger, Index) {
    let mut actors = std::mem::take(&mut ledger.actors);
    sort(&mut actors, &ledger, &Index::default());
    ledger.actors = actors;
    let mut documents = std::mem::take(&mut ledger.documents);
    sort(&mut documents, &ledger, &Index::default());
    ledger.documents = documents;
    let index = Index::new(&ledger);
    macro_rules! sorted {
        ($($list:ident)*) => {$(
            let mut list = std::mem::take(&mut ledger.$list);
            sort(&mut list, &ledger, &index);
            ledger.$list = list;
        )*};
    }
    sorted!(occurrences utterances claims transfers series disputes forecasts relations);
    (ledger, index)
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

/// The first twelve hexadecimal digits of the SHA-256 of a text: a name for what has none.
pub fn digest(text: &str) -> String {
    Sha256::digest(text).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
