//! Verbs and phrases of saying, evidential endings (`data/ja/speech`).

use crate::{DataError, Sources};

/// Verbs and phrases of saying, evidential endings (`data/ja/speech`).
#[derive(Debug, Default)]
pub struct Speech {}

impl Speech {
    pub(crate) fn load(_sources: &Sources) -> Result<Self, DataError> {
        Ok(Self {})
    }
}
