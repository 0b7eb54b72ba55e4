//! The index as it stood at one moment: what holds the words asked for, and what these entries are.

use super::Fields;
use crate::StoreError;
use std::collections::BTreeSet;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::query::QueryParser;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader, Term};
use tenkyo_text::Span;

/// Most different words of a query that are marked in what is shown.
const MARKED: usize = 32;

/// A state of the index. Any number may ask it at once; it never changes.
#[derive(Clone)]
pub struct Searcher {
    pub(super) fields: Fields,
    pub(super) index: tantivy::Index,
    pub(super) searcher: tantivy::Searcher,
}

/// What somebody looks for.
pub struct Query {
    parsed: Box<dyn tantivy::query::Query>,
    /// The words to be marked, each with how much it tells: a rare one tells most.
    pub(super) marked: Vec<(Term, f32)>,
}

/// An entry that holds the words asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// How well it fits; comparable within one search only.
    pub score: f32,
    pub(super) address: DocAddress,
}

/// Something known of each entry of one state of the index.
pub struct Labels<L>(Vec<Vec<L>>);

impl<L> Labels<L> {
    /// What is known of the entry.
    pub fn of(&self, entry: &Match) -> Option<&L> {
        self.0.get(entry.address.segment_ord as usize)?.get(entry.address.doc_id as usize)
    }
}

impl Searcher {
    /// Reads a query. Words next to each other are sought next to each other; words with white space between them must all be
    /// there; `OR`, `-word` and `"phrase"` work as in other search engines. Everything is a query.
    pub fn query(&self, words: &str) -> Query {
        let mut parser = QueryParser::for_index(&self.index, vec![self.fields.title, self.fields.body]);
        parser.set_conjunction_by_default();
        let parsed = parser.parse_query_lenient(words).0;
        let mut terms = BTreeSet::new();
        parsed.query_terms(&mut |term, _| {
            if term.field() == self.fields.body {
                terms.insert(term.clone());
            }
        });
        let marked = terms.into_iter().take(MARKED).map(|term| (term.clone(), self.tells(&term))).collect();
        Query { parsed, marked }
    }

    /// The inverse frequency of a term.
    fn tells(&self, term: &Term) -> f32 {
        let holding = self.searcher.doc_freq(term).unwrap_or_default();
        (1.0 + self.searcher.num_docs() as f32 / (1.0 + holding as f32)).ln()
    }

    /// Everything that holds the words asked for, in no order that means anything.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn find(&self, query: &Query) -> Result<Vec<Match>, StoreError> {
        Ok(self.searcher.search(&*query.parsed, &Every)?)
    }

    /// Labels each entry: `label` gets the id of its document and, of a statement, the bytes of its content.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn labels<L>(&self, mut label: impl FnMut(&str, Option<Span>) -> L) -> Result<Labels<L>, StoreError> {
        let segments = self.searcher.segment_readers().iter();
        let labels = segments.map(|segment| self.segment_labels(segment, &mut label));
        Ok(Labels(labels.collect::<Result<_, _>>()?))
    }

    fn segment_labels<L>(
        &self,
        segment: &SegmentReader,
        label: &mut impl FnMut(&str, Option<Span>) -> L,
    ) -> Result<Vec<L>, StoreError> {
        let schema = self.searcher.schema();
        let name = |field| schema.get_field_name(field);
        let fast = segment.fast_fields();
        let ids = fast.str(name(self.fields.document))?;
        let (starts, ends) = (fast.u64(name(self.fields.start))?, fast.u64(name(self.fields.end))?);
        let (mut id, mut known) = (String::new(), None);
        let mut labels = Vec::with_capacity(segment.max_doc() as usize);
        for entry in 0..segment.max_doc() {
            if let Some(ids) = &ids {
                // The entries of a document follow each other.
                let place = ids.term_ords(entry).next();
                if place != known {
                    id.clear();
                    place
                        .map_or(Ok(false), |place| ids.ord_to_str(place, &mut id))
                        .map_err(StoreError::Read)?;
                    known = place;
                }
            }
            let [start, end] =
                [&starts, &ends].map(|column| column.first(entry).unwrap_or_default() as usize);
            labels.push(label(&id, (start < end).then(|| Span::new(start, end))));
        }
        Ok(labels)
    }
}

/// Collects everything that is found.
struct Every;

struct Found {
    segment: SegmentOrdinal,
    found: Vec<Match>,
}

impl Collector for Every {
    type Fruit = Vec<Match>;
    type Child = Found;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<Found> {
        Ok(Found { segment, found: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, found: Vec<Vec<Match>>) -> tantivy::Result<Vec<Match>> {
        Ok(found.concat())
    }
}

impl SegmentCollector for Found {
    type Fruit = Vec<Match>;

    fn collect(&mut self, entry: DocId, score: Score) {
        self.found.push(Match { score, address: DocAddress::new(self.segment, entry) });
    }

    fn harvest(self) -> Vec<Match> {
        self.found
    }
}
