//! What the pages show: the present state of the workspace, as the pages speak of it.

mod words;

pub(crate) use words::{Cited, Words};

use crate::import::{Intake, Jobs};
use crate::kept::Kept;
use axum::extract::FromRef;
use std::ops::Deref;
use std::sync::Arc;
use tenkyo_query::{Live, Snapshot};

/// What every page can reach.
#[derive(Clone)]
pub(crate) struct Site {
    pub live: Arc<Live>,
    pub jobs: Arc<Jobs>,
    pub intake: Option<Arc<Intake>>,
    pub kept: Arc<Kept>,
}

/// The state of the workspace that one request is answered from.
pub(crate) struct Desk(Arc<Snapshot>);

impl Deref for Desk {
    type Target = Snapshot;

    fn deref(&self) -> &Snapshot {
        &self.0
    }
}

impl FromRef<Site> for Arc<Desk> {
    fn from_ref(site: &Site) -> Self {
        Self::new(Desk(site.live.now()))
    }
}

impl FromRef<Site> for Arc<Live> {
    fn from_ref(site: &Site) -> Self {
        site.live.clone()
    }
}
