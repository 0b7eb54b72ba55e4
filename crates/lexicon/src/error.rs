//! What can be wrong with a data file.

/// A data file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// The folder or a file in it cannot be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The path as given.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The file is not TOML of the expected form; `message` names line, column and field.
    #[error("{file}: {message}")]
    Form {
        /// Path of the file below `data/` or `knowledge/`.
        file: String,
        /// What is wrong.
        message: String,
    },
    /// A rule in the file contradicts itself or another one.
    #[error("{file}: rule {rule}: {message}")]
    Rule {
        /// Path of the file below `data/` or `knowledge/`.
        file: String,
        /// Id of the rule.
        rule: String,
        /// What is wrong and what to do.
        message: String,
    },
}
