//! A filter made ready for one ledger.

use crate::{Entry, Filter, Index, Postings};
use memchr::memmem::Finder;
use std::collections::BTreeSet;
use tenkyo_model::ledger::{Ledger, Member, Point, Series};
use tenkyo_model::{Certainty, Polarity};

/// A filter with the actors that it means; its parts answer for the fields of an entry, [`crate::Entry::fits`] for a whole one.
pub struct Wanted<'a> {
    filter: &'a Filter,
    pub(crate) ledger: &'a Ledger,
    pub(crate) index: &'a Index,
    actors: Option<BTreeSet<&'a str>>,
    words: Vec<Finder<'a>>,
    /// Names that no actor has.
    pub nobody: Vec<&'a str>,
}

impl Filter {
    /// Finds the actors that are meant: those with the id or name asked for; where nobody has it whole, those with a name that
    /// holds it. Names that nobody has are told, and nothing passes for them.
    pub fn ready<'a>(&'a self, ledger: &'a Ledger, index: &'a Index) -> Wanted<'a> {
        let (mut actors, mut nobody) = (BTreeSet::new(), Vec::new());
        for asked in &self.actor {
            let found = named(ledger, index, asked);
            if found.is_empty() {
                nobody.push(asked.as_str());
            }
            actors.extend(found);
        }
        let words = self.q.iter().map(|q| q.trim()).filter(|q| !q.is_empty());
        Wanted {
            filter: self,
            ledger,
            index,
            actors: (!self.actor.is_empty()).then_some(actors),
            words: words.map(Finder::new).collect(),
            nobody,
        }
    }
}

/// Rising lists as one.
fn joined<'p>(lists: impl Iterator<Item = &'p [u32]>) -> Vec<u32> {
    let mut all: Vec<u32> = lists.flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn named<'a>(ledger: &'a Ledger, index: &Index, asked: &str) -> Vec<&'a str> {
    let whole: Vec<&str> = index.named(ledger, asked).map(|a| a.id.as_str()).collect();
    if !whole.is_empty() {
        return whole;
    }
    let part = Finder::new(asked);
    let holds = |name: &String| part.find(name.as_bytes()).is_some();
    let fits = |a: &&tenkyo_model::ledger::Actor| holds(&a.id) || holds(&a.name) || a.names.iter().any(holds);
    ledger.actors.iter().filter(fits).map(|a| a.id.as_str()).collect()
}

impl<'a> Wanted<'a> {
    /// Whether nothing is asked for, so that every entry passes.
    pub(crate) fn is_everything(&self) -> bool {
        self.filter.is_empty()
    }

