//! Deeds of documents with what their judgement rests on; those that agree in all of it are one candidate.

use crate::actors::Actors;
use crate::corpus::{Corpus, Document, Place};
use crate::dates::Interval;
use crate::deeds::{Class, Deed, TREATY};
use crate::similarity::Pairs;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tenkyo_model::{ActorId, ActorKind, Event, Polarity};
use tenkyo_text::Span;

/// Deeds that nothing tells apart.
pub(crate) struct Candidate<'a> {
    pub places: Vec<Place>,
    pub documents: BTreeSet<usize>,
    pub class: Class<'a>,
    pub trigger: Span,
    pub mode: Option<&'a str>,
    /// What tells it apart from deeds of its class.
    pub variant: Option<&'a str>,
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
    /// Both together.
    pub all: Sides,
    /// The sentence around it.
    pub words: Arc<Pairs>,
}

/// Actors on one side of an event, and the states that they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sides {
    pub persons: BTreeSet<usize>,
    pub sides: BTreeSet<usize>,
    /// The persons with those for whom they act.
    acting: BTreeSet<(usize, usize)>,
}

impl Sides {
    fn new(actors: &Actors, document: usize, ids: &[ActorId]) -> Self {
        let all = ids.iter().map(|a| actors.index(document, *a));
        let persons: BTreeSet<usize> =
            all.clone().filter(|i| actors.list[*i].kind == ActorKind::Person).collect();
        let sides = all.map(|i| actors.side(i)).filter(|i| actors.list[*i].kind != ActorKind::Group);
        let acting = persons.iter().map(|i| (actors.side(*i), *i)).collect();
        Self { sides: sides.collect(), acting, persons }
    }

    fn with(&self, other: &Self) -> Self {
        Self {
            persons: &self.persons | &other.persons,
            sides: &self.sides | &other.sides,
            acting: &self.acting | &other.acting,
        }
    }

    /// Whether both name persons who act for one side, and none in common.
    pub fn differ(&self, other: &Self) -> bool {
        let of = |all: &Self, side: usize| -> BTreeSet<usize> {
            all.acting.iter().filter(|(s, _)| *s == side).map(|(_, person)| *person).collect()
        };
        self.acting.iter().any(|(side, _)| {
            let others = of(other, *side);
            !others.is_empty() && of(self, *side).is_disjoint(&others)
        })
    }
}

/// What makes deeds one candidate.
type Key<'a> = (
    (Class<'a>, Option<&'a str>, Option<&'a str>, Polarity, bool, bool),
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
        (c.class, c.mode, c.variant, c.polarity, c.denied, c.expected),
        (c.date, told, c.venue),
        (c.source.clone(), c.target.clone()),
    )
}

fn candidate<'c>(corpus: &'c Corpus<'_>, actors: &Actors, place: Place, deed: &'c Deed<'_>) -> Candidate<'c> {
    let document = &corpus.list[place.document];
    let event = &*deed.event;
    let (from, to) = deed.sides(document.findings);
    let said = event.statement.and_then(|s| document.said[s.0 as usize]);
    let heard = said.or(document.published);
    let date = signed(corpus, document, deed).or_else(|| own_date(document, event));
    let source = Sides::new(actors, place.document, &from);
    let target = Sides::new(actors, place.document, &to);
    let later = matches!((date, document.published), (Some(d), Some(p)) if d.last > p.last);
    Candidate {
        places: vec![place],
        documents: BTreeSet::from([place.document]),
        class: deed.class,
        trigger: event.trigger,
        mode: event.mode.as_deref(),
        variant: deed.variant,
        polarity: event.polarity,
        denied: deed.denied,
        expected: later || deed.expected,
        date,
        heard,
        venue: event.place.map(|p| actors.index(place.document, p)),
        all: source.with(&target),
        source,
        target,
        words: corpus.pairs(place.document, document.sentence(event.trigger)),
    }
}

/// When an event happened, where the text says so of it and not of the telling.
pub(crate) fn own_date(document: &Document<'_>, event: &Event) -> Option<Interval> {
    let content = event.statement.map(|s| document.findings.statements[s.0 as usize].content);
    let sentence = document.sentence(event.trigger);
    event.date_span.filter(|span| sentence.contains(*span) && content.is_none_or(|c| c.contains(*span)))?;
    // Where the text tells two days, that of Japan speaks for both.
    event.date_japan.as_deref().or(event.date.as_deref()).and_then(Interval::parse)
}

/// The day on which the known treaty was signed of whose signing a deed tells; texts often date only what was done with it.
fn signed(corpus: &Corpus<'_>, document: &Document<'_>, deed: &Deed<'_>) -> Option<Interval> {
    let event = &*deed.event;
    let signing = event.mode.as_deref() == Some(TREATY) && deed.variant.is_none() && !deed.expected;
    treaty_signed(corpus, document, event.trigger).filter(|_| signing)
}

/// The day on which the only known treaty that a sentence names was signed.
pub(crate) fn treaty_signed(corpus: &Corpus<'_>, document: &Document<'_>, words: Span) -> Option<Interval> {
    let sentence = document.sentence(words);
    let told =
        document.findings.agreements.iter().filter(|a| a.mentions.iter().any(|m| sentence.contains(*m)));
    let known = &corpus.lexicon.agreements;
    let mut dates = told.filter_map(|a| known.known[known.by_id(a.knowledge.as_deref()?)?].signed.as_deref());
    let date = dates.next().and_then(Interval::parse)?;
    (dates.next().is_none() && document.published.is_none_or(|p| date.first <= p.last)).then_some(date)
}
