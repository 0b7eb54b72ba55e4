//! Forecasts and what became of them.

use crate::actors::Actors;
use crate::corpus::Corpus;
use crate::ids::Ids;
use crate::occurrences::Occurrences;
use tenkyo_model::ledger::{Forecast, Outcome, OutcomeResult};

/// The forecasts of all documents, in order of publication.
pub(crate) fn follow(corpus: &Corpus<'_>, actors: &Actors, _occurrences: &Occurrences) -> Vec<Forecast> {
    let mut ids = Ids::new("f");
    let mut places = corpus.places(|f| f.forecasts.len());
    places.sort_by_key(|p| (corpus.list[p.document].published, *p));
    let follow = |place: crate::corpus::Place| {
        let f = &corpus.list[place.document].findings.forecasts[place.index];
        let by = f.by.map(|a| actors.id(place.document, a));
        let words = corpus.words(place.document, f.span);
        Forecast {
            id: ids.give(&[by.as_deref().unwrap_or(""), words]),
            by,
            member: corpus.member(place.document, f.span),
            likelihood: f.likelihood,
            horizon: f.horizon.clone(),
            outcome: Outcome { result: OutcomeResult::Open, members: Vec::new() },
        }
    };
    places.into_iter().map(follow).collect()
}
