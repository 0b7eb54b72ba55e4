//! What was found, as it is shown.

use super::{Match, Query, Searcher};
use crate::index::{places, snippet};
use crate::{Store, StoreError};
use std::ops::Range;
use tantivy::postings::Postings;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocSet, TantivyDocument};

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
    /// The words asked for that stand in the snippet, in code points of the document's text, in order.
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
    /// The index, brought up to the database, for as many as want to ask it.
    ///
    /// # Errors
    /// As [`Store::update_index`].
    pub fn searcher(&mut self) -> Result<Searcher, StoreError> {
        Ok(self.updated()?.searcher())
    }

    /// The best `limit` articles and statements for a query, as [`Searcher::query`] reads it.
    ///
    /// # Errors
    /// When the index or the database refuses. No query is an error.
    pub fn search(&mut self, query: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let searcher = self.searcher()?;
        let query = searcher.query(query);
        let mut found = searcher.find(&query)?;
        found.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
        // All that are as good as the last are looked at: which of them an index names first tells how it was written.
        let last = found.get(limit.saturating_sub(1)).map_or(f32::MIN, |last| last.score);
        let good = found.iter().take_while(|found| found.score >= last);
        let mut hits = good.map(|found| searcher.hit(&query, found)).collect::<Result<Vec<_>, _>>()?;
        let order = |h: &Hit| (h.document.clone(), h.span);
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| order(a).cmp(&order(b))));
        hits.truncate(limit);
        Ok(hits)
    }
}

impl Searcher {
    /// An entry that was found, ready to be shown.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn hit(&self, query: &Query, found: &Match) -> Result<Hit, StoreError> {
        let entry: TantivyDocument = self.searcher.doc(found.address)?;
        let text = |field| entry.get_first(field).and_then(|v| v.as_str());
        let body = text(self.fields.text).unwrap_or_default();
        let places = entry.get_first(self.fields.places).and_then(|v| v.as_bytes()).unwrap_or_default();
        let from = entry.get_first(self.fields.from).and_then(|v| v.as_u64()).unwrap_or(0) as usize;
        let (shown, highlights) = snippet::best(body, &self.marks(query, found, places)?);
        let points = |r: Range<usize>| {
            let start = from + body[..r.start].chars().count();
            [start, start + body[r].chars().count()]
        };
        Ok(Hit {
            document: text(self.fields.document).unwrap_or_default().to_owned(),
            kind: text(self.fields.statement)
                .map_or(HitKind::Article, |id| HitKind::Statement(id.to_owned())),
            score: found.score,
            snippet: body[shown.clone()].to_owned(),
            span: points(shown),
            highlights: highlights.into_iter().map(points).collect(),
        })
    }

    /// The words asked for in one entry, in order.
    fn marks(&self, query: &Query, found: &Match, places: &[u8]) -> Result<Vec<snippet::Mark>, StoreError> {
        let segment = self.searcher.segment_reader(found.address.segment_ord);
        let words = segment.inverted_index(self.fields.body)?;
        let (places, mut positions) = (places::unpacked(places), Vec::new());
        let mut marks = Vec::new();
        for (word, (term, weight)) in query.marked.iter().enumerate() {
            let postings = words.read_postings(term, IndexRecordOption::WithFreqsAndPositions);
            let Some(mut postings) = postings.map_err(StoreError::Read)? else { continue };
            if postings.doc() <= found.address.doc_id
                && postings.seek(found.address.doc_id) == found.address.doc_id
            {
                postings.positions(&mut positions);
                let at = positions.iter().filter_map(|at| places.get(*at as usize).cloned());
                marks.extend(at.map(|at| snippet::Mark { at, word, weight: *weight }));
            }
        }
        marks.sort_unstable_by_key(|mark| (mark.at.start, mark.at.end));
        Ok(marks)
    }
}