    /// The wanted entries of one of the ledger's lists, in its order.
    pub fn of<'l, E: Entry>(&self, list: &'l [E]) -> Vec<&'l E> {
        if self.is_everything() {
            return list.iter().collect();
        }
        let postings = E::postings(self.index).filter(|postings| postings.count() == list.len());
        match postings.and_then(|postings| self.narrowed(postings)) {
            Some(places) => {
                places.iter().filter_map(|at| list.get(*at as usize)).filter(|e| e.fits(self)).collect()
            }
            None => list.iter().filter(|entry| entry.fits(self)).collect(),
        }
    }

    /// Places of the entries that may pass, rising, by the narrowest that the filter asks for; none where that is nothing of this
    /// kind.
    fn narrowed(&self, postings: &Postings) -> Option<Vec<u32>> {
        let actors = self.actors.as_ref().map(|ids| joined(ids.iter().map(|id| postings.actor(id))));
        let outlets = &self.filter.outlet;
        let outlets = (!outlets.is_empty()).then(|| joined(outlets.iter().map(|name| postings.outlet(name))));
        let narrow = actors.into_iter().chain(outlets).min_by_key(Vec::len);
        let longest = || self.words.iter().max_by_key(|words| words.needle().len());
        narrow.or_else(|| longest().map(|words| postings.words(words)))
    }

    /// Whether an entry with these actors passes.
    pub fn actors<'i>(&self, ids: impl IntoIterator<Item = &'i String>) -> bool {
        self.actors.as_ref().is_none_or(|wanted| ids.into_iter().any(|id| wanted.contains(id.as_str())))
    }

    /// Whether the filter asks for actors at all.
    pub fn asks_for_actors(&self) -> bool {
        self.actors.is_some()
    }

    /// Whether one of the wanted actors is mentioned within one of the words.
    pub fn mentioned<'m>(&self, mut members: impl Iterator<Item = &'m Member>) -> bool {
        let Some(wanted) = &self.actors else { return true };
        members.any(|m| self.index.mentioned(self.ledger, m).any(|a| wanted.contains(a.id.as_str())))
    }

    /// Whether an entry of this date passes; without a date it does unless dates are asked for.
    pub fn date(&self, date: Option<&str>) -> bool {
        let (from, to) = (self.filter.from.as_ref(), self.filter.to.as_ref());
        match date {
            None => from.is_none() && to.is_none(),
            Some(date) => {
                from.is_none_or(|from| from.is_reached_by(date)) && to.is_none_or(|to| to.is_not_before(date))
            }
        }
    }

    /// Whether one of the words stands in an article whose publication date passes.
    pub fn published<'m>(&self, mut members: impl Iterator<Item = &'m Member>) -> bool {
        members.any(|m| self.date(self.document(m).and_then(|d| d.published.as_deref())))
    }

    /// Whether an entry of this certainty passes.
    pub fn certainty(&self, certainty: Certainty) -> bool {
        self.filter.certainty.is_empty() || self.filter.certainty.iter().any(|c| c.name() == certainty.name())
    }

    /// Whether an entry of this polarity passes.
    pub fn polarity(&self, polarity: Polarity) -> bool {
        self.filter.polarity.is_none_or(|p| p.name() == polarity.name())
    }

    /// Whether one of the words was published by an outlet that is asked for.
    pub fn outlets<'m>(&self, mut members: impl Iterator<Item = &'m Member>) -> bool {
        self.filter.outlet.is_empty()
            || members.any(|m| self.outlet(self.document(m).and_then(|d| d.outlet.as_deref())))
    }

    /// Whether this outlet passes.
    pub fn outlet(&self, outlet: Option<&str>) -> bool {
        let wanted = &self.filter.outlet;
        wanted.is_empty() || outlet.is_some_and(|outlet| wanted.iter().any(|name| name == outlet))
    }

    /// Whether all words asked for stand in one of the texts or in one of the words each.
    pub fn words<'t>(&self, texts: &[&str], members: impl Iterator<Item = &'t Member> + Clone) -> bool {
        let holds = |asked: &Finder<'_>| {
            texts.iter().any(|text| asked.find(text.as_bytes()).is_some())
                || members.clone().any(|m| {
                    let text = self.document(m).and_then(|d| d.text.get(m.span.range()));
                    text.is_some_and(|text| asked.find(text.as_bytes()).is_some())
                })
        };
        self.words.iter().all(holds)
    }

    /// Whether one of an entry's types is asked for.
    pub fn kinds<'k>(&self, kinds: impl IntoIterator<Item = &'k str>) -> bool {
        let wanted = |kind: &str| self.filter.kind.iter().any(|k| k.eq_ignore_ascii_case(kind));
        self.filter.kind.is_empty() || kinds.into_iter().any(wanted)
    }

    /// Whether a text names one of the wanted actors.
    pub fn named_in(&self, text: &str) -> bool {
        let Some(wanted) = &self.actors else { return true };
        let mut names = wanted.iter().filter_map(|id| self.index.actor(self.ledger, id)).map(|a| &a.name);
        names.any(|name| text.contains(name.as_str()))
    }

    /// Whether an event, statement or transfer at one of the words has a certainty that is asked for.
    pub fn certainty_at<'m>(&self, mut members: impl Iterator<Item = &'m Member>) -> bool {
        self.filter.certainty.is_empty()
            || members.any(|m| self.index.certainties(m).any(|certainty| self.certainty(certainty)))
    }

    /// Whether a point of a series passes.
    pub fn point(&self, series: &Series, point: &Point) -> bool {
        let member = || [&point.member].into_iter();
        (self.actors(&point.root) || self.named_in(&series.what))
            && self.date(point.as_of.as_deref())
            && self.certainty_at(member())
            && self.kinds([series.unit.as_str()])
            && self.outlets(member())
            && self.words(&[&series.what], member())
    }

    fn document(&self, member: &Member) -> Option<&'a tenkyo_model::ledger::Document> {
        self.index.document(self.ledger, &member.document)
    }
}
