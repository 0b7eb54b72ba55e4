//! What can be wrong with a stored record.

/// A record that cannot be read back.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// Not JSON of the expected shape.
    #[error("not a record of this shape: {0}")]
    Json(#[from] serde_json::Error),
    /// Another version of the shape.
    #[error("the record has the schema {found}, this program reads {expected}; read the document again")]
    Schema {
        /// What the record says.
        found: String,
        /// What this version writes.
        expected: &'static str,
    },
    /// A value that the shape allows and the model does not.
    #[error("{field} has the value {value}, which is none of its values")]
    Value {
        /// Path of the field.
        field: &'static str,
        /// What stands there.
        value: String,
    },
}
