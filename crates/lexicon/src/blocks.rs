//! Patterns that tell the blocks of an article apart (`data/ja/article`).

use crate::{DataError, Sources};

/// Patterns that tell the blocks of an article apart (`data/ja/article`).
#[derive(Debug, Default)]
pub struct Blocks {}

impl Blocks {
    pub(crate) fn load(_sources: &Sources) -> Result<Self, DataError> {
        Ok(Self {})
    }
}
