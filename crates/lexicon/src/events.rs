//! Frames of events and transfers, item categories, units (`data/ja/event`).

use crate::{DataError, Sources};

/// Frames of events and transfers, item categories, units (`data/ja/event`).
#[derive(Debug, Default)]
pub struct Events {}

impl Events {
    pub(crate) fn load(_sources: &Sources) -> Result<Self, DataError> {
        Ok(Self {})
    }
}
