//! A workspace that others write to while it is looked at.
//!
//! Readers take the present [`Snapshot`] and keep it for as long as they like; a change gives a new one beside it. No lock is
//! held while an answer is made.

use crate::follower::Follower;
use crate::searched::Searched;
use crate::{QueryError, Snapshot};
use arc_swap::ArcSwap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use tenkyo_record::analysis::Analysis;
use tenkyo_store::Store;

/// How often a followed workspace is looked at. A look asks SQLite for one number.
const EVERY: Duration = Duration::from_millis(500);

/// A workspace with its present state.
pub struct Live {
    folder: PathBuf,
    now: ArcSwap<Snapshot>,
    /// The present state, or one that is about to be.
    searched: ArcSwap<Searched>,
    watched: Mutex<Watched>,
    /// For changes and the records of single documents.
    store: Mutex<Store>,
}

/// The workspace as it was looked at last.
struct Watched {
    /// Never writes, so that it sees every change.
    store: Store,
    /// Number of the state that was read last.
    version: i64,
    follower: Follower,
}

impl Watched {
    /// The workspace as it is now.
    fn read(&mut self) -> Result<Searched, QueryError> {
        let snapshot = self.follower.read(&self.store)?;
        Ok(Searched::new(Arc::new(snapshot), self.store.searcher()?)?)
    }
}

impl Live {
    /// Reads the workspace in this folder.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub fn open(folder: &Path) -> Result<Arc<Self>, QueryError> {
        let store = Store::open(folder)?;
        // Asked before anything is read: a change during the reading is seen by the next look.
        let version = store.data_version()?;
        let mut watched = Watched { store, version, follower: Follower::default() };
        let searched = watched.read()?;
        Ok(Arc::new(Self {
            folder: folder.to_owned(),
            now: ArcSwap::new(searched.now.clone()),
            searched: ArcSwap::from_pointee(searched),
            watched: Mutex::new(watched),
            store: Mutex::new(Store::open(folder)?),
        }))
    }

    /// The state as it was read last.
    pub fn now(&self) -> Arc<Snapshot> {
        self.now.load_full()
    }

    /// The folder of the workspace.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads the workspace again if it has changed, and says whether it had.
    ///
    /// # Errors
    /// When it cannot be read; the state then stays.
    pub fn refresh(&self) -> Result<bool, QueryError> {
        let mut watched = self.watched.lock().unwrap_or_else(PoisonError::into_inner);
        let version = watched.store.data_version()?;
        if version == watched.version {
            return Ok(false);
        }
        let searched = watched.read()?;
        watched.version = version;
        let now = searched.now.clone();
        // Searches first: an answer may be of a later state than its tag says, but never of an earlier one.
        self.searched.store(Arc::new(searched));
        self.now.store(now);
        Ok(true)
    }

    /// Looks for changes in a thread of its own for as long as somebody holds the workspace.
    pub fn follow(self: &Arc<Self>) {
        let live = Arc::downgrade(self);
        std::thread::spawn(move || look(&live));
    }

    /// The state that searches look at.
    pub(crate) fn searched(&self) -> Arc<Searched> {
        self.searched.load_full()
    }

    /// The record of a document by its id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn analysis(&self, id: &str) -> Result<Option<Analysis>, QueryError> {
        let store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(store.document(id)?)
    }

    /// Changes the workspace, and reads it again before anybody is told that it is done.
    ///
    /// # Errors
    /// Those of the change, and as [`Live::refresh`].
    pub fn change<T>(
        &self,
        change: impl FnOnce(&mut Store) -> Result<T, QueryError>,
    ) -> Result<T, QueryError> {
        let done = change(&mut self.store.lock().unwrap_or_else(PoisonError::into_inner))?;
        self.refresh()?;
        Ok(done)
    }
}

fn look(live: &Weak<Live>) {
    loop {
        std::thread::sleep(EVERY);
        let Some(live) = live.upgrade() else { return };
        match live.refresh() {
            Ok(true) => tracing::info!("the workspace has changed"),
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "the workspace cannot be read again; the last state stays"),
        }
    }
}
