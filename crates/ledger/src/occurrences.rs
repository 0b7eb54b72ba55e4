//! One real event with all its mentions.

mod attach;
mod candidate;
mod items;
mod judge;

use crate::actors::Actors;
use crate::clusters::{self, Edge};
use crate::corpus::{Corpus, Place};
use crate::corrections::Corrections;
use crate::dates::Interval;
use crate::deeds::Class;
use crate::ids::Ids;
use crate::{references, roots};
use candidate::Candidate;
pub(crate) use candidate::{own_date, treaty_signed};
use judge::judge;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::{Announcement, Grade, Judgement, Member, Occurrence, Subject, Verdict};
use tenkyo_model::{Event, EventType};
use tenkyo_text::Span;

/// The occurrences, and the deeds of documents behind each.
pub(crate) struct Occurrences {
    pub list: Vec<Occurrence>,
    pub places: Vec<Vec<Place>>,
}

/// The event of the deed at a place.
pub(crate) fn event<'c>(corpus: &'c Corpus<'_>, place: Place) -> &'c Event {
    &corpus.list[place.document].deeds[place.index].event
}

/// Groups the deeds of all documents.
pub(crate) fn group(
    corpus: &Corpus<'_>,
    actors: &Actors,
    corrections: &Corrections<'_>,
    judgements: &mut Vec<Judgement>,
) -> Occurrences {
    let words = references::all(corpus, actors);
    let items = items::Items::new(corpus, &words);
    let mut grounds = Vec::new();
    let rulings = corrections.rulings(
        corpus,
        Subject::Occurrence,
        &items.places,
        |p| vec![items.span(p)],
        &mut grounds,
    );
    let candidates = candidate::all(corpus, actors, &items.ruled_deeds(&rulings));
    let (rulings, ruled) = items.on_nodes(rulings, &candidates);
    let edges = judge_pairs(corpus, &candidates, judgements);
    let common = &corpus.lexicon.ledger.common;
    let apart = |a: usize, b: usize| match (candidates.get(a), candidates.get(b)) {
        (Some(a), Some(b)) => judge(a, b, common).verdict == Verdict::Different,
        // Of words that only name an event an analyst alone has said something.
        _ => false,
    };
    let clusters = clusters::of(candidates.len() + ruled.len(), edges, &rulings, apart);
    let attach =
        attach::Attach { corpus, candidates: &candidates, words: &words, ruled: &ruled, rulings: &rulings };
    let named = attach.named(&clusters, judgements);
    Corrections::outrank(judgements, &grounds);
    let members = |cluster: &Vec<usize>| -> Vec<Place> {
        let mut members: Vec<Place> =
            cluster.iter().filter_map(|i| candidates.get(*i)).flat_map(|c| c.places.clone()).collect();
        members.sort_unstable();
        members
    };
    // Words that an analyst ties only to each other mean no event that a document tells.
    let groups = clusters.iter().map(members).zip(named).filter(|(places, _)| !places.is_empty()).collect();
    collect(corpus, actors, groups)
}

