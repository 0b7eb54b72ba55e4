//! From the shape back to the model.

use super::shape as from;
use crate::RecordError;

impl from::Analysis {
    /// Parses a stored record.
    ///
    /// # Errors
    /// When it is not JSON of this shape, or of another version of it.
    pub fn parse(json: &str) -> Result<Self, RecordError> {
        let record: Self = serde_json::from_str(json)?;
        if record.schema != super::SCHEMA {
            return Err(RecordError::Schema { found: record.schema, expected: super::SCHEMA });
        }
        Ok(record)
    }
}
