//! JSON arrays whose values are made one after another while they are written.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// Serialises as the array of what the function's iterator gives; nothing is kept.
pub(crate) struct Stream<F>(pub(crate) F);

impl<F: Fn() -> I, I: Iterator<Item = Value>> Serialize for Stream<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
