//! Forecasts and what became of them.

mod about;
mod facts;

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::dates::Interval;
use crate::ids::Ids;
use crate::series::{Figure, PLANNED};
use about::about;
use facts::{Facts, Told, after, again, not_since};
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::{Forecast, Member, Outcome, OutcomeResult};
use tenkyo_model::{Likelihood, Polarity};

/// The forecasts of all documents, in order of publication.
pub(crate) fn follow(corpus: &Corpus<'_>, actors: &Actors, figures: &[Figure]) -> Vec<Forecast> {
    let mut ids = Ids::new("f");
    let deeds = facts::all(corpus, actors);
    let figures = Figures::new(corpus, figures);
    let mut places = corpus.places(|f| f.forecasts.len());
    places.retain(|p| !is_estimate(corpus, *p, &figures));
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
            outcome: outcome(corpus, actors, place, &deeds, &figures),
        }
    };
    places.into_iter().map(follow).collect()
}

/// Whether what looks like a forecast only tells how much something that has happened comes to (`死傷者は約千人に上るとみられる`).
fn is_estimate(corpus: &Corpus<'_>, place: Place, figures: &Figures<'_>) -> bool {
    let document = &corpus.list[place.document];
    let forecast = &document.findings.forecasts[place.index];
    let words = corpus.words(place.document, forecast.span);
    let reaches = corpus.lexicon.ledger.figure.reaches.iter().any(|w| words.contains(w.as_str()));
    let here = figures.by_document.get(&place.document).into_iter().flatten();
    let mut own = here.filter(|f| forecast.span.contains(f.member.span)).peekable();
    reaches && forecast.horizon.is_none() && own.peek().is_some() && own.all(|f| f.has_happened())
}

/// Figures by their documents, and by what they count in order of the days on which they were told.
struct Figures<'f> {
    by_document: BTreeMap<usize, Vec<&'f Figure>>,
    by_subject: BTreeMap<(&'f str, &'f str, Option<usize>), Vec<&'f Figure>>,
}

impl<'f> Figures<'f> {
    fn new(corpus: &Corpus<'_>, figures: &'f [Figure]) -> Self {
        let mut new = Self { by_document: BTreeMap::new(), by_subject: BTreeMap::new() };
        for figure in figures {
            let s = &figure.subject;
            new.by_document.entry(figure.place.document).or_default().push(figure);
            new.by_subject.entry((&s.class, &s.unit, s.from)).or_default().push(figure);
        }
        let told = |f: &&Figure| (corpus.list[f.place.document].published, f.place);
        new.by_subject.values_mut().for_each(|all| all.sort_by_key(told));
        new
    }
}

/// What later documents say of what a forecast speaks of: a fact that has happened decides it, within its horizon.
fn outcome(
    corpus: &Corpus<'_>,
    actors: &Actors,
    place: Place,
    facts: &Facts<'_>,
    figures: &Figures<'_>,
) -> Outcome {
    let document = &corpus.list[place.document];
    let forecast = &document.findings.forecasts[place.index];
    let expected = !matches!(forecast.likelihood, Likelihood::Unlikely | Likelihood::Remote);
    let (mut held, mut failed) = (BTreeSet::new(), BTreeSet::new());
    for about in about(corpus, actors, place) {
        // That it will not end is as much as that it goes on.
        let hopes = if about.ends { !expected } else { expected && about.polarity == Polarity::Positive };
        let mut decide = |told: &Told<'_>, happened: bool| {
            let side = if happened == hopes { &mut held } else { &mut failed };
            side.insert(corpus.member(told.document, told.span));
        };
        // What had not been done for long when it was told outranks reports of what was done at some time.
        if let Some(told) = not_since(corpus, place, facts.seldom.get(&about.theme), &about) {
            decide(told, false);
            continue;
        }
        for (polarity, _) in Polarity::NAMES {
            let later = after(corpus, place, facts.told.get(&(about.theme.clone(), *polarity)));
            let later = later.filter(|d| about.persons_fit(d)).take(FIRST);
            later.for_each(|told| decide(told, *polarity == Polarity::Positive));
        }
        if let Some(told) = again(corpus, place, facts.seldom.get(&about.theme), &about) {
            decide(told, true);
        }
    }
    if held.is_empty() && failed.is_empty() && expected {
        held = reached(corpus, place, figures);
    }
    // What came about after all outweighs earlier words that it had not.
    let (result, members) = match (expected, held.is_empty(), failed.is_empty()) {
        (_, true, true) => (OutcomeResult::Open, held),
        (true, false, _) | (false, false, true) => (OutcomeResult::Held, held),
        (true, true, false) | (false, _, false) => (OutcomeResult::Failed, failed),
    };
    Outcome { result, members: members.into_iter().collect() }
}

/// Most deeds of one theme and most figures that are listed as what decides a forecast: the first that were told.
const FIRST: usize = 24;

/// The time by which a forecast is to come about; none where its date only says after what.
fn horizon(corpus: &Corpus<'_>, place: Place) -> Option<Interval> {
    let forecast = &corpus.list[place.document].findings.forecasts[place.index];
    let words = corpus.words(place.document, forecast.span);
    let open = corpus.lexicon.ledger.later.iter().any(|w| words.contains(w.as_str()));
    forecast.horizon.as_deref().and_then(Interval::parse).filter(|_| !open)
}

/// Days after a horizon within which reports still tell what happened before it: those of what happened at the end of a month
/// come in the next.
const LATE: i32 = 92;

/// Later figures that reach the one that a forecast names.
fn reached(corpus: &Corpus<'_>, place: Place, figures: &Figures<'_>) -> BTreeSet<Member> {
    let document = &corpus.list[place.document];
    let span = document.findings.forecasts[place.index].span;
    let (made, horizon) = (document.published, horizon(corpus, place));
    let after = |f: &&&Figure| {
        let told = corpus.list[f.place.document].published;
        let in_time = horizon.is_none_or(|h| told.is_none_or(|told| h.last_gap(told) <= LATE));
        in_time && matches!((made, told), (Some(made), Some(told)) if made.last < told.first)
    };
    let mut members = BTreeSet::new();
    let here = figures.by_document.get(&place.document).into_iter().flatten();
    for wanted in here.filter(|f| span.contains(f.member.span)) {
        let Some(value) = wanted.bounds.min.or(wanted.bounds.max) else { continue };
        let s = &wanted.subject;
        let like = figures.by_subject.get(&(s.class.trim_end_matches(PLANNED), s.unit.as_str(), s.from));
        let enough = |f: &&&Figure| f.bounds.min.is_some_and(|v| v >= value * 0.98);
        let later = like.into_iter().flatten().filter(enough).filter(after);
        members.extend(later.take(FIRST).map(|f| f.member.clone()));
    }
    members
}
