//! Searching for words, with the filter of the lists.

use crate::facets::Counting;
use crate::searched::{Entry, Searched};
use crate::{BadCursor, Filter, Live, Page, Paging, QueryError, Wanted};
use std::sync::Arc;
use tenkyo_model::ledger::Member;
use tenkyo_record::search::{Facets, Found};
use tenkyo_store::{HitKind, Match, Query};
use tenkyo_text::Span;

/// What a search found: articles and statements, the best first; equally good ones as their articles are listed, and an article
/// before its statements.
pub struct Results {
    /// The hits counted by what they are.
    pub facets: Facets,
    state: Arc<Searched>,
    /// None where nothing was looked for.
    query: Option<Query>,
    matches: Vec<Match>,
}

impl Live {
    /// Articles and statements that hold the words `q` of the filter; nothing where there are no words. Neither the ledger nor an
    /// article is read for it: what the filter and the facets ask is known of every entry of the index.
    ///
    /// # Errors
    /// When the index refuses.
    pub fn find(&self, filter: &Filter) -> Result<Results, QueryError> {
        let (state, words) = (self.searched(), filter.q.join(" "));
        if words.trim().is_empty() {
            return Ok(Results { facets: Facets::default(), state, query: None, matches: Vec::new() });
        }
        let query = state.searcher.query(&words);
        let mut found = Vec::new();
        let facets = {
            let wanted = filter.ready(&state.now.ledger, &state.now.index);
            let mut counting = Counting::default();
            for one in state.searcher.find(&query)? {
                let Some(entry) = state.entry(&one).filter(|entry| fits(&state, &wanted, entry)) else {
                    continue;
                };
                counting.add(&state, entry, &wanted);
                found.push((one, entry.document, entry.said.as_ref().map(|said| said.content)));
            }
            counting.facets(&state.now)
        };
        found.sort_unstable_by(|a, b| {
            b.0.score.total_cmp(&a.0.score).then_with(|| (a.1, a.2).cmp(&(b.1, b.2)))
        });
        let matches = found.into_iter().map(|(one, ..)| one).collect();
        Ok(Results { facets, state, query: Some(query), matches })
    }
}

fn fits(state: &Searched, wanted: &Wanted<'_>, entry: &Entry) -> bool {
    let document = state.document(entry);
    let whole = || Member { document: document.source.clone(), span: Span::of(&document.text) };
    wanted.kinds([kind(entry)])
        && wanted.date(document.published.as_deref())
        && wanted.outlet(document.outlet.as_deref())
        && match &entry.said {
            Some(said) => {
                wanted.certainty(said.certainty)
                    && wanted.polarity(said.polarity)
                    && (!wanted.asks_for_actors()
                        || state.utterances(said).any(|u| wanted.actors(u.speaker.iter().chain(&u.via))))
            }
            None => !wanted.asks_for_actors() || wanted.mentioned([&whole()].into_iter()),
        }
}

/// What a hit is called.
pub(crate) fn kind(entry: &Entry) -> &'static str {
    if entry.said.is_some() { "statement" } else { "article" }
}

impl Results {
    /// How many were found.
    pub fn count(&self) -> usize {
        self.matches.len()
    }

    /// One piece of what was found, ready to be shown.
    ///
    /// # Errors
    /// The outer when the index refuses, the inner when the cursor is none that a piece gave.
    pub fn page(&self, paging: &Paging) -> Result<Result<Page<Found>, BadCursor>, QueryError> {
        let page = match Page::by_number(&self.matches, paging) {
            Ok(page) => page,
            Err(bad) => return Ok(Err(bad)),
        };
        let entries = page.entries.into_iter().filter_map(|one| self.found(one).transpose());
        Ok(Ok(Page { entries: entries.collect::<Result<_, _>>()?, total: page.total, next: page.next }))
    }

    /// The words to open of what was found from one number up to another: the content of a statement, the first of the words in
    /// the best stretch of an article.
    ///
    /// # Errors
    /// When the index refuses.
    pub fn shown(&self, numbers: std::ops::Range<usize>) -> Result<Vec<(&'static str, Member)>, QueryError> {
        let matches = self.matches.get(numbers).unwrap_or_default();
        matches.iter().filter_map(|one| self.member(one).transpose()).collect()
    }

    fn member(&self, one: &Match) -> Result<Option<(&'static str, Member)>, QueryError> {
        let Some((entry, query)) = self.state.entry(one).zip(self.query.as_ref()) else { return Ok(None) };
        let document = self.state.document(entry);
        let span = match &entry.said {
            Some(said) => Some(said.content),
            None => {
                let hit = self.state.searcher.hit(query, one)?;
                let words = hit.highlights.first().copied().unwrap_or(hit.span);
                tenkyo_text::Offsets::new(&document.text).span_of_code_points(words)
            }
        };
        Ok(span.map(|span| (kind(entry), Member { document: document.source.clone(), span })))
    }

    fn found(&self, one: &Match) -> Result<Option<Found>, QueryError> {
        let Some((entry, query)) = self.state.entry(one).zip(self.query.as_ref()) else { return Ok(None) };
        let (document, hit) = (self.state.document(entry), self.state.searcher.hit(query, one)?);
        Ok(Some(Found {
            kind: kind(entry).into(),
            document: hit.document,
            source: document.source.clone(),
            title: document.title.clone(),
            outlet: document.outlet.clone(),
            published: document.published.clone(),
            statement: match hit.kind {
                HitKind::Article => None,
                HitKind::Statement(id) => Some(id),
            },
            score: hit.score,
            snippet: hit.snippet,
            span: hit.span,
            highlights: hit.highlights,
        }))
    }
}
