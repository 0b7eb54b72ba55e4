//! Words that only name an event join the occurrence that they mean.

use super::candidate::Candidate;
use super::judge::REACH;
use crate::corpus::Corpus;
use crate::dates::Interval;
use crate::deeds::Class;
use crate::references::Named;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::RuleId;
use tenkyo_model::ledger::{Judgement, Subject, Verdict};

/// How many of the last events of a kind words without a date are compared with, and of the next.
const LAST: usize = 12;
const NEXT: usize = 4;
/// Least sum of grounds.
const ENOUGH: f64 = 1.0;

/// The deeds that can be meant, by class and side, in order of time.
pub(super) struct Index<'a, 'c> {
    candidates: &'a [Candidate<'c>],
    blocks: BTreeMap<(Class<'c>, usize), Vec<(Interval, usize)>>,
}

/// The deed that words mean, and the grounds.
pub(super) struct Meant {
    pub candidate: usize,
    actors: f64,
    date: f64,
}

impl<'a, 'c> Index<'a, 'c> {
    pub fn new(candidates: &'a [Candidate<'c>]) -> Self {
        let mut blocks: BTreeMap<_, Vec<(Interval, usize)>> = BTreeMap::new();
        for (index, c) in candidates.iter().enumerate() {
            let Some(when) = c.date.or(c.heard) else { continue };
            for side in &c.all.sides {
                blocks.entry((c.class, *side)).or_default().push((when, index));
            }
        }
        blocks.values_mut().for_each(|b| b.sort_unstable());
        Self { candidates, blocks }
    }

    /// The deed that the words mean best; none where nothing fits.
    pub fn meant(&self, corpus: &Corpus<'_>, named: &Named<'_>) -> Option<Meant> {
        let sides = if named.sides.is_empty() { &named.around } else { &named.sides };
        let near: BTreeSet<usize> = sides.iter().flat_map(|side| self.near(named, *side)).collect();
        let fits = near.into_iter().filter_map(|i| fit(corpus, named, &self.candidates[i], i));
        let sum = |m: &Meant| m.actors + m.date;
        fits.filter(|m| sum(m) >= ENOUGH)
            .max_by(|a, b| sum(a).total_cmp(&sum(b)).then(b.candidate.cmp(&a.candidate)))
    }

    /// The deeds of one side around the date of the words, else the last ones before they were written and the next.
    fn near(&self, named: &Named<'_>, side: usize) -> Vec<usize> {
        let block = self.blocks.get(&(named.class, side)).map(Vec::as_slice).unwrap_or_default();
        let Some(at) = named.date.or(named.heard) else { return Vec::new() };
        let after = block.partition_point(|(when, _)| when.first <= at.last);
        let first = match named.date {
            Some(date) => block.partition_point(|(when, _)| when.first_gap(date) > 1 + 31),
            None => after.saturating_sub(LAST),
        };
        block[first..block.len().min(after + NEXT)].iter().map(|(_, i)| *i).collect()
    }
}

/// How well a deed fits the words; none when they cannot mean it.
fn fit(corpus: &Corpus<'_>, named: &Named<'_>, c: &Candidate<'_>, candidate: usize) -> Option<Meant> {
    let open = c.mode.is_none() && !matches!(named.mode, Some("meet" | "visit" | "treaty"));
    let mode = named.rule.goods.is_some() || named.mode.is_none() || named.mode == c.mode || open;
    let happens = c.polarity == tenkyo_model::Polarity::Positive && !c.denied;
    let visited = named.target.is_some_and(|t| c.target.sides.contains(&t));
    let there = (named.rule.target.is_none() || visited) && (named.date.is_some() || !named.rule.dated);
    if !mode || !there || !happens || named.variant != c.variant || !alike(corpus, named, c) {
        return None;
    }
    Some(Meant { candidate, actors: actors(named, c)?, date: date(named, c)? })
}

/// Where a kind has no mode that says more, the words of the deed must be of the same rule: a veto is no denial.
fn alike(corpus: &Corpus<'_>, named: &Named<'_>, c: &Candidate<'_>) -> bool {
    if named.mode.is_some() || named.rule.goods.is_some() {
        return true;
    }
    let document = c.places[0].document;
    let sentence = corpus.words(document, corpus.list[document].sentence(c.trigger));
    corpus.lexicon.ledger.references.find(sentence).iter().any(|(_, rule)| rule.id == named.rule.id)
}

/// How well the actors fit: all sides of the deed in the sentence, else in the document; persons must not be others.
fn actors(named: &Named<'_>, c: &Candidate<'_>) -> Option<f64> {
    let persons = &c.all.persons;
    if !persons.is_empty() && !named.persons.is_empty() && persons.is_disjoint(&named.persons) {
        return None;
    }
    let sides = &c.all.sides;
    let known = sides.iter().all(|s| named.sides.contains(s) || named.around.contains(s));
    let here = sides.intersection(&named.sides).count();
    match here {
        _ if sides.is_empty() || !known => None,
        n if n == sides.len() => Some(1.0),
        0 => Some(0.5),
        _ => Some(0.7),
    }
}

/// How well the dates fit, from 0 to 1.
fn date(named: &Named<'_>, c: &Candidate<'_>) -> Option<f64> {
    let when = c.date.or(c.heard)?;
    if let Some(date) = named.date {
        return match date.gap(when) {
            0 if date.days() <= 31 && c.date.is_some() => Some(1.0),
            0 => Some(0.6),
            1 if date.is_day() && when.is_day() => Some(0.5),
            _ => None,
        };
    }
    let heard = named.heard?;
    let gap = heard.gap(when);
    let near = 0.7 * (1.0 - f64::from(gap) / f64::from(REACH));
    match () {
        () if gap > REACH => None,
        () if when.first > heard.last => named.coming.then_some(near),
        // What was only expected when it was told is meant less than what happened.
        () if c.expected => Some(near - 0.2),
        () => Some(near),
    }
}

/// The judgement that words mean a deed.
pub(super) fn judgement(
    corpus: &Corpus<'_>,
    named: &Named<'_>,
    c: &Candidate<'_>,
    meant: &Meant,
) -> Judgement {
    let words = corpus.member(named.document, named.span);
    let deed = corpus.member(c.places[0].document, c.trigger);
    Judgement {
        about: Subject::Occurrence,
        left: words.clone().min(deed.clone()),
        right: words.max(deed),
        verdict: Verdict::Same,
        rule: RuleId::from(named.rule.id.as_str()),
        evidence: vec![("actors", format!("{:.2}", meant.actors)), ("date", format!("{:.2}", meant.date))],
    }
}
