//! Known actors and places (`knowledge/actors`, `knowledge/places`), titles and words for groups (`data/ja/actors`).

use crate::{DataError, Sources};

/// Known actors and places (`knowledge/actors`, `knowledge/places`), titles and words for groups (`data/ja/actors`).
#[derive(Debug, Default)]
pub struct Actors {}

impl Actors {
    pub(crate) fn load(_sources: &Sources) -> Result<Self, DataError> {
        Ok(Self {})
    }
}