/// Judges the pairs that are worth it: those that are one, with their strength.
fn judge_pairs(
    corpus: &Corpus<'_>,
    candidates: &[Candidate<'_>],
    judgements: &mut Vec<Judgement>,
) -> Vec<Edge> {
    let common = &corpus.lexicon.ledger.common;
    let mut edges = Vec::new();
    for (left, right) in pairs(candidates) {
        let (a, b) = (&candidates[left], &candidates[right]);
        let judged = judge(a, b, common);
        if judged.verdict == Verdict::Same {
            edges.push(Edge { left, right, strength: judged.strength });
        }
        if judged.strength > 0.0 {
            judgements.push(judgement(corpus, a, b, &judged));
        }
    }
    edges
}

fn judgement(corpus: &Corpus<'_>, a: &Candidate<'_>, b: &Candidate<'_>, judged: &judge::Judged) -> Judgement {
    let (left, right) =
        (corpus.member(a.places[0].document, a.trigger), corpus.member(b.places[0].document, b.trigger));
    Judgement {
        about: Subject::Occurrence,
        left: left.clone().min(right.clone()),
        right: left.max(right),
        verdict: judged.verdict,
        rule: judged.rule.into(),
        evidence: judged.evidence(),
    }
}

/// How many of the nearest that an undated deed is compared with.
const NEAREST: usize = 6;

/// Pairs worth judging, in order: one class, a common side, and told or dated at the same time; what is told without a date or for
/// later, also with those of its kind that came last before and next after.
fn pairs(candidates: &[Candidate<'_>]) -> Vec<(usize, usize)> {
    let mut blocks: BTreeMap<_, Vec<(Interval, usize)>> = BTreeMap::new();
    for (index, c) in candidates.iter().enumerate() {
        let Some(when) = c.date.or(c.heard) else { continue };
        let none = c.all.sides.is_empty().then_some(usize::MAX);
        for side in c.all.sides.iter().copied().chain(none) {
            // Modes of these are never one, so that the nearest are the nearest of their kind.
            let own = matches!(c.class, Class::Other(EventType::Consult | EventType::Support));
            blocks.entry((c.class, c.mode.filter(|_| own), side)).or_default().push((when, index));
        }
    }
    let mut pairs = Vec::new();
    for timed in blocks.values_mut() {
        timed.sort_unstable();
        for (i, (when, left)) in timed.iter().enumerate() {
            let mut with = |right: usize| pairs.push((*left.min(&right), right.max(*left)));
            let near = |(other, _): &&(Interval, usize)| when.first_gap(*other) <= judge::NEWS + 31;
            let close = timed[i + 1..].iter().take_while(near);
            close
                .filter(|(other, _)| when.gap(*other) <= judge::NEWS + 1)
                .for_each(|(_, right)| with(*right));
            let c = &candidates[*left];
            if c.date.is_none_or(|d| d.days() > 31) || c.expected {
                timed[..i].iter().rev().take(NEAREST).for_each(|(_, right)| with(*right));
                timed[i + 1..].iter().take(NEAREST).for_each(|(_, right)| with(*right));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn collect(corpus: &Corpus<'_>, actors: &Actors, clusters: Vec<(Vec<Place>, Vec<Member>)>) -> Occurrences {
    let mut ids = Ids::new("o");
    let entry = |(places, named): (Vec<Place>, Vec<Member>)| {
        let mut occurrence = occurrence(corpus, actors, &places);
        occurrence.members.extend(named);
        occurrence.members.sort();
        (occurrence, places)
    };
    let mut entries: Vec<(Occurrence, Vec<Place>)> = clusters.into_iter().map(entry).collect();
    entries.sort_by(|(a, _), (b, _)| (&a.date, &a.kind, &a.members).cmp(&(&b.date, &b.kind, &b.members)));
    for (entry, _) in &mut entries {
        let parts = [
            entry.kind.name(),
            &entry.source.join("+"),
            &entry.target.join("+"),
            entry.date.as_deref().unwrap_or(""),
            entry.polarity.name(),
        ];
        entry.id = ids.give(&parts);
    }
    let (list, places) = entries.into_iter().unzip();
    Occurrences { list, places }
}

fn occurrence(corpus: &Corpus<'_>, actors: &Actors, places: &[Place]) -> Occurrence {
    let events: Vec<(usize, &Event)> = places.iter().map(|p| (p.document, event(corpus, *p))).collect();
    // The member that says most speaks for all: a day, both sides, the surest word.
    let sides = |(document, e): &(usize, &Event)| -> BTreeSet<usize> {
        e.source.iter().chain(&e.target).map(|a| actors.index(*document, *a)).collect()
    };
    let said = |member: &(usize, &Event)| {
        let (document, e) = member;
        let day = e.date.as_deref().and_then(Interval::parse).is_some_and(Interval::is_day);
        let original = corpus.list[*document].copy_of.is_none();
        let agree = events.iter().filter(|other| sides(other) == sides(member)).count();
        let both = !e.source.is_empty() && !e.target.is_empty();
        (both, agree, day, std::cmp::Reverse(e.certainty), original)
    };
    let (document, best) = events.iter().rev().max_by_key(|e| said(e)).copied().unwrap_or(events[0]);
    let ids = |actors_of: fn(&Event) -> &Vec<tenkyo_model::ActorId>| -> Vec<String> {
        let own = actors_of(best).iter().map(|a| actors.id(document, *a));
        own.collect::<BTreeSet<_>>().into_iter().collect()
    };
    let (date, date_local) = dates(corpus, &events);
    Occurrence {
        id: String::new(),
        kind: best.kind,
        mode: events.iter().find_map(|(_, e)| e.mode.clone()),
        label: label(corpus, document, best.trigger),
        date,
        date_local,
        source: ids(|e| &e.source),
        target: ids(|e| &e.target),
        place: events.iter().find_map(|(d, e)| e.place.map(|p| actors.id(*d, p))),
        polarity: best.polarity,
        certainty: events.iter().map(|(_, e)| e.certainty).min().unwrap_or(best.certainty),
        members: events.iter().map(|(d, e)| corpus.member(*d, e.trigger)).collect(),
        announced: announced(corpus, actors, places),
        grade: Grade::default(),
        agreements: Vec::new(),
        roots: roots::all(events.iter().map(|(d, e)| roots::root(corpus, actors, *d, &e.according_to))),
    }
}

/// The date in Japan and, where another, the local one: as a member tells both; else the date that most members give, the most
/// exact first. Days that differ without a word on zones are no two sides of one night but a dispute.
fn dates(corpus: &Corpus<'_>, events: &[(usize, &Event)]) -> (Option<String>, Option<String>) {
    let both = |(_, e): &(usize, &Event)| Some((e.date_japan.clone()?, e.date_local.clone()?));
    if let Some((japan, local)) = events.iter().find_map(both) {
        return (Some(japan), Some(local));
    }
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    let own = |(d, e): &&(usize, &Event)| own_date(&corpus.list[*d], e).is_some();
    let dated = events.iter().any(|e| own(&e));
    for date in events.iter().filter(|e| !dated || own(e)).filter_map(|(_, e)| e.date.as_deref()) {
        *votes.entry(date).or_default() += 1;
    }
    let exact = |date: &str| std::cmp::Reverse(Interval::parse(date).map_or(i32::MAX, Interval::days));
    let best = votes.iter().max_by_key(|(date, n)| (exact(date), **n, **date)).map(|(date, _)| *date);
    (best.map(str::to_owned), None)
}

/// The deeds that were told before they happened: as something to come, in a report older than one that tells that it happened.
fn announced(corpus: &Corpus<'_>, actors: &Actors, places: &[Place]) -> Vec<Announcement> {
    let deed = |p: &Place| &corpus.list[p.document].deeds[p.index];
    let published = |p: &Place| corpus.list[p.document].published;
    let happened = places.iter().filter(|p| !coming(corpus, **p)).filter_map(published).map(|d| d.last).max();
    let before = |p: &&Place| happened.is_some_and(|h| published(p).is_some_and(|d| d.first < h));
    let announcement = |p: &Place| Announcement {
        member: corpus.member(p.document, deed(p).event.trigger),
        by: roots::root(corpus, actors, p.document, &deed(p).event.according_to),
        date: corpus.list[p.document].published_value().map(str::to_owned),
    };
    places.iter().filter(|p| coming(corpus, **p)).filter(before).map(announcement).collect()
}

/// Whether a deed is told as something to come.
fn coming(corpus: &Corpus<'_>, place: Place) -> bool {
    let document = &corpus.list[place.document];
    let deed = &document.deeds[place.index];
    let date =
        deed.event.date.as_deref().filter(|_| deed.event.date_span.is_some()).and_then(Interval::parse);
    deed.expected || matches!((date, document.published), (Some(d), Some(p)) if d.first > p.last)
}

/// Longest label, in characters.
const LABEL: usize = 60;

/// The sentence around the words, cut to a line.
pub(crate) fn label(corpus: &Corpus<'_>, document: usize, words: Span) -> String {
    let sentence = corpus.list[document].sentence(words);
    let text = corpus.words(document, sentence);
    if text.chars().count() <= LABEL {
        return text.to_owned();
    }
    let before = corpus.words(document, Span { start: sentence.start, end: words.end });
    let skip = before.chars().count().saturating_sub(LABEL);
    let cut: String = text.chars().skip(skip).take(LABEL).collect();
    format!("{}{cut}…", if skip > 0 { "…" } else { "" })
}
