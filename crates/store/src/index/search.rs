//! Asking the index.

use super::Index;
use crate::{Store, StoreError};
use std::ops::Range;
use tantivy::collector::TopDocs;
use tantivy::query::{Query, QueryParser};
use tantivy::schema::Value;
use tantivy::snippet::{Snippet, SnippetGenerator};
use tantivy::{Searcher, TantivyDocument};

/// Longest snippet, in bytes (Tantivy measures it so): about seventy characters of Japanese.
const SNIPPET: usize = 210;

/// Something that holds the words asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Id of the document.
    pub document: String,
    /// Article or statement.
    pub kind: HitKind,
    /// How well it fits; comparable within one search only.
    pub score: f32,
    /// A stretch of the text around the words asked for.
    pub snippet: String,
    /// Where the snippet stands, in code points of the document's text.
    pub span: [usize; 2],
    /// The words asked for, in code points of the document's text, in order.
    pub highlights: Vec<[usize; 2]>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitKind {
    /// Words of an article.
    Article,
    /// Words of a statement, with its id in the document's analysis.
    Statement(String),
}

impl Store {
    /// The best `limit` articles and statements for a query. Words next to each other are sought next to each other; words
    /// with white space between them must all be there; `OR`, `-word` and `"phrase"` work as in other search engines.
    ///
    /// # Errors
    /// When the index or the database refuses. No query is an error.
    pub fn search(&mut self, query: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        self.update_index()?;
        let Some(index) = &self.index else { return Ok(Vec::new()) };
        let searcher = index.index.reader()?.searcher();
        let query = index.query(query);
        let snippets = index.snippets(&searcher, &*query)?;
        let top = TopDocs::with_limit(limit.max(1)).order_by_score();
        let mut hits = Vec::new();
        for (score, address) in searcher.search(&query, &top)? {
            hits.push(index.hit(score, &searcher.doc(address)?, &snippets));
        }
        // Equal scores stand in the order of the segments, which tells how documents were added.
        let key = |h: &Hit| (h.document.clone(), h.span);
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| key(a).cmp(&key(b))));
        Ok(hits)
    }
}

impl Index {
    fn query(&self, query: &str) -> Box<dyn Query> {
        let mut parser = QueryParser::for_index(&self.index, vec![self.fields.title, self.fields.body]);
        parser.set_conjunction_by_default();
        parser.parse_query_lenient(query).0
    }

    fn snippets(&self, searcher: &Searcher, query: &dyn Query) -> Result<SnippetGenerator, StoreError> {
        let mut snippets = SnippetGenerator::create(searcher, query, self.fields.body)?;
        snippets.set_max_num_chars(SNIPPET);
        Ok(snippets)
    }

    fn hit(&self, score: f32, entry: &TantivyDocument, snippets: &SnippetGenerator) -> Hit {
        let text = |field| entry.get_first(field).and_then(|v| v.as_str());
        let body = text(self.fields.body).unwrap_or_default();
        let from = entry.get_first(self.fields.from).and_then(|v| v.as_u64()).unwrap_or(0) as usize;
        let (fragment, highlights) = shown(body, &snippets.snippet(body));
        let points = |r: Range<usize>| {
            let start = from + body[..r.start].chars().count();
            [start, start + body[r].chars().count()]
        };
        Hit {
            document: text(self.fields.document).unwrap_or_default().to_owned(),
            kind: text(self.fields.statement)
                .map_or(HitKind::Article, |id| HitKind::Statement(id.to_owned())),
            score,
            snippet: body[fragment.clone()].to_owned(),
            span: points(fragment),
            highlights: highlights.into_iter().map(points).collect(),
        }
    }
}

/// The part of the body to show and the words in it, in bytes of the body; its beginning where the words stand in the title.
fn shown(body: &str, snippet: &Snippet) -> (Range<usize>, Vec<Range<usize>>) {
    if snippet.is_empty() {
        return (0..body.char_indices().nth(SNIPPET / 3).map_or(body.len(), |(i, _)| i), Vec::new());
    }
    let fragment = snippet.fragment_range();
    let shift = |r: &Range<usize>| fragment.start + r.start..fragment.start + r.end;
    (fragment.clone(), snippet.highlighted().iter().map(shift).collect())
}
