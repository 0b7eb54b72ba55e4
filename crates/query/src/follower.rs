//! A ledger kept in step with a workspace: at each look only what has changed is read, and only what is new is worked out.

use crate::{QueryError, Snapshot};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use tenkyo_ledger::{Growing, Reading};
use tenkyo_lexicon::Lexicon;
use tenkyo_model::correction::Logged;
use tenkyo_record::analysis::Analysis;
use tenkyo_store::{Document, Store};

/// The data with which ledgers are built.
pub(crate) static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::embedded().expect("the tests compile the embedded data"));

/// What has been read of a workspace.
pub(crate) struct Follower {
    growing: Growing<'static>,
    /// Id of the text and what read it, by name of the document.
    read: BTreeMap<String, (String, String)>,
    /// Remarks on the texts, by name of the document.
    remarks: BTreeMap<String, Arc<[String]>>,
}

impl Default for Follower {
    fn default() -> Self {
        Self { growing: Growing::new(&LEXICON), read: BTreeMap::new(), remarks: BTreeMap::new() }
    }
}

impl Follower {
    /// The present state of the workspace, the same whatever was read before.
    ///
    /// # Errors
    /// When the workspace or one of its records cannot be read.
    pub fn read(&mut self, store: &Store) -> Result<Snapshot, QueryError> {
        let (documents, log) = (store.documents()?, store.corrections()?);
        let fingerprint = fingerprint(&documents, &log);
        self.forget(&documents);
        for document in documents {
            self.take(store, document)?;
        }
        self.correct(log);
        Ok(Snapshot::new(
            self.growing.ledger(),
            self.growing.corrected(),
            self.remarks.clone(),
            self.growing.log().to_vec(),
            fingerprint,
        ))
    }

    /// Lets go of what is no longer current.
    fn forget(&mut self, documents: &[Document]) {
        let current: BTreeMap<&str, &str> = documents.iter().map(|d| (&*d.source, &*d.id)).collect();
        let gone = |source: &&String| !current.contains_key(source.as_str());
        let gone: Vec<String> = self.read.keys().filter(gone).cloned().collect();
        for source in gone {
            self.growing.remove(&source);
            self.read.remove(&source);
            self.remarks.remove(&source);
        }
    }

    /// Reads a document unless it was read as it is now.
    fn take(&mut self, store: &Store, document: Document) -> Result<(), QueryError> {
        let state = (document.id, document.data_version);
        if self.read.get(&document.source) == Some(&state) {
            return Ok(());
        }
        let Some(analysis) = store.document(&state.0)? else { return Ok(()) };
        let told = analysis.diagnostics.iter().map(|d| d.message.clone()).collect();
        self.growing.add(reading(&analysis)?);
        self.remarks.insert(document.source.clone(), told);
        self.read.insert(document.source, state);
        Ok(())
    }

    /// Takes over the log of corrections. It only grows: another one is that of another workspace.
    fn correct(&mut self, log: Vec<Logged>) {
        let known = self.growing.log().len();
        log.into_iter().skip(known).for_each(|entry| self.growing.correct(entry));
    }
}

fn reading(analysis: &Analysis) -> Result<Reading, QueryError> {
    let broken = |source| QueryError::Record { document: analysis.document.id.clone(), source };
    Ok(Reading {
        article: analysis.article().map_err(broken)?,
        findings: analysis.findings().map_err(broken)?,
    })
}

/// Names the documents, what read them, and the program.
fn fingerprint(documents: &[Document], log: &[Logged]) -> String {
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    for document in documents {
        for part in [&document.id, &document.source, &document.data_version] {
            hash.update(part);
            hash.update([0]);
        }
    }
    for logged in log {
        hash.update(format!("{logged:?}"));
    }
    hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
