//! What ingestion hands over: decoded characters and what the source said about itself.

/// One document as it came in: decoded, otherwise untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The path, address or other name that the user gave; names the document in every record.
    pub source: String,
    /// What `text` is.
    pub media: Media,
    /// The characters, decoded to UTF-8, line ends as they stand.
    pub text: String,
    /// Facts that came beside the text (HTTP headers, fields of a JSONL record, an index file).
    pub declared: Declared,
}

/// The kind of document behind a [`Capture`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// Plain text.
    Text,
    /// An HTML page.
    Html,
}

/// Facts about a document that a source states outside its text. Absent when not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Headline.
    pub title: Option<String>,
    /// Name of the publishing outlet.
    pub outlet: Option<String>,
    /// Name of the author.
    pub byline: Option<String>,
    /// Publication date, ISO 8601, possibly only year or month.
    pub published: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
}
