//! The index of a workspace's words joined to one state of its ledger: what each entry of the index is there.

use crate::Snapshot;
use std::sync::Arc;
use tenkyo_model::ledger::{Document, Member, Utterance};
use tenkyo_model::{Certainty, Polarity};
use tenkyo_store::{Labels, Searcher, StoreError};
use tenkyo_text::Span;

/// A state of the workspace that can be searched.
pub(crate) struct Searched {
    pub now: Arc<Snapshot>,
    pub searcher: Searcher,
    /// What is known of each entry of the index; nothing of those that the state does not hold, such as a sentence of which an
    /// analyst says that it is no statement.
    entries: Labels<Option<Entry>>,
}

/// An article or a statement.
pub(crate) struct Entry {
    /// Place in the list of documents.
    pub document: usize,
    /// What of the document is a statement; none for the article.
    pub said: Option<Said>,
}

/// A statement of one document.
pub(crate) struct Said {
    pub content: Span,
    pub certainty: Certainty,
    pub polarity: Polarity,
    /// The acts of saying that it is part of, as places in their list.
    utterances: Vec<usize>,
}

impl Searched {
    /// Joins the index to the state.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn new(now: Arc<Snapshot>, searcher: Searcher) -> Result<Self, StoreError> {
        let entries = searcher.labels(|id, content| entry(&now, id, content))?;
        Ok(Self { now, searcher, entries })
    }

    /// What was found.
    pub fn entry(&self, found: &tenkyo_store::Match) -> Option<&Entry> {
        self.entries.of(found)?.as_ref()
    }

    pub fn document(&self, entry: &Entry) -> &Document {
        &self.now.ledger.documents[entry.document]
    }

    /// The acts of saying that a statement is part of.
    pub fn utterances<'s>(&'s self, said: &'s Said) -> impl Iterator<Item = &'s Utterance> + Clone {
        said.utterances.iter().map(|at| &self.now.ledger.utterances[*at])
    }
}

fn entry(now: &Snapshot, id: &str, content: Option<Span>) -> Option<Entry> {
    let document = now.index.place_of(id)?;
    let Some(content) = content else { return Some(Entry { document, said: None }) };
    let reading = now.reading(id)?;
    let statement = reading.findings.statements.iter().find(|s| s.content == content)?;
    let words = Member { document: reading.article.source.clone(), span: content };
    let said = Said {
        content,
        certainty: statement.certainty,
        polarity: statement.polarity,
        utterances: now.index.said(&words).collect(),
    };
    Some(Entry { document, said: Some(said) })
}
