//! Searching for words, with the filter of the lists.

use crate::facets::Counting;
use crate::{Filter, Live, QueryError, Snapshot, Wanted};
use tenkyo_model::ledger::{Member, Utterance};
use tenkyo_record::search::{Facets, Found};
use tenkyo_store::{Hit, HitKind};

/// Most hits that are looked at.
const MOST: usize = 1000;

impl Live {
    /// Articles and statements that hold the words `q` of the filter, the best first, and their facets; nothing where there are
    /// no words.
    ///
    /// # Errors
    /// When the index or the database refuses.
    pub fn find(&self, filter: &Filter) -> Result<(Vec<Found>, Facets), QueryError> {
        let words = filter.q.join(" ");
        if words.trim().is_empty() {
            return Ok(Default::default());
        }
        let now = self.now();
        let wanted = filter.ready(&now.ledger, &now.index);
        let (mut hits, mut counting) = (Vec::new(), Counting::default());
        for hit in self.search(&words, MOST)? {
            if let Some((found, said)) = found(&now, &wanted, hit) {
                counting.add(&found, &said, &wanted);
                hits.push(found);
            }
        }
        Ok((hits, counting.facets(&now)))
    }
}

/// The hit, if it is wanted, with the acts of saying that a statement is part of.
fn found<'n>(now: &'n Snapshot, wanted: &Wanted<'_>, hit: Hit) -> Option<(Found, Vec<&'n Utterance>)> {
    let reading = now.reading(&hit.document)?;
    let document = now.index.document(&now.ledger, &reading.article.source)?;
    let number = match &hit.kind {
        HitKind::Article => None,
        HitKind::Statement(id) => id.strip_prefix('s').and_then(|n| n.parse::<usize>().ok()),
    };
    let statement = number.and_then(|n| reading.findings.statements.get(n.checked_sub(1)?));
    let whole = tenkyo_text::Span::of(&document.text);
    let span = statement.map_or(whole, |s| s.content);
    let member = Member { document: document.source.clone(), span };
    let kind = if statement.is_some() { "statement" } else { "article" };
    let said = statement.map_or_else(Vec::new, |_| now.index.said(&now.ledger, &member).collect());
    let fits = wanted.kinds([kind])
        && wanted.date(document.published.as_deref())
        && wanted.outlet(document.outlet.as_deref())
        && match statement {
            Some(s) => {
                wanted.certainty(s.certainty)
                    && wanted.polarity(s.polarity)
                    && (!wanted.asks_for_actors()
                        || said.iter().any(|u| wanted.actors(u.speaker.iter().chain(&u.via))))
            }
            None => wanted.mentioned([&member].into_iter()),
        };
    let found = || Found {
        kind: kind.into(),
        document: hit.document,
        source: document.source.clone(),
        title: document.title.clone(),
        outlet: document.outlet.clone(),
        published: document.published.clone(),
        statement: number.map(|n| format!("s{n}")),
        score: hit.score,
        snippet: hit.snippet,
        span: hit.span,
        highlights: hit.highlights,
    };
    fits.then(|| (found(), said))
}
