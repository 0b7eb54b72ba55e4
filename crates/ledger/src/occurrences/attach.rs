//! Words that only name an event join the occurrence that they mean.

use super::candidate::Candidate;
use super::judge::REACH;
use crate::corpus::Corpus;
use crate::corrections::Ruling;
use crate::dates::Interval;
use crate::deeds::Class;
use crate::references::Named;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::RuleId;
use tenkyo_model::ledger::{Judgement, Member, Subject, Verdict};

/// How many of the last events of a kind words without a date are compared with, and of the next.
const LAST: usize = 12;
const NEXT: usize = 4;
/// Least sum of grounds.
const ENOUGH: f64 = 1.0;

/// Words that name events beside the deeds that they can mean, and what analysts said of some of them.
pub(super) struct Attach<'a, 'c> {
    pub corpus: &'a Corpus<'c>,
    pub candidates: &'a [Candidate<'a>],
    pub words: &'a [Named<'a>],
    /// Indices of the words of which analysts said something; each has a node, after those of the candidates.
    pub ruled: &'a [usize],
    /// On nodes.
    pub rulings: &'a [Ruling],
}

impl Attach<'_, '_> {
    /// For each cluster of nodes the words that only name its event.
    pub fn named(&self, clusters: &[Vec<usize>], judgements: &mut Vec<Judgement>) -> Vec<Vec<Member>> {
        let mut of = vec![0; self.candidates.len() + self.ruled.len()];
        clusters.iter().enumerate().for_each(|(at, cluster)| cluster.iter().for_each(|i| of[*i] = at));
        let index = Index::new(self.candidates);
        let mut named = vec![Vec::new(); clusters.len()];
        for (at, cluster) in clusters.iter().enumerate() {
            let ruled: Vec<usize> =
                cluster.iter().filter(|n| **n >= self.candidates.len()).copied().collect();
            let alone = ruled.len() == cluster.len();
            let into = if alone { self.of_ruled(&index, &ruled, &of, judgements) } else { Some(at) };
            let Some(into) = into else { continue };
            ruled.iter().for_each(|n| of[*n] = into);
            named[into].extend(ruled.iter().map(|n| self.member(self.word(*n))));
        }
        let free = (0..self.words.len()).filter(|word| self.ruled.binary_search(word).is_err());
        for word in free {
            if let Some(meant) = self.meant(&index, word, |_| true, judgements) {
                named[of[meant]].push(self.member(word));
            }
        }
        named
    }

    /// The cluster that the first of these words means that means one, where no analyst tells one of them apart from it.
    fn of_ruled(
        &self,
        index: &Index<'_, '_>,
        nodes: &[usize],
        of: &[usize],
        judgements: &mut Vec<Judgement>,
    ) -> Option<usize> {
        let other = |r: &Ruling| match (nodes.contains(&r.left), nodes.contains(&r.right)) {
            (true, false) => Some(of[r.right]),
            (false, true) => Some(of[r.left]),
            _ => None,
        };
        let apart: BTreeSet<usize> =
            self.rulings.iter().filter(|r| r.verdict != Verdict::Same).filter_map(other).collect();
        let may = |candidate: usize| !apart.contains(&of[candidate]);
        nodes.iter().find_map(|n| self.meant(index, self.word(*n), may, judgements)).map(|c| of[c])
    }

    /// The deed that words mean, with its judgement.
    fn meant(
        &self,
        index: &Index<'_, '_>,
        word: usize,
        may: impl Fn(usize) -> bool,
        judgements: &mut Vec<Judgement>,
    ) -> Option<usize> {
        let words = &self.words[word];
        let meant = index.meant(self.corpus, words, may)?;
        judgements.push(judgement(self.corpus, words, &self.candidates[meant.candidate], &meant));
        Some(meant.candidate)
    }

    /// The words of a node after those of the candidates.
    fn word(&self, node: usize) -> usize {
        self.ruled[node - self.candidates.len()]
    }

    fn member(&self, word: usize) -> Member {
        self.corpus.member(self.words[word].document, self.words[word].span)
    }
}

/// The deeds that can be meant, by class and side, in order of time.
struct Index<'a, 'c> {
    candidates: &'a [Candidate<'c>],
    blocks: BTreeMap<(Class<'c>, usize), Vec<(Interval, usize)>>,
}

/// The deed that words mean, and the grounds.
struct Meant {
    candidate: usize,
    actors: f64,
    date: f64,
}

impl<'a, 'c> Index<'a, 'c> {
    fn new(candidates: &'a [Candidate<'c>]) -> Self {
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

    /// The deed that the words mean best among those that they may mean; none where nothing fits.
    fn meant(&self, corpus: &Corpus<'_>, named: &Named<'_>, may: impl Fn(usize) -> bool) -> Option<Meant> {
        let sides = if named.sides.is_empty() { &named.around } else { &named.sides };
        let near: BTreeSet<usize> = sides.iter().flat_map(|side| self.near(named, *side)).collect();
        let fits =
            near.into_iter().filter(|i| may(*i)).filter_map(|i| fit(corpus, named, &self.candidates[i], i));
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
fn judgement(corpus: &Corpus<'_>, named: &Named<'_>, c: &Candidate<'_>, meant: &Meant) -> Judgement {
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
