//! Putting documents in.

use crate::{Store, StoreError};
use rusqlite::{OptionalExtension, Transaction, params};
use tenkyo_record::analysis::Analysis;

/// What adding one document did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addition {
    /// It was not there.
    New,
    /// It is another text of a source that was there: the earlier text stays as a version.
    Version,
    /// It was there, read by another version of the program or its data: the new reading replaces the old one.
    Reread,
    /// It was there: nothing changed.
    Known,
}

impl Store {
    /// Keeps these analyses, all or none, and says for each what that did. `data_version` names the program and data that
    /// made them. The index follows at the next search or [`Store::update_index`].
    ///
    /// # Errors
    /// When the database refuses; then nothing is kept.
    pub fn add(&mut self, analyses: &[Analysis], data_version: &str) -> Result<Vec<Addition>, StoreError> {
        let transaction = self.connection.transaction()?;
        let additions =
            analyses.iter().map(|a| one(&transaction, a, data_version)).collect::<Result<_, _>>()?;
        transaction.commit()?;
        Ok(additions)
    }
}

fn one(db: &Transaction<'_>, analysis: &Analysis, data_version: &str) -> Result<Addition, StoreError> {
    let document = &analysis.document;
    let change: i64 = db.query_row("SELECT ifnull(max(changed), 0) + 1 FROM document", [], |r| r.get(0))?;
    let kept = keep(db, analysis, data_version, change)?;
    let newest = newest(db, &document.source)?;
    if newest.as_deref() == Some(&document.id) {
        return Ok(kept.unwrap_or(Addition::Known));
    }
    see(db, &document.source, &document.id)?;
    // Both documents may have become current, or have ceased to be: the index has to look at them again.
    let touched = "UPDATE document SET changed = ?1 WHERE id = ?2 OR id = ?3";
    db.execute(touched, params![change, document.id, newest])?;
    Ok(match (kept, newest) {
        (Some(Addition::Reread), None) => Addition::Reread,
        (None, None) => Addition::Known,
        (_, Some(_)) => Addition::Version,
        (_, None) => Addition::New,
    })
}

/// Stores the analysis unless the same is there.
fn keep(
    db: &Transaction<'_>,
    analysis: &Analysis,
    data_version: &str,
    change: i64,
) -> Result<Option<Addition>, StoreError> {
    let d = &analysis.document;
    let known: Option<String> =
        db.query_row("SELECT data_version FROM document WHERE id = ?1", [&d.id], |r| r.get(0)).optional()?;
    if known.as_deref() == Some(data_version) {
        return Ok(None);
    }
    let json = serde_json::to_string(analysis)
        .map_err(|e| StoreError::Record { document: d.id.clone(), source: e.into() })?;
    db.execute(
        "INSERT OR REPLACE INTO document VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            d.id,
            d.title,
            d.outlet,
            d.published.as_ref().map(|p| &p.value),
            d.url,
            data_version,
            json,
            change
        ],
    )?;
    Ok(Some(if known.is_some() { Addition::Reread } else { Addition::New }))
}

/// The document that a source showed last.
fn newest(db: &Transaction<'_>, source: &str) -> rusqlite::Result<Option<String>> {
    let query = "SELECT document FROM sighting WHERE source = ?1 ORDER BY number DESC LIMIT 1";
    db.query_row(query, [source], |r| r.get(0)).optional()
}

/// Records that a source shows this document now.
fn see(db: &Transaction<'_>, source: &str, document: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM sighting WHERE source = ?1 AND document = ?2", [source, document])?;
    db.execute("INSERT INTO sighting (source, document) VALUES (?1, ?2)", [source, document])?;
    Ok(())
}
