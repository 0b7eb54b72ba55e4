//! The tables, and how they came about.

use crate::StoreError;
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
use std::path::{Path, PathBuf};
use std::time::Duration;

const STEPS: &[M<'_>] = &[M::up(DOCUMENTS), M::up(CORRECTIONS), M::up(SHOWN)];

const DOCUMENTS: &str =
    "CREATE TABLE document (
        id TEXT PRIMARY KEY,           -- content address of the text
        title TEXT,
        outlet TEXT,
        published TEXT,                -- ISO 8601 at the precision that is known
        url TEXT,
        data_version TEXT NOT NULL,    -- of the program and data that made the analysis
        analysis TEXT NOT NULL,        -- tenkyo.analysis/1
        changed INTEGER NOT NULL       -- number of the change that touched it last; the index catches up by it
     ) STRICT, WITHOUT ROWID;
     CREATE INDEX document_changed ON document (changed);
     CREATE TABLE sighting (           -- a document seen under a name
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL,
        document TEXT NOT NULL REFERENCES document (id),
        UNIQUE (source, document)
     ) STRICT;
     CREATE INDEX sighting_document ON sighting (document);
     -- The newest document of each source, under the first of its names.
     CREATE VIEW current AS
        SELECT document AS id, min(source) AS source FROM sighting AS s
        WHERE NOT EXISTS (SELECT 1 FROM sighting AS l WHERE l.source = s.source AND l.number > s.number)
        GROUP BY document;";

const CORRECTIONS: &str = "CREATE TABLE correction (  -- a log: entries are added, never changed
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL,         -- RFC 3339, UTC
        why TEXT NOT NULL,
        kind TEXT NOT NULL,
        correction TEXT NOT NULL       -- tenkyo.correction/1
     ) STRICT;
     CREATE TRIGGER correction_unchanged BEFORE UPDATE ON correction
        BEGIN SELECT raise(ABORT, 'the log of corrections only grows'); END;
     CREATE TRIGGER correction_kept BEFORE DELETE ON correction
        BEGIN SELECT raise(ABORT, 'the log of corrections only grows'); END;";

// `current` groups all sightings before it is narrowed to one document, `shown` is narrowed by the index.
const SHOWN: &str = "CREATE VIEW shown AS   -- the newest document of each source
        SELECT document, source FROM sighting AS s
        WHERE NOT EXISTS (SELECT 1 FROM sighting AS l WHERE l.source = s.source AND l.number > s.number);
     DROP VIEW current;
     CREATE VIEW current AS           -- under the first of its names
        SELECT document AS id, min(source) AS source FROM shown GROUP BY document;";

const MIGRATIONS: Migrations<'_> = Migrations::from_slice(STEPS);

/// Where the database of a workspace lies.
pub(crate) fn file(folder: &Path) -> PathBuf {
    folder.join("tenkyo.db")
}

/// Opens the database with its tables at this version.
pub(crate) fn connect(folder: &Path) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(file(folder))?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    MIGRATIONS.to_latest(&mut connection)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    #[test]
    fn migrations_are_valid() {
        super::MIGRATIONS.validate().unwrap();
    }
}
