//! The log of corrections: what analysts say against the program. It only grows; the database itself refuses to change it.

use crate::{Store, StoreError};
use rusqlite::params;
use tenkyo_model::correction::{Correction, Logged};
use tenkyo_record::correction::Correction as Record;

impl Store {
    /// Adds a correction to the log and gives its number. Reading documents anew leaves the log as it is.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn correct(&mut self, correction: &Correction) -> Result<u64, StoreError> {
        let json = serde_json::to_string(&Record::new(correction)).map_err(|e| record(0, e.into()))?;
        self.connection.execute(
            "INSERT INTO correction (made_by, made_at, why, kind, correction) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![correction.by, correction.at, correction.why, correction.change.kind(), json],
        )?;
        Ok(self.connection.last_insert_rowid().unsigned_abs())
    }

    /// The whole log in the order in which it was written, with what has been withdrawn and what withdrew it.
    ///
    /// # Errors
    /// When the database refuses, or an entry is of another version of the program.
    pub fn corrections(&self) -> Result<Vec<Logged>, StoreError> {
        let mut rows =
            self.connection.prepare("SELECT number, correction FROM correction ORDER BY number")?;
        let rows = rows.query_map([], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?)))?;
        rows.map(|row| {
            let (number, json) = row?;
            let number = number.unsigned_abs();
            let correction = Record::parse(&json).and_then(|r| r.model()).map_err(|e| record(number, e))?;
            Ok(Logged { number, correction })
        })
        .collect()
    }
}

fn record(number: u64, source: tenkyo_record::RecordError) -> StoreError {
    StoreError::Correction { number, source }
}
