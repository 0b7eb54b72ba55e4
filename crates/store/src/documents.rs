//! Getting documents out.

use crate::{Store, StoreError};
use rusqlite::{OptionalExtension, Row};
use tenkyo_record::analysis::Analysis;

/// A document of the workspace, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Content address of the text.
    pub id: String,
    /// Name under which records cite it: the first, in order of characters, of those it was added by.
    pub source: String,
    /// Headline.
    pub title: Option<String>,
    /// Publishing outlet.
    pub outlet: Option<String>,
    /// Publication date, ISO 8601 at the precision that is known.
    pub published: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
    /// Program and data that made its analysis.
    pub data_version: String,
}

const COLUMNS: &str = "d.id, source, title, outlet, published, url, data_version";

impl Store {
    /// The current documents, in order of their sources.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn documents(&self) -> Result<Vec<Document>, StoreError> {
        self.list(&format!("SELECT {COLUMNS} FROM document d JOIN current USING (id) ORDER BY source"), [])
    }

    /// Every text that a source has shown, oldest first; the last is current.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn versions(&self, source: &str) -> Result<Vec<Document>, StoreError> {
        let query = format!(
            "SELECT {COLUMNS} FROM document d JOIN sighting s ON s.document = d.id WHERE source = ?1 ORDER BY number"
        );
        self.list(&query, [source])
    }

    /// Every name under which a text was added, in order of characters.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn names(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let mut names =
            self.connection.prepare("SELECT source FROM sighting WHERE document = ?1 ORDER BY source")?;
        Ok(names.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The analysis of one document, current or not, by its id; none when there is no such document.
    ///
    /// # Errors
    /// When the database refuses, or the record is of another version of the program.
    pub fn document(&self, id: &str) -> Result<Option<Analysis>, StoreError> {
        let query = "SELECT analysis, coalesce((SELECT min(source) FROM shown WHERE document = d.id),
                     (SELECT min(source) FROM sighting WHERE document = d.id)) FROM document d WHERE d.id = ?1";
        let mut document = self.connection.prepare_cached(query)?;
        let row = document.query_row([id], |r| Ok((r.get::<_, String>(0)?, r.get(1)?)));
        let Some((json, source)) = row.optional()? else { return Ok(None) };
        let parsed = Analysis::parse(&json);
        let mut analysis = parsed.map_err(|e| StoreError::Record { document: id.into(), source: e })?;
        if let Some(source) = source {
            analysis.document.source = source;
        }
        Ok(Some(analysis))
    }

    /// The analysis of the current document of a source, by its name.
    ///
    /// # Errors
    /// As [`Store::document`].
    pub fn document_by_source(&self, source: &str) -> Result<Option<Analysis>, StoreError> {
        let query = "SELECT document FROM sighting WHERE source = ?1 ORDER BY number DESC LIMIT 1";
        let id: Option<String> = self.connection.query_row(query, [source], |r| r.get(0)).optional()?;
        id.map_or(Ok(None), |id| self.document(&id))
    }

    /// The analyses of the current documents, in order of their sources, each read from disk when it is asked for.
    ///
    /// # Errors
    /// When the database refuses; each item as [`Store::document`].
    pub fn analyses(&self) -> Result<impl Iterator<Item = Result<Analysis, StoreError>>, StoreError> {
        let documents = self.documents()?;
        Ok(documents.into_iter().filter_map(|d| self.document(&d.id).transpose()))
    }

    fn list<P: rusqlite::Params>(&self, query: &str, parameters: P) -> Result<Vec<Document>, StoreError> {
        let mut statement = self.connection.prepare(query)?;
        let rows = statement.query_map(parameters, document)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        id: row.get(0)?,
        source: row.get(1)?,
        title: row.get(2)?,
        outlet: row.get(3)?,
        published: row.get(4)?,
        url: row.get(5)?,
        data_version: row.get(6)?,
    })
}
