//! The text of an article, cut into blocks.

use crate::Declared;
use crate::names::names;
use std::sync::Arc;
use tenkyo_text::Span;

/// Names an article by its content: the first 16 hexadecimal digits of the SHA-256 of its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub String);

/// An article as later stages read it. `text` never changes after this point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Content address of `text`.
    pub id: DocumentId,
    /// Name of the document as the user gave it (see [`crate::Capture::source`]).
    pub source: String,
    /// The text that all spans point into.
    pub text: Arc<str>,
    /// Title, outlet, byline and date: from metadata, else from the blocks.
    pub declared: Declared,
    /// Where in the text the publication date is stated, when it stands there.
    pub published_span: Option<Span>,
    /// The blocks in order; none overlap, and each holds some visible text.
    pub blocks: Vec<Block>,
}

/// A stretch of the article with one function. Spans have no white space at their ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its function.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
}

/// The function of a [`Block`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
    /// The headline of the article.
    Title,
    /// Place and date at the head of a report.
    Dateline,
    /// The author's name.
    Byline,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// Words under a picture or film.
    Caption,
    /// Who a picture, film or translation comes from.
    Credit,
    /// A question of an interview or explainer.
    Question,
    /// The answer to it.
    Answer,
    /// One item of a list.
    ListItem,
    /// A remark of the author or editor on the article itself.
    Note,
    /// A list of the sources that the article was made from.
    Sources,
    /// Words of the site around the article.
    Boilerplate,
}

impl BlockKind {
    /// Whether the block tells the story in sentences (paragraphs, answers, list items and the like).
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Paragraph | Self::Question | Self::Answer | Self::ListItem | Self::Note)
    }

    /// Whether the block is a part of the page and not of the article.
    pub fn is_furniture(self) -> bool {
        matches!(self, Self::Boilerplate | Self::Credit)
    }
}

names!(BlockKind {
    Title = "title", Dateline = "dateline", Byline = "byline", Heading = "heading", Paragraph = "paragraph", Caption = "caption", Credit = "credit", Question = "question", Answer = "answer", ListItem = "list", Note = "note", Sources = "sources", Boilerplate = "boilerplate",
});
