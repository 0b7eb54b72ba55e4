//! A workspace as it stood at one moment: documents, findings, and the ledger over them. It never changes.

use crate::follower::Follower;
use crate::ids::{Compared, Ids};
use crate::page::sort;
use crate::{Coverage, Index, QueryError, anchors};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use tenkyo_ledger::Reading;
use tenkyo_model::correction::Logged;
use tenkyo_model::ledger::{Actor, Document, Ledger, Member};
use tenkyo_store::Store;

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
    readings: BTreeMap<String, Arc<Reading>>,
    /// Remarks on the texts, by name of the document.
    remarks: BTreeMap<String, Arc<[String]>>,
    pub(crate) ids: Ids,
    pub(crate) compared: OnceLock<Compared>,
    pub(crate) outlets: OnceLock<Vec<Coverage>>,
}

impl Snapshot {
    /// Reads all current documents of the workspace and builds their ledger.
    ///
    /// # Errors
    /// When the workspace or one of its records cannot be read.
    pub fn read(store: &Store) -> Result<Self, QueryError> {
        Follower::default().read(store)
    }

    /// The state with this ledger.
    pub(crate) fn new(
        ledger: Ledger,
        readings: BTreeMap<String, Arc<Reading>>,
        remarks: BTreeMap<String, Arc<[String]>>,
        log: Vec<Logged>,
        fingerprint: String,
    ) -> Self {
        let (ledger, index) = in_order(ledger);
        Self {
            speakers: speakers(&ledger),
            ids: Ids::new(&ledger),
            compared: OnceLock::new(),
            outlets: OnceLock::new(),
            readings,
            remarks,
            log,
            fingerprint,
            index,
            ledger,
        }
    }

    /// The reading of the document with this id.
    pub fn reading(&self, id: &str) -> Option<&Reading> {
        let document = self.ledger.documents.get(self.index.place_of(id)?)?;
        self.readings.get(&document.source).map(|reading| &**reading)
    }

    /// Remarks on the text of a document, by its name.
    pub fn remarks(&self, source: &str) -> &[String] {
        self.remarks.get(source).map_or(&[], |remarks| remarks)
    }

    /// The actor with this id.
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        self.index.actor(&self.ledger, id)
    }

    /// The document that a member stands in.
    pub fn document(&self, member: &Member) -> Option<&Document> {
        self.index.document(&self.ledger, &member.document)
    }

    /// The address on the desk that opens the reader at exactly these words.
    pub fn href(&self, member: &Member) -> Option<String> {
        let document = self.document(member)?;
        let findings = self.readings.get(&member.document).map(|reading| &reading.findings);
        Some(match findings.and_then(|findings| anchors::at(findings, member.span)) {
            Some(anchor) => format!("/read/{}#{anchor}", document.id),
            None => format!("/read/{}?at={}-{}#here", document.id, member.span.start, member.span.end),
        })
    }
}

/// Every list in the order in which it is listed.
fn in_order(mut ledger: Ledger) -> (Ledger, Index) {
    let mut actors = std::mem::take(&mut ledger.actors);
    sort(&mut actors, &ledger, &Index::default());
    ledger.actors = actors;
    let mut documents = std::mem::take(&mut ledger.documents);
    sort(&mut documents, &ledger, &Index::default());
    ledger.documents = documents;
    let index = Index::of_documents(&ledger);
    macro_rules! sorted {
        ($($list:ident)*) => {$(
            let mut list = std::mem::take(&mut ledger.$list);
            sort(&mut list, &ledger, &index);
            ledger.$list = list;
        )*};
    }
    sorted!(occurrences utterances claims transfers series disputes distinctions forecasts relations blocs agreements equipment);
    let index = Index::new(&ledger);
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
