//! The search index: articles and statements by their words. Nothing in it that the database does not hold.

mod places;
mod search;
mod searcher;
mod snippet;
mod tokens;
mod write;

pub use search::{Hit, HitKind};
pub use searcher::{Labels, Match, Query, Searcher};

use crate::StoreError;
use std::path::Path;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{IndexReader, ReloadPolicy};

/// Name of the index folder; another layout of its fields gets another name, and is then built anew.
const FOLDER: &str = "index-2";

pub(crate) struct Index {
    index: tantivy::Index,
    reader: IndexReader,
    fields: Fields,
}

/// What an entry holds; an article has no statement, and begins and ends at 0.
#[derive(Clone, Copy)]
struct Fields {
    document: Field,
    statement: Field,
    title: Field,
    /// The words of the text, to be found by.
    body: Field,
    /// The text, to be shown.
    text: Field,
    /// Where each word of the text stands in it.
    places: Field,
    /// Code points of the document before a statement's content.
    from: Field,
    /// Bytes of the document before a statement's content, and before its end.
    start: Field,
    end: Field,
}

impl Index {
    /// Opens the index of a workspace, or makes an empty one.
    fn open(folder: &Path) -> Result<Self, StoreError> {
        let folder = folder.join(FOLDER);
        std::fs::create_dir_all(&folder)
            .map_err(|source| StoreError::Folder { folder: folder.clone(), source })?;
        let (schema, fields) = schema();
        let directory =
            tantivy::directory::MmapDirectory::open(&folder).map_err(tantivy::TantivyError::from)?;
        let index = tantivy::Index::open_or_create(directory, schema)?;
        index.tokenizers().register(tokens::NAME, tokens::Morphemes);
        // It is loaded again after each change, by whoever makes or sees it.
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { index, reader, fields })
    }

    /// Throws the index of a workspace away.
    fn remove(folder: &Path) -> Result<(), StoreError> {
        let folder = folder.join(FOLDER);
        match std::fs::remove_dir_all(&folder) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(StoreError::Folder { folder, source })
            }
            _ => Ok(()),
        }
    }

    /// Its present state.
    fn searcher(&self) -> Searcher {
        Searcher { fields: self.fields, index: self.index.clone(), searcher: self.reader.searcher() }
    }
}

fn schema() -> (Schema, Fields) {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(tokens::NAME)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let words = TextOptions::default().set_indexing_options(indexing);
    let mut schema = Schema::builder();
    let fields = Fields {
        document: schema.add_text_field("document", STRING | STORED | FAST),
        statement: schema.add_text_field("statement", STRING | STORED),
        title: schema.add_text_field("title", words.clone()),
        body: schema.add_text_field("body", words),
        text: schema.add_text_field("text", STORED),
        places: schema.add_bytes_field("places", STORED),
        from: schema.add_u64_field("from", INDEXED | STORED),
        start: schema.add_u64_field("start", FAST),
        end: schema.add_u64_field("end", FAST),
    };
    (schema.build(), fields)
}
