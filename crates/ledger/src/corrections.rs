//! What analysts said: which entries of the log still stand, and what they change in the findings of a document.

mod findings;

use crate::corpus::{Corpus, Place};
use crate::{actors, anchor};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_lexicon::Lexicon;
use tenkyo_model::correction::{Anchor, Change, Logged};
use tenkyo_model::ledger::{self, Judgement, Subject, Verdict};
use tenkyo_model::{Actor, ActorKind, Article, RuleId};
use tenkyo_text::Span;

use crate::Reading;

/// The entries of a log that still stand, in their order.
pub(crate) struct Corrections<'a> {
    standing: Vec<&'a Logged>,
    /// The actors that the log names as speakers, by the name that it uses.
    speakers: BTreeMap<&'a str, Actor>,
}

/// An analyst's verdict on two items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ruling {
    pub left: usize,
    pub right: usize,
    pub verdict: Verdict,
}

impl<'a> Corrections<'a> {
    pub fn new(log: &'a [Logged], readings: &[&Reading], lexicon: &Lexicon) -> Self {
        let standing = standing(log);
        let speakers = standing.iter().filter_map(|entry| match &entry.correction.change {
            Change::Speaker { speaker: Some(who), .. } => {
                Some((who.as_str(), speaker(who, readings, lexicon)))
            }
            _ => None,
        });
        Self { speakers: speakers.collect(), standing }
    }
    /// The reading with what analysts say of its findings; the reading itself when they say nothing of it.
    pub fn apply<'r>(&self, reading: &'r Reading) -> Cow<'r, Reading> {
        let mut corrected = Cow::Borrowed(reading);
        for entry in &self.standing {
            findings::change(&mut corrected, &entry.correction.change, &self.speakers);
        }
        corrected
    }

    /// Other names of actors, as pairs of an actor's id or name and the name.
    pub fn aliases(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.standing.iter().filter_map(|entry| match &entry.correction.change {
            Change::Alias { actor, alias } => Some((actor.as_str(), alias.as_str())),
            _ => None,
        })
    }

    /// The verdicts on findings of one kind, at the places of a list in order, the latest on each pair; and their judgements.
    pub fn rulings(
        &self,
        corpus: &Corpus<'_>,
        about: Subject,
        places: &[Place],
        span: impl Fn(Place) -> Vec<Span>,
        judgements: &mut Vec<Judgement>,
    ) -> Vec<Ruling> {
        let mut rulings: Vec<Ruling> = Vec::new();
        let mut grounds: Vec<Judgement> = Vec::new();
        for entry in &self.standing {
            let Change::Pair { about: of, left, right, verdict } = &entry.correction.change else { continue };
            let find = |a: &Anchor| find(corpus, places, &span, a).filter(|_| *of == about);
            let (Some(a), Some(b)) = (find(left), find(right)) else { continue };
            if a.0 == b.0 {
                continue;
            }
            let (one, other) =
                (corpus.member(places[a.0].document, a.1), corpus.member(places[b.0].document, b.1));
            let judgement = judgement(about, one, other, entry);
            // Words that an analyst tells apart are so whatever is found in them; of actors a name may stand for two.
            let all = *verdict != Verdict::Same && about != Subject::Actor;
            let items = |item| if all { beside(places, &span, item) } else { vec![item.0] };
            for (left, right) in pairs(&items(a), &items(b)) {
                let ruling = Ruling { left, right, verdict: *verdict };
                match rulings.iter().position(|r| (r.left, r.right) == (left, right)) {
                    Some(at) => (rulings[at], grounds[at]) = (ruling, judgement.clone()),
                    None => {
                        rulings.push(ruling);
                        grounds.push(judgement.clone());
                    }
                }
            }
        }
        Self::outrank(judgements, &grounds);
        rulings
    }

    /// Puts what analysts said in the place of our own judgements on the same words.
    pub fn outrank(judgements: &mut Vec<Judgement>, grounds: &[Judgement]) {
        let ruled: BTreeMap<_, _> = grounds.iter().map(|g| ((g.about, &g.left, &g.right), g)).collect();
        judgements.retain(|j| !ruled.contains_key(&(j.about, &j.left, &j.right)));
        judgements.extend(ruled.into_values().cloned());
    }

    /// Each entry that stands, and whether all its words are still there.
    pub fn standing(&self, corpus: &Corpus<'_>) -> Vec<ledger::Standing> {
        let found = |a: &Anchor| {
            document(corpus, a).is_some_and(|d| anchor::find(a, &corpus.list[d].article.text).is_some())
        };
        let each = |entry: &&Logged| ledger::Standing {
            number: entry.number,
            kind: entry.correction.change.kind(),
            found: anchors(&entry.correction.change).into_iter().all(found),
        };
        self.standing.iter().map(each).collect()
    }
}

