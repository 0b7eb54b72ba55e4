//! Forecasts and what became of them.

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::dates::Interval;
use crate::ids::Ids;
use crate::transfers;
use std::collections::BTreeSet;
use tenkyo_model::ledger::{Forecast, Member, Outcome, OutcomeResult};
use tenkyo_model::{ActorKind, Certainty, EventType, Likelihood, Polarity};
use tenkyo_text::Span;

/// The forecasts of all documents, in order of publication.
pub(crate) fn follow(corpus: &Corpus<'_>, actors: &Actors) -> Vec<Forecast> {
    let mut ids = Ids::new("f");
    let deeds = deeds(corpus, actors);
    let mut places = corpus.places(|f| f.forecasts.len());
    places.sort_by_key(|p| (corpus.list[p.document].published, *p));
    let follow = |place: Place| {
        let f = &corpus.list[place.document].findings.forecasts[place.index];
        let by = f.by.map(|a| actors.id(place.document, a));
        let words = corpus.words(place.document, f.span);
        Forecast {
            id: ids.give(&[by.as_deref().unwrap_or(""), words]),
            by,
            member: corpus.member(place.document, f.span),
            likelihood: f.likelihood,
            horizon: f.horizon.clone(),
            outcome: outcome(corpus, place, &deeds),
        }
    };
    places.into_iter().map(follow).collect()
}

/// What an event or a transfer is about, so that a later one can decide what an earlier one expected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Theme<'a> {
    /// Giver and category family.
    Transfer(usize, &'a str),
    /// Type, mode and both sides.
    Event(EventType, Option<&'a str>, BTreeSet<usize>),
}

/// An event or transfer of a document.
struct Deed<'a> {
    document: usize,
    span: Span,
    theme: Theme<'a>,
    /// Asserted as a fact that has happened.
    fact: bool,
    polarity: Polarity,
}

fn deeds<'a>(corpus: &Corpus<'a>, actors: &Actors) -> Vec<Deed<'a>> {
    let is_state = |side: &usize| actors.list[*side].kind == ActorKind::State;
    let transfers = corpus.places(|f| f.transfers.len()).into_iter().filter_map(|p| {
        let t = transfers::transfer(corpus, p);
        let (giver, _, category) = transfers::route(corpus, actors, p);
        let family = corpus.lexicon.ledger.family(category);
        use tenkyo_model::TransferStatus::*;
        let happened = matches!(t.status, Shipped | Delivered | Used);
        Some(Deed {
            document: p.document,
            span: t.span,
            theme: Theme::Transfer(giver.filter(is_state)?, family),
            fact: t.certainty == Certainty::Certain && happened,
            polarity: t.polarity,
        })
    });
    let events = corpus.places(|f| f.events.len()).into_iter().filter_map(|p| {
        let e = &corpus.list[p.document].findings.events[p.index];
        let all = e.source.iter().chain(&e.target).map(|a| actors.side(actors.index(p.document, *a)));
        let sides: BTreeSet<usize> = all.filter(is_state).collect();
        Some(Deed {
            document: p.document,
            span: e.trigger,
            theme: Theme::Event(e.kind, e.mode.as_deref(), Some(sides).filter(|s| !s.is_empty())?),
            fact: e.certainty == Certainty::Certain,
            polarity: e.polarity,
        })
    });
    transfers.chain(events).collect()
}

/// What later documents say of what a forecast speaks of: a fact that has happened decides it, within its horizon.
fn outcome(corpus: &Corpus<'_>, place: Place, deeds: &[Deed<'_>]) -> Outcome {
    let document = &corpus.list[place.document];
    let forecast = &document.findings.forecasts[place.index];
    let about: Vec<&Deed<'_>> = deeds
        .iter()
        .filter(|d| d.document == place.document && (forecast.span.overlaps(d.span)) && !d.fact)
        .collect();
    let horizon = forecast.horizon.as_deref().and_then(Interval::parse);
    let later = |d: &&Deed<'_>| {
        let (made, told) = (document.published, corpus.list[d.document].published);
        let after = matches!((made, told), (Some(made), Some(told)) if made.last < told.first);
        let in_time = horizon.is_none_or(|h| told_by(corpus, d).is_none_or(|day| day.first <= h.last));
        after && in_time && d.fact && d.polarity == Polarity::Positive
    };
    let fits = |d: &&Deed<'_>| about.iter().any(|a| a.theme == d.theme);
    let deciding: BTreeSet<Member> =
        deeds.iter().filter(later).filter(fits).map(|d| corpus.member(d.document, d.span)).collect();
    let expected = !matches!(forecast.likelihood, Likelihood::Unlikely | Likelihood::Remote);
    let result = match (deciding.is_empty(), expected) {
        (true, _) => OutcomeResult::Open,
        (false, true) => OutcomeResult::Held,
        (false, false) => OutcomeResult::Failed,
    };
    Outcome { result, members: deciding.into_iter().collect() }
}

/// The day on which a deed was told.
fn told_by(corpus: &Corpus<'_>, deed: &Deed<'_>) -> Option<Interval> {
    corpus.list[deed.document].published
}
