//! The search index: articles and statements by their words. Nothing in it that the database does not hold.

mod search;
mod tokens;
mod write;

pub use search::{Hit, HitKind};

use crate::StoreError;
use std::path::Path;
use tantivy::schema::{
    Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

/// Name of the index folder; another layout of its fields gets another name, and is then built anew.
const FOLDER: &str = "index-1";

pub(crate) struct Index {
    index: tantivy::Index,
    fields: Fields,
}

/// What an entry holds. `from` and `to` are the code points of a statement's content; an article has none.
#[derive(Clone, Copy)]
struct Fields {
    document: Field,
    statement: Field,
    title: Field,
    body: Field,
    from: Field,
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
        Ok(Self { index, fields })
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
}

fn schema() -> (Schema, Fields) {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(tokens::NAME)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let words = TextOptions::default().set_indexing_options(indexing);
    let mut schema = Schema::builder();
    let fields = Fields {
        document: schema.add_text_field("document", STRING | STORED),
        statement: schema.add_text_field("statement", STRING | STORED),
        title: schema.add_text_field("title", words.clone() | STORED),
        body: schema.add_text_field("body", words | STORED),
        from: schema.add_u64_field("from", INDEXED | STORED),
    };
    (schema.build(), fields)
}