/// The entries that nobody has withdrawn.
fn standing(log: &[Logged]) -> Vec<&Logged> {
    let mut withdrawn = BTreeSet::new();
    let mut standing = Vec::new();
    for entry in log.iter().rev() {
        if withdrawn.contains(&entry.number) {
            continue;
        }
        match entry.correction.change {
            Change::Withdraw { number } => _ = withdrawn.insert(number),
            _ => standing.push(entry),
        }
    }
    standing.reverse();
    standing
}

/// Whom the log means by an id or a name: known to `knowledge/`, else somebody whom a document names, else somebody new.
fn speaker(who: &str, readings: &[&Reading], lexicon: &Lexicon) -> Actor {
    let new = |name: &str, kind, knowledge: Option<&str>| Actor {
        name: name.to_owned(),
        kind,
        knowledge: knowledge.map(str::to_owned),
        wikidata: None,
        roles: Vec::new(),
        mentions: Vec::new(),
    };
    if let Some(known) = lexicon.actors.by_id(who).map(|i| lexicon.actors.get(i)) {
        return new(&known.name, known.kind, Some(who));
    }
    let all = readings.iter().flat_map(|r| r.findings.actors.iter().map(|a| (&r.article, a)));
    let is = |(article, a): &(&Article, &Actor)| {
        a.name == who || a.wikidata.as_deref() == Some(who) || actors::own_id(article, a) == who
    };
    let found =
        all.filter(is).map(|(_, a)| (a.knowledge.is_some(), &a.name, a)).max_by_key(|(k, n, _)| (*k, *n));
    found.map_or_else(
        || new(who, ActorKind::Person, None),
        |(_, _, a)| new(&a.name, a.kind, a.knowledge.as_deref()),
    )
}

/// The anchors of a change.
fn anchors(change: &Change) -> Vec<&Anchor> {
    match change {
        Change::Pair { left, right, .. } => vec![left, right],
        Change::Speaker { statement, .. } | Change::NotStatement { statement } => vec![statement],
        Change::Date { at, .. } => vec![at],
        Change::Type { event, .. } => vec![event],
        Change::Alias { .. } | Change::Withdraw { .. } => Vec::new(),
    }
}

fn judgement(about: Subject, one: ledger::Member, other: ledger::Member, entry: &Logged) -> Judgement {
    let c = &entry.correction;
    Judgement {
        about,
        left: one.clone().min(other.clone()),
        right: one.max(other),
        verdict: match &c.change {
            Change::Pair { verdict, .. } => *verdict,
            _ => Verdict::Unsure,
        },
        rule: RuleId::from("analyst"),
        evidence: vec![
            ("number", entry.number.to_string()),
            ("by", c.by.clone()),
            ("at", c.at.clone()),
            ("why", c.why.clone()),
        ],
    }
}

/// The document of an anchor: the text itself, else the one that has taken its place under the same name.
fn document(corpus: &Corpus<'_>, anchor: &Anchor) -> Option<usize> {
    let by_id = corpus.list.iter().position(|d| d.article.id.0 == anchor.document);
    by_id.or_else(|| corpus.list.binary_search_by(|d| d.article.source.cmp(&anchor.source)).ok())
}

/// The item that stands at the words of an anchor, and its words.
fn find(
    corpus: &Corpus<'_>,
    places: &[Place],
    spans: &impl Fn(Place) -> Vec<Span>,
    anchor: &Anchor,
) -> Option<(usize, Span)> {
    let document = document(corpus, anchor)?;
    let words = anchor::find(anchor, &corpus.list[document].article.text)?;
    let start = places.partition_point(|p| p.document < document);
    let here = places[start..].iter().take_while(|p| p.document == document).enumerate();
    let all = here.flat_map(|(i, p)| spans(*p).into_iter().map(move |s| (start + i, s)));
    nearest(words, all)
}

/// All items that stand on the same words as one.
fn beside(places: &[Place], spans: &impl Fn(Place) -> Vec<Span>, (item, words): (usize, Span)) -> Vec<usize> {
    let document = places[item].document;
    let start = places.partition_point(|p| p.document < document);
    let here = places[start..].iter().take_while(|p| p.document == document).enumerate();
    here.filter(|(_, p)| spans(**p).contains(&words)).map(|(i, _)| start + i).collect()
}

/// Each of some items with each of others, the lower first; none with itself.
fn pairs(left: &[usize], right: &[usize]) -> Vec<(usize, usize)> {
    let each = left.iter().flat_map(|a| right.iter().map(move |b| (*a.min(b), *a.max(b))));
    each.filter(|(a, b)| a != b).collect()
}

/// The item whose words agree best with these: all of them, else those that share most and stand apart least.
pub(crate) fn nearest(words: Span, items: impl Iterator<Item = (usize, Span)>) -> Option<(usize, Span)> {
    let shares = |s: Span| s.overlaps(words) || s == words;
    let apart = |s: Span| s.start.abs_diff(words.start) + s.end.abs_diff(words.end);
    items.filter(|(_, s)| shares(*s)).min_by_key(|(i, s)| (apart(*s), *i))
}
