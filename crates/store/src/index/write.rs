//! Bringing the index up to the database.

use super::Index;
use crate::{Store, StoreError};
use tantivy::{IndexWriter, TantivyDocument, Term};
use tenkyo_record::analysis::Analysis;

/// Memory for entries that are not yet on disk, in bytes.
const BUFFER: usize = 32_000_000;

impl Store {
    /// Brings the index up to the database. Searching does this by itself; after adding much it is kinder to do it at once.
    ///
    /// # Errors
    /// When the index or the database refuses, or another process is writing the index.
    pub fn update_index(&mut self) -> Result<(), StoreError> {
        let index = match self.index.take() {
            Some(index) => index,
            None => Index::open(&self.folder)?,
        };
        let result = self.catch_up(&index);
        self.index = Some(index);
        result
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
        let mut writer: IndexWriter = index.index.writer_with_num_threads(1, BUFFER)?;
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

    /// One entry for the article, one for each statement.
    fn put(&self, writer: &IndexWriter, analysis: &Analysis) -> Result<(), StoreError> {
        let f = &self.fields;
        let document = &analysis.document;
        let mut article = TantivyDocument::new();
        article.add_text(f.document, &document.id);
        article.add_text(f.title, document.title.as_deref().unwrap_or_default());
        article.add_text(f.body, &document.text);
        article.add_u64(f.from, 0);
        writer.add_document(article)?;
        let points: Vec<usize> =
            document.text.char_indices().map(|(i, _)| i).chain([document.text.len()]).collect();
        for statement in &analysis.statements {
            let [from, to] = statement.content;
            let words = points.get(from).zip(points.get(to)).and_then(|(a, b)| document.text.get(*a..*b));
            let mut entry = TantivyDocument::new();
            entry.add_text(f.document, &document.id);
            entry.add_text(f.statement, &statement.id);
            entry.add_text(f.body, words.unwrap_or_default());
            entry.add_u64(f.from, from as u64);
            writer.add_document(entry)?;
        }
        Ok(())
    }
}
