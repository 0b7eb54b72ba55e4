//! What later reports tell as facts, and which of them bear on a forecast.

use super::{LATE, horizon};
use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::dates::Interval;
use crate::deeds::{Class, Deed};
use crate::occurrences::own_date;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::{ActorKind, Certainty, EventType, Polarity};
use tenkyo_text::Span;

/// What a deed is about, so that a later one can decide what an earlier one expected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Theme<'a> {
    /// Who gives what.
    Goods(usize, &'a str),
    /// Type, mode and all sides.
    Other(EventType, Option<&'a str>, BTreeSet<usize>),
}

/// A deed of a document.
pub(super) struct Told<'a> {
    pub document: usize,
    pub span: Span,
    pub theme: Theme<'a>,
    /// Asserted as a fact that has happened.
    pub fact: bool,
    /// Publication date of the document.
    pub published: Option<Interval>,
    pub polarity: Polarity,
    /// Those named in it.
    pub persons: BTreeSet<usize>,
    /// When it happened, where the text says so of it.
    pub date: Option<Interval>,
    /// When such a thing happened the last time before.
    pub last: Option<Interval>,
    /// Whether words after it make it one of its end (`供与が止まる`).
    pub ends: bool,
}

impl Told<'_> {
    /// Whether a deed is not of quite other people.
    pub fn persons_fit(&self, other: &Told<'_>) -> bool {
        self.persons.is_empty() || other.persons.is_empty() || !self.persons.is_disjoint(&other.persons)
    }
}

/// Every deed with a theme that is told as a fact, in order of the days on which it was told.
#[derive(Default)]
pub(super) struct Facts<'a> {
    /// What was done, and what was not.
    pub told: BTreeMap<(Theme<'a>, Polarity), Vec<Told<'a>>>,
    /// What was done for the first time for long, and what has not been done for long.
    pub seldom: BTreeMap<Theme<'a>, Vec<Told<'a>>>,
}

pub(super) fn all<'c>(corpus: &'c Corpus<'_>, actors: &Actors) -> Facts<'c> {
    let mut facts = Facts::default();
    for (index, document) in corpus.list.iter().enumerate() {
        let told = document.deeds.iter().filter_map(|deed| told(corpus, actors, index, deed));
        for told in told.filter(|told| told.fact) {
            match told.last {
                Some(_) => facts.seldom.entry(told.theme.clone()).or_default().push(told),
                None => facts.told.entry((told.theme.clone(), told.polarity)).or_default().push(told),
            }
        }
    }
    let all = facts.told.values_mut().chain(facts.seldom.values_mut());
    all.for_each(|all| all.sort_by_key(|t| (t.published, t.document, t.span)));
    facts
}

/// What a deed tells; none where it names no state.
pub(super) fn told<'c>(
    corpus: &'c Corpus<'_>,
    actors: &Actors,
    document: usize,
    deed: &'c Deed<'_>,
) -> Option<Told<'c>> {
    use tenkyo_model::TransferStatus::{Agreed, Denied, Offered, Refused, Requested};
    let findings = corpus.list[document].findings;
    let is_state = |side: &usize| actors.list[*side].kind == ActorKind::State;
    let is_person = |i: &usize| actors.list[*i].kind == ActorKind::Person;
    let (from, to) = deed.sides(findings);
    let side = |a: &tenkyo_model::ActorId| actors.side(actors.index(document, *a));
    let theme = match deed.class {
        Class::Goods(family) => Theme::Goods(from.iter().map(side).find(is_state)?, family),
        Class::Other(kind) => {
            let sides: BTreeSet<usize> = from.iter().chain(&to).map(side).filter(is_state).collect();
            Theme::Other(kind, deed.event.mode.as_deref(), Some(sides).filter(|s| !s.is_empty())?)
        }
    };
    let status = deed.transfer.map(|t| findings.transfers[t].status);
    let happened = status.is_none_or(|s| !matches!(s, Agreed | Denied | Offered | Refused | Requested));
    Some(Told {
        document,
        span: deed.transfer.map_or(deed.event.trigger, |t| findings.transfers[t].span),
        theme,
        published: corpus.list[document].published,
        fact: !deed.expected && !deed.denied && happened && deed.event.certainty == Certainty::Certain,
        polarity: deed.event.polarity,
        persons: from.iter().chain(&to).map(|a| actors.index(document, *a)).filter(is_person).collect(),
        date: own_date(&corpus.list[document], &deed.event),
        last: deed.last,
        ends: false,
    })
}

/// The facts told after a forecast and within its horizon.
pub(super) fn after<'f, 'c>(
    corpus: &Corpus<'_>,
    place: Place,
    facts: Option<&'f Vec<Told<'c>>>,
) -> impl Iterator<Item = &'f Told<'c>> + use<'f, 'c> {
    let facts = later(corpus, place, facts);
    let made = corpus.list[place.document].published;
    let horizon = horizon(corpus, place);
    let told = |d: &Told<'_>| horizon.is_none_or(|h| d.published.is_none_or(|told| h.last_gap(told) <= LATE));
    let until = facts.partition_point(told);
    facts[..until].iter().filter(move |d| {
        let Some(date) = d.date else { return true };
        let before = made.is_some_and(|made| date.last < made.first);
        !before && horizon.is_none_or(|h| h.last_gap(date) <= 0)
    })
}

/// The facts told after a forecast.
fn later<'f, 'c>(corpus: &Corpus<'_>, place: Place, facts: Option<&'f Vec<Told<'c>>>) -> &'f [Told<'c>] {
    let facts = facts.map_or(&[][..], Vec::as_slice);
    let Some(made) = corpus.list[place.document].published else { return &[] };
    &facts[facts.partition_point(|d| d.published.is_none_or(|told| told.first <= made.last))..]
}

/// A later fact which says that what was forecast did not come about within its horizon: it was done after it for the first time
/// since before the forecast (`会談は2019年4月以来`), or had not been done since then.
pub(super) fn not_since<'f, 'c>(
    corpus: &Corpus<'_>,
    place: Place,
    facts: Option<&'f Vec<Told<'c>>>,
    about: &Told<'_>,
) -> Option<&'f Told<'c>> {
    let made = corpus.list[place.document].published?;
    let horizon = horizon(corpus, place)?;
    let silent = |d: &&Told<'_>| {
        let since = d.last.is_some_and(|last| last.first <= horizon.first.max(made.last));
        let now = d.date.or(d.published).is_some_and(|now| horizon.last_gap(now) > 0);
        since && now && about.persons_fit(d)
    };
    later(corpus, place, facts).iter().find(silent)
}

/// A later fact which says that what was forecast was done, if only for the first time for long.
pub(super) fn again<'f, 'c>(
    corpus: &Corpus<'_>,
    place: Place,
    facts: Option<&'f Vec<Told<'c>>>,
    about: &Told<'_>,
) -> Option<&'f Told<'c>> {
    let horizon = horizon(corpus, place);
    let done = |d: &&Told<'_>| {
        let now = d.date.or(d.published);
        d.polarity == Polarity::Positive
            && about.persons_fit(d)
            && horizon.is_none_or(|h| now.is_some_and(|now| h.last_gap(now) <= 0))
    };
    later(corpus, place, facts).iter().find(done)
}
