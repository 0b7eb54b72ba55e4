//! Deeds of documents with what their judgement rests on; those that agree in all of it are one candidate.

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::dates::Interval;
use crate::deeds::{Class, Deed};
use crate::similarity::Pairs;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::{ActorId, ActorKind, Polarity};
use tenkyo_text::Span;

/// Deeds that nothing tells apart.
pub(crate) struct Candidate<'a> {
    pub places: Vec<Place>,
    pub documents: BTreeSet<usize>,
    pub class: Class<'a>,
    pub trigger: Span,
    pub mode: Option<&'a str>,
    pub polarity: Polarity,
    pub denied: bool,
    /// Whether it is told as something to come.
    pub expected: bool,
    /// When it happened or is to happen, where the text says so of it and not of the telling.
    pub date: Option<Interval>,
    /// When it was told: the day of the statement, else of the report.
    pub heard: Option<Interval>,
    pub venue: Option<usize>,
    pub source: Sides,
    pub target: Sides,
    /// The sentence around it.
    pub words: Pairs,
}

/// Actors on one side of an event, and the states that they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sides {
    pub persons: BTreeSet<usize>,
    pub sides: BTreeSet<usize>,
}

impl Sides {
    fn new(actors: &Actors, document: usize, ids: &[ActorId]) -> Self {
        let all = ids.iter().map(|a| actors.index(document, *a));
        let persons = all.clone().filter(|i| actors.list[*i].kind == ActorKind::Person).collect();
        let sides = all.map(|i| actors.side(i)).filter(|i| actors.list[*i].kind != ActorKind::Group);
        Self { persons, sides: sides.collect() }
    }
}

/// What makes deeds one candidate.
type Key<'a> = (
    (Class<'a>, Option<&'a str>, Polarity, bool, bool),
    (Option<Interval>, Option<Interval>, Option<usize>),
    (Sides, Sides),
);

/// The candidates of all documents, in order of their first deeds.
///
/// Deeds at places in `alone` stay by themselves.
pub(crate) fn all<'c>(
    corpus: &'c Corpus<'_>,
    actors: &Actors,
    alone: &BTreeSet<Place>,
) -> Vec<Candidate<'c>> {
    let mut groups: BTreeMap<Key<'c>, Vec<Candidate<'c>>> = BTreeMap::new();
    for (document, d) in corpus.list.iter().enumerate() {
        for (index, deed) in d.deeds.iter().enumerate() {
            let new = candidate(corpus, actors, Place { document, index }, deed);
            let known = groups.entry(key(&new)).or_default();
            // What one document tells twice it tells apart.
            let joins = |c: &&mut Candidate<'_>| {
                !c.documents.contains(&document)
                    && !c.places.iter().chain(&new.places).any(|p| alone.contains(p))
            };
            match known.iter_mut().find(joins) {
                Some(known) => {
                    known.places.extend(new.places);
                    known.documents.insert(document);
                }
                None => known.push(new),
            }
        }
    }
    let mut candidates: Vec<Candidate<'c>> = groups.into_values().flatten().collect();
    candidates.sort_by_key(|c| c.places[0]);
    candidates
}

fn key<'a>(c: &Candidate<'a>) -> Key<'a> {
    let told = if c.date.is_some() { None } else { c.heard };
    (
        (c.class, c.mode, c.polarity, c.denied, c.expected),
        (c.date, told, c.venue),
        (c.source.clone(), c.target.clone()),
    )
}

fn candidate<'c>(corpus: &'c Corpus<'_>, actors: &Actors, place: Place, deed: &'c Deed<'_>) -> Candidate<'c> {
    let document = &corpus.list[place.document];
    let event = &*deed.event;
    let statement = event.statement.map(|s| s.0 as usize);
    let (from, to) = deed.sides(document.findings);
    let within =
        |span: Span| statement.is_none_or(|s| document.findings.statements[s].content.contains(span));
    let own = event.date_span.is_some_and(within) || event.date_span.is_none() && statement.is_none();
    // Where the text tells two days, that of Japan speaks for both.
    let date = event.date_japan.as_deref().or(event.date.as_deref()).and_then(Interval::parse);
    let said = statement.and_then(|s| document.said[s]);
    let heard = said.or(document.published);
    let date = date.filter(|_| own && event.date_span.is_some());
    let later = matches!((date, document.published), (Some(d), Some(p)) if d.last > p.last);
    Candidate {
        places: vec![place],
        documents: BTreeSet::from([place.document]),
        class: deed.class,
        trigger: event.trigger,
        mode: event.mode.as_deref(),
        polarity: event.polarity,
        denied: deed.denied,
        expected: later || deed.expected,
        date,
        heard,
        venue: event.place.map(|p| actors.index(place.document, p)),
        source: Sides::new(actors, place.document, &from),
        target: Sides::new(actors, place.document, &to),
        words: Pairs::of(corpus.words(place.document, document.sentence(event.trigger))),
    }
}
