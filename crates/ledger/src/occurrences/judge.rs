//! Whether two events of documents are one.

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::dates::Interval;
use crate::similarity::{Likeness, Pairs, Weights};
use std::collections::BTreeSet;
use tenkyo_model::ledger::Verdict;
use tenkyo_model::{ActorId, ActorKind, EventType, Polarity};
use tenkyo_text::Span;

/// Days after an event within which reports that give it no date still mean it.
pub(crate) const NEWS: i32 = 3;

/// An event with what its judgement rests on.
pub(crate) struct Candidate {
    pub place: Place,
    pub kind: EventType,
    pub trigger: Span,
    mode: Option<String>,
    polarity: Polarity,
    date: Option<Interval>,
    published: Option<Interval>,
    venue: Option<usize>,
    source: Sides,
    target: Sides,
    words: Pairs,
}

/// Actors on one side of an event, and the states that they stand for.
#[derive(Default)]
struct Sides {
    persons: BTreeSet<usize>,
    sides: BTreeSet<usize>,
}

impl Sides {
    fn new(actors: &Actors, document: usize, ids: &[ActorId]) -> Self {
        let all = ids.iter().map(|a| actors.index(document, *a));
        let persons = all.clone().filter(|i| actors.list[*i].kind == ActorKind::Person).collect();
        Self { persons, sides: all.map(|i| actors.side(i)).collect() }
    }
}

impl Candidate {
    pub fn new(corpus: &Corpus<'_>, actors: &Actors, place: Place) -> Self {
        let document = &corpus.list[place.document];
        let event = &document.findings.events[place.index];
        let sentence = document.sentence(event.trigger);
        Self {
            place,
            kind: event.kind,
            trigger: event.trigger,
            mode: event.mode.clone(),
            polarity: event.polarity,
            date: event.date.as_deref().and_then(Interval::parse),
            published: document.published,
            venue: event.place.map(|p| actors.index(place.document, p)),
            source: Sides::new(actors, place.document, &event.source),
            target: Sides::new(actors, place.document, &event.target),
            words: Pairs::of(corpus.words(place.document, sentence)),
        }
    }

    /// The event's date, else its document's.
    pub fn when(&self) -> Option<Interval> {
        self.date.or(self.published)
    }
}

/// A verdict with its grounds.
pub(crate) struct Judged {
    pub verdict: Verdict,
    pub strength: f64,
    pub rule: &'static str,
    pub evidence: Vec<(&'static str, String)>,
}

fn different(rule: &'static str) -> Judged {
    Judged { verdict: Verdict::Different, strength: 0.0, rule, evidence: Vec::new() }
}

/// Judges two events: what excludes that they are one comes first, then what speaks for it is added up.
pub(crate) fn judge(a: &Candidate, b: &Candidate) -> Judged {
    if a.place.document == b.place.document {
        return different("ledger.occurrence.one-document");
    }
    if a.kind != b.kind || a.polarity != b.polarity {
        return different("ledger.occurrence.type");
    }
    if matches!((&a.mode, &b.mode), (Some(x), Some(y)) if x != y) {
        return different("ledger.occurrence.mode");
    }
    let Some(who) = participants(a, b) else { return different("ledger.occurrence.actors") };
    let Some((when, how)) = dates(a, b) else { return different("ledger.occurrence.date") };
    let likeness = Weights::default().compare(&a.words, &b.words);
    let venue = f64::from(a.venue.is_some() && a.venue == b.venue);
    let strength = who + when + 0.3 * venue + likeness.jaccard;
    let same = strength >= threshold(a.kind);
    Judged {
        verdict: if same { Verdict::Same } else { Verdict::Unsure },
        strength,
        rule: "ledger.occurrence.sum",
        evidence: evidence(who, when, how, likeness, strength),
    }
}

fn evidence(
    who: f64,
    when: f64,
    how: &'static str,
    likeness: Likeness,
    strength: f64,
) -> Vec<(&'static str, String)> {
    vec![
        ("actors", format!("{who:.2}")),
        ("date", format!("{how} {when:.2}")),
        ("words", format!("{:.2}", likeness.jaccard)),
        ("sum", format!("{strength:.2}")),
    ]
}

/// Meetings and treaties between two sides are rare, words against each other are not: these need more to be one.
fn threshold(kind: EventType) -> f64 {
    match kind {
        EventType::Consult | EventType::Support | EventType::Retreat | EventType::Mobilize => 1.3,
        _ => 1.5,
    }
}

/// How well the actors agree, from 0 to 1; none when they cannot be the same.
fn participants(a: &Candidate, b: &Candidate) -> Option<f64> {
    let all = |c: &Candidate| -> BTreeSet<usize> { c.source.sides.union(&c.target.sides).copied().collect() };
    let persons =
        |c: &Candidate| -> BTreeSet<usize> { c.source.persons.union(&c.target.persons).copied().collect() };
    let (sides_a, sides_b) = (all(a), all(b));
    if sides_a.is_empty() || sides_b.is_empty() {
        return Some(0.2);
    }
    let (persons_a, persons_b) = (persons(a), persons(b));
    if !persons_a.is_empty() && !persons_b.is_empty() && persons_a.is_disjoint(&persons_b) {
        return None;
    }
    let acts = |c: &Candidate| c.source.sides.clone();
    let directed =
        !matches!(a.kind, EventType::Consult | EventType::Support | EventType::Agree | EventType::Cooperate);
    if directed && !acts(a).is_empty() && !acts(b).is_empty() && acts(a).is_disjoint(&acts(b)) {
        return None;
    }
    let shared = sides_a.intersection(&sides_b).count();
    let smaller = sides_a.len().min(sides_b.len());
    let part = shared as f64 / sides_a.union(&sides_b).count() as f64;
    (shared > 0).then_some(if shared == smaller { part.max(0.5) } else { part * 0.8 })
}

/// How well the dates agree, from 0 to 1, and why; none when they cannot be the same.
fn dates(a: &Candidate, b: &Candidate) -> Option<(f64, &'static str)> {
    match (a.date, b.date) {
        (Some(x), Some(y)) => match x.gap(y) {
            0 if x.is_day() && y.is_day() => Some((0.8, "same-day")),
            0 if x.days().max(y.days()) <= 31 => Some((0.5, "same-month")),
            0 => Some((0.1, "overlap")),
            // The local date and that of Japan.
            1 if x.is_day() && y.is_day() => Some((0.4, "next-day")),
            _ => None,
        },
        (Some(date), None) => news(date, b.published),
        (None, Some(date)) => news(date, a.published),
        (None, None) => match (a.published, b.published) {
            (Some(x), Some(y)) if x.gap(y) <= NEWS => Some((0.3, "reported-together")),
            _ => Some((0.0, "unknown")),
        },
    }
}

/// A report without a date means what happened just before it.
fn news(date: Interval, published: Option<Interval>) -> Option<(f64, &'static str)> {
    match published {
        Some(day) if day.gap(date) <= NEWS && date.days() <= 31 => Some((0.5, "news")),
        Some(day) if day.gap(date) > 60 => Some((0.0, "far")),
        _ => Some((0.1, "unknown")),
    }
}
