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
    let deeds = facts(corpus, actors);
    let figures = Figures::new(corpus, figures);
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
            outcome: outcome(corpus, actors, place, &deeds, &figures),
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
    /// Publication date of the document.
    published: Option<Interval>,
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

/// Every deed with a theme that is told as a fact, by theme and polarity, in order of the days on which it was told.
type Facts<'a> = BTreeMap<(Theme<'a>, Polarity), Vec<Told<'a>>>;

fn facts<'c>(corpus: &'c Corpus<'_>, actors: &Actors) -> Facts<'c> {
    let mut facts = Facts::new();
    for (index, document) in corpus.list.iter().enumerate() {
        let told = document.deeds.iter().filter_map(|deed| told(corpus, actors, index, deed));
        for told in told.filter(|told| told.fact) {
            facts.entry((told.theme.clone(), told.polarity)).or_default().push(told);
        }
    }
    facts.values_mut().for_each(|all| all.sort_by_key(|t| (t.published, t.document, t.span)));
    facts
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
        published: corpus.list[document].published,
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
    facts: &Facts<'_>,
    figures: &Figures<'_>,
) -> Outcome {
    let document = &corpus.list[place.document];
    let forecast = &document.findings.forecasts[place.index];
    let expected = !matches!(forecast.likelihood, Likelihood::Unlikely | Likelihood::Remote);
    let (mut held, mut failed) = (BTreeSet::new(), BTreeSet::new());
    for about in about(corpus, actors, place) {
        let hopes = expected && about.polarity == Polarity::Positive;
        for (polarity, _) in Polarity::NAMES {
            let right = (*polarity == Polarity::Positive) == hopes;
            let side = if right { &mut held } else { &mut failed };
            let later = after(corpus, place, facts.get(&(about.theme.clone(), *polarity)));
            let deciding = later.iter().filter(|d| about.persons_fit(d)).take(FIRST);
            side.extend(deciding.map(|d| corpus.member(d.document, d.span)));
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

/// Most deeds of one theme and most figures that are listed as what decides a forecast: the first that were told.
const FIRST: usize = 24;

/// The facts told after a forecast and within its horizon.
fn after<'f, 'c>(corpus: &Corpus<'_>, place: Place, facts: Option<&'f Vec<Told<'c>>>) -> &'f [Told<'c>] {
    let facts = facts.map_or(&[][..], Vec::as_slice);
    let Some(made) = corpus.list[place.document].published else { return &[] };
    let horizon = horizon(corpus, place);
    let from = facts.partition_point(|d| d.published.is_none_or(|told| told.first <= made.last));
    let in_time =
        |d: &Told<'_>| horizon.is_none_or(|h| d.published.is_none_or(|told| h.last_gap(told) <= LATE));
    &facts[from..from + facts[from..].partition_point(in_time)]
}

fn horizon(corpus: &Corpus<'_>, place: Place) -> Option<Interval> {
    corpus.list[place.document].findings.forecasts[place.index].horizon.as_deref().and_then(Interval::parse)
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
