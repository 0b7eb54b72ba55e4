//! Forecasts and what became of them.

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::dates::Interval;
use crate::deeds::{Class, Deed};
use crate::ids::Ids;
use crate::series::{Figure, PLANNED};
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::{Forecast, Member, Outcome, OutcomeResult};
use tenkyo_model::{ActorKind, Certainty, EventType, Likelihood, Polarity};
use tenkyo_text::Span;

/// The forecasts of all documents, in order of publication.
pub(crate) fn follow(corpus: &Corpus<'_>, actors: &Actors, figures: &[Figure]) -> Vec<Forecast> {
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
            outcome: outcome(corpus, actors, place, &deeds, figures),
        }
    };
    places.into_iter().map(follow).collect()
}

/// What a deed is about, so that a later one can decide what an earlier one expected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Theme<'a> {
    /// Who gives what.
    Goods(usize, &'a str),
    /// Type, mode and all sides.
    Other(EventType, Option<&'a str>, BTreeSet<usize>),
}

/// A deed of a document.
struct Told<'a> {
    document: usize,
    span: Span,
    theme: Theme<'a>,
    /// Asserted as a fact that has happened.
    fact: bool,
    polarity: Polarity,
    /// Those named in it.
    persons: BTreeSet<usize>,
}

impl Told<'_> {
    /// Whether a deed is not of quite other people.
    fn persons_fit(&self, other: &Told<'_>) -> bool {
        self.persons.is_empty() || other.persons.is_empty() || !self.persons.is_disjoint(&other.persons)
    }
}

/// Every deed with a theme, by it, in order of the days on which it was told.
type Deeds<'a> = BTreeMap<Theme<'a>, Vec<Told<'a>>>;

fn deeds<'c>(corpus: &'c Corpus<'_>, actors: &Actors) -> Deeds<'c> {
    let mut deeds = Deeds::new();
    for (index, document) in corpus.list.iter().enumerate() {
        for deed in &document.deeds {
            if let Some(told) = told(corpus, actors, index, deed) {
                deeds.entry(told.theme.clone()).or_default().push(told);
            }
        }
    }
    let published = |t: &Told<'_>| (corpus.list[t.document].published, t.document, t.span);
    deeds.values_mut().for_each(|all| all.sort_by_key(published));
    deeds
}

fn told<'c>(
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
        fact: !deed.expected && !deed.denied && happened && deed.event.certainty == Certainty::Certain,
        polarity: deed.event.polarity,
        persons: from.iter().chain(&to).map(|a| actors.index(document, *a)).filter(is_person).collect(),
    })
}

/// What later documents say of what a forecast speaks of: a fact that has happened decides it, within its horizon.
fn outcome(
    corpus: &Corpus<'_>,
    actors: &Actors,
    place: Place,
    deeds: &Deeds<'_>,
    figures: &[Figure],
) -> Outcome {
    let document = &corpus.list[place.document];
    let forecast = &document.findings.forecasts[place.index];
    let expected = !matches!(forecast.likelihood, Likelihood::Unlikely | Likelihood::Remote);
    let (mut held, mut failed) = (BTreeSet::new(), BTreeSet::new());
    for about in about(corpus, actors, place) {
        let hopes = expected && about.polarity == Polarity::Positive;
        let later = deeds.get(&about.theme).into_iter().flatten();
        for deed in later.filter(|d| decides(corpus, place, d) && about.persons_fit(d)) {
            let right = (deed.polarity == Polarity::Positive) == hopes;
            let side = if right { &mut held } else { &mut failed };
            side.insert(corpus.member(deed.document, deed.span));
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

/// The deeds that a forecast is of; where it names its deed in words that tell no sides, another mention of it in the document.
fn about<'c>(corpus: &'c Corpus<'_>, actors: &Actors, place: Place) -> Vec<Told<'c>> {
    let document = &corpus.list[place.document];
    let span = document.findings.forecasts[place.index].span;
    let text = &document.article.text;
    // 供与を協議する: what is only talked about is not what is expected.
    let object =
        |s: Span| corpus.lexicon.ledger.object.iter().any(|o| text[s.end as usize..].starts_with(o.as_str()));
    let own = document.deeds.iter().filter(|d| span.overlaps(d.event.trigger) && !object(d.event.trigger));
    let own: Vec<Told<'c>> = own.filter_map(|d| told(corpus, actors, place.document, d)).collect();
    if !own.is_empty() {
        return own;
    }
    let named = |d: &&Deed<'_>| {
        let word: String = text[d.event.trigger].chars().take_while(|c| is_ideograph(*c)).collect();
        word.chars().count() > 1 && text[span].contains(&word)
    };
    let again = document.deeds.iter().filter(|d| d.event.trigger.end <= span.start).filter(named);
    again.filter_map(|d| told(corpus, actors, place.document, d)).collect()
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Whether a deed is told as a fact after a forecast and within its horizon.
fn decides(corpus: &Corpus<'_>, place: Place, deed: &Told<'_>) -> bool {
    deed.fact && after(corpus, place, deed.document)
}

/// Whether a document was published after a forecast and tells of a time within its horizon.
fn after(corpus: &Corpus<'_>, place: Place, later: usize) -> bool {
    let (made, told) = (corpus.list[place.document].published, corpus.list[later].published);
    let horizon = corpus.list[place.document].findings.forecasts[place.index].horizon.as_deref();
    let horizon = horizon.and_then(Interval::parse);
    // Reports of what happened at the end of a month come in the next.
    let in_time = horizon.is_none_or(|h| told.is_none_or(|day| h.last_gap(day) <= LATE));
    matches!((made, told), (Some(made), Some(told)) if made.last < told.first) && in_time
}

/// Days after a horizon within which reports still tell what happened before it.
const LATE: i32 = 92;

/// Later figures that reach the one that a forecast names.
fn reached(corpus: &Corpus<'_>, place: Place, figures: &[Figure]) -> BTreeSet<Member> {
    let document = &corpus.list[place.document];
    let span = document.findings.forecasts[place.index].span;
    let here = |f: &&Figure| f.place.document == place.document && span.contains(f.member.span);
    let mut members = BTreeSet::new();
    for wanted in figures.iter().filter(here) {
        let Some(value) = wanted.bounds.min.or(wanted.bounds.max) else { continue };
        let like = |f: &&Figure| {
            let class = f.subject.class == wanted.subject.class.trim_end_matches(PLANNED);
            class && f.subject.unit == wanted.subject.unit && f.subject.from == wanted.subject.from
        };
        let enough = |f: &&Figure| f.bounds.min.is_some_and(|v| v >= value * 0.98);
        let later =
            figures.iter().filter(like).filter(enough).filter(|f| after(corpus, place, f.place.document));
        members.extend(later.map(|f| f.member.clone()));
    }
    members
}
