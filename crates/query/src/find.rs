//! Searching for words, with the filter of the lists.

use crate::{Filter, Live, QueryError, Snapshot, Wanted};
use std::collections::BTreeSet;
use tenkyo_model::ledger::{Member, Utterance};
use tenkyo_record::search::Found;
use tenkyo_store::{Hit, HitKind};

/// Most hits that are looked at.
const MOST: usize = 1000;

impl Live {
    /// Articles and statements that hold the words `q` of the filter, the best first; nothing where there are no words.
    ///
    /// # Errors
    /// When the index or the database refuses.
    pub fn find(&self, filter: &Filter) -> Result<Vec<Found>, QueryError> {
        let words = filter.q.join(" ");
        if words.trim().is_empty() {
            return Ok(Vec::new());
        }
        let now = self.now();
        let wanted = filter.ready(&now.ledger, &now.index);
        let said = said(&now, &wanted);
        let hits = self.search(&words, MOST)?.into_iter();
        Ok(hits.filter_map(|hit| found(&now, &wanted, said.as_ref(), hit)).collect())
    }
}

/// The contents that a wanted actor says or relays; none where no actor is asked for.
fn said<'n>(now: &'n Snapshot, wanted: &Wanted<'_>) -> Option<BTreeSet<&'n Member>> {
    let by = |u: &&Utterance| wanted.actors(u.speaker.iter().chain(&u.via));
    wanted
        .asks_for_actors()
        .then(|| now.ledger.utterances.iter().filter(by).flat_map(|u| &u.members).collect())
}

fn found(now: &Snapshot, wanted: &Wanted<'_>, said: Option<&BTreeSet<&Member>>, hit: Hit) -> Option<Found> {
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
    let fits = wanted.date(document.published.as_deref())
        && wanted.outlet(document.outlet.as_deref())
        && match statement {
            Some(s) => {
                wanted.certainty(s.certainty)
                    && wanted.polarity(s.polarity)
                    && said.is_none_or(|said| said.contains(&member))
            }
            None => wanted.mentioned([&member].into_iter()),
        };
    fits.then(|| Found {
        kind: if statement.is_some() { "statement" } else { "article" }.into(),
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
    })
}
