//! Bringing the index up to the database.

use super::tokens::tokens;
use super::{Index, places};
use crate::{Store, StoreError};
use std::time::{Duration, Instant};
use tantivy::tokenizer::PreTokenizedString;
use tantivy::{IndexWriter, TantivyDocument, TantivyError, Term};
use tenkyo_record::analysis::Analysis;
use tenkyo_text::Offsets;

/// Memory for entries that are not yet on disk, in bytes.
const BUFFER: usize = 32_000_000;

/// How long another process that writes the index is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

impl Store {
    /// Brings the index up to the database. Searching does this by itself; after adding much it is kinder to do it at once.
    ///
    /// # Errors
    /// When the index or the database refuses, or another process is writing the index.
    pub fn update_index(&mut self) -> Result<(), StoreError> {
        self.updated().map(|_| ())
    }

    /// The index, brought up to the database.
    pub(super) fn updated(&mut self) -> Result<&Index, StoreError> {
        let index = match self.index.take() {
            Some(index) => index,
            None => Index::open(&self.folder)?,
        };
        let result = self.catch_up(&index).and_then(|()| Ok(index.reader.reload()?));
        let index = self.index.insert(index);
        result.map(|()| &*index)
    }

    /// Throws the index away and builds it from the database.
    ///
    /// # Errors
    /// As [`Store::update_index`].
    pub fn rebuild_index(&mut self) -> Result<(), StoreError> {
        self.index = None;
        Index::remove(&self.folder)?;
        self.update_index()
    }

    fn catch_up(&self, index: &Index) -> Result<(), StoreError> {
        let seen = index.change()?;
        let newest: i64 =
            self.connection.query_row("SELECT ifnull(max(changed), 0) FROM document", [], |r| r.get(0))?;
        if newest == seen {
            return Ok(());
        }
        let mut writer = index.writer()?;
        for (id, current) in self.changed_since(seen)? {
            writer.delete_term(Term::from_field_text(index.fields.document, &id));
            if let Some(analysis) = if current { self.document(&id)? } else { None } {
                index.put(&writer, &analysis)?;
            }
        }
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&newest.to_string());
        commit.commit()?;
        writer.wait_merging_threads()?;
        Ok(())
    }

    /// Ids of the documents touched after a change, and whether each is current.
    fn changed_since(&self, change: i64) -> Result<Vec<(String, bool)>, StoreError> {
        let mut changed = self.connection.prepare(
            "SELECT id, id IN (SELECT id FROM current) FROM document WHERE changed > ?1 ORDER BY id",
        )?;
        Ok(changed.query_map([change], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}

impl Index {
    /// Number of the last change that the index knows.
    fn change(&self) -> Result<i64, StoreError> {
        let payload = self.index.load_metas()?.payload;
        Ok(payload.and_then(|p| p.parse().ok()).unwrap_or(0))
    }

    /// The writer, of which there is one at a time: another process that is writing is waited for.
    fn writer(&self) -> Result<IndexWriter, StoreError> {
        let start = Instant::now();
        loop {
            match self.index.writer_with_num_threads(1, BUFFER) {
                Err(TantivyError::LockFailure(..)) if start.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(50));
                }
                writer => return Ok(writer?),
            }
        }
    }

    /// One entry for the article, one for each statement.
    fn put(&self, writer: &IndexWriter, analysis: &Analysis) -> Result<(), StoreError> {
        let document = &analysis.document;
        let mut article = self.entry(&document.id, &document.text);
        article.add_text(self.fields.title, document.title.as_deref().unwrap_or_default());
        writer.add_document(article)?;
        let offsets = Offsets::new(&document.text);
        for statement in &analysis.statements {
            let Some(span) = offsets.span_of_code_points(statement.content) else { continue };
            let mut entry = self.entry(&document.id, &document.text[span.range()]);
            entry.add_text(self.fields.statement, &statement.id);
            entry.add_u64(self.fields.from, statement.content[0] as u64);
            entry.add_u64(self.fields.start, u64::from(span.start));
            entry.add_u64(self.fields.end, u64::from(span.end));
            writer.add_document(entry)?;
        }
        Ok(())
    }

    /// An entry of a document with these words.
    fn entry(&self, document: &str, text: &str) -> TantivyDocument {
        let (f, tokens) = (&self.fields, tokens(text));
        let mut entry = TantivyDocument::new();
        entry.add_text(f.document, document);
        entry.add_text(f.text, text);
        entry.add_bytes(f.places, &places::packed(&tokens));
        entry.add_pre_tokenized_text(f.body, PreTokenizedString { text: String::new(), tokens });
        entry
    }
}
