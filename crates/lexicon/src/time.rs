//! Words and patterns of time expressions (`data/ja/time`).

use crate::{DataError, Sources};

/// Words and patterns of time expressions (`data/ja/time`).
#[derive(Debug, Default)]
pub struct TimeWords {}

impl TimeWords {
    pub(crate) fn load(_sources: &Sources) -> Result<Self, DataError> {
        Ok(Self {})
    }
}
