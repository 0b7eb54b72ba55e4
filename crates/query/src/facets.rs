//! The facets of a search: of what kind the hits are, who published them, in which year, and who speaks in them.
//!
//! They are counted over the hits that the answer holds, not by the search index: the filter looks at the ledger, which knows who
//! speaks, and so a facet's number is exactly the number of hits that its filter leaves.

use crate::{Date, Filter, Snapshot, Wanted};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::Utterance;
use tenkyo_record::search::{Facet, Facets, Found};

/// Most values of one facet, the most frequent ones.
const MOST: usize = 20;

/// What a facet sorts hits by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Article or statement.
    Kind,
    /// Who published it.
    Outlet,
    /// Year of publication.
    Year,
    /// Who says or relays a statement.
    Speaker,
}

impl Filter {
    /// The filter that leaves, of what this one finds, the hits with a value of a facet; equal to this one when it asks for that
    /// already.
    pub fn narrowed(&self, by: By, value: &str) -> Self {
        let mut filter = self.clone();
        match by {
            By::Kind => filter.kind = vec![value.to_owned()],
            By::Outlet => filter.outlet = vec![value.to_owned()],
            By::Speaker => {
                filter.actor = vec![value.to_owned()];
                filter.kind = vec!["statement".to_owned()];
            }
            By::Year => {
                filter.from = within(filter.from, value);
                filter.to = within(filter.to, value);
            }
        }
        filter
    }

    /// The filter without what it asks for by a facet.
    pub fn widened(&self, by: By) -> Self {
        let mut filter = self.clone();
        match by {
            By::Kind => filter.kind.clear(),
            By::Outlet => filter.outlet.clear(),
            By::Speaker => filter.actor.clear(),
            By::Year => (filter.from, filter.to) = (None, None),
        }
        filter
    }
}

/// The bound where it lies within the year, else the year.
fn within(bound: Option<Date>, year: &str) -> Option<Date> {
    bound.filter(|date| date.as_str().starts_with(year)).or_else(|| year.parse().ok())
}

/// Counts hits, each with the acts of saying that a statement is part of.
#[derive(Default)]
pub(crate) struct Counting<'n> {
    kinds: BTreeMap<String, usize>,
    outlets: BTreeMap<String, usize>,
    years: BTreeMap<String, usize>,
    speakers: BTreeMap<&'n str, usize>,
}

impl<'n> Counting<'n> {
    /// Adds a hit. Of its speakers and relayers those count whom the filter lets through.
    pub fn add(&mut self, hit: &Found, said: &[&'n Utterance], wanted: &Wanted<'_>) {
        *self.kinds.entry(hit.kind.clone()).or_default() += 1;
        let year = hit.published.as_deref().and_then(|date| date.get(..4));
        hit.outlet.iter().for_each(|outlet| *self.outlets.entry(outlet.clone()).or_default() += 1);
        year.into_iter().for_each(|year| *self.years.entry(year.to_owned()).or_default() += 1);
        let who = said.iter().flat_map(|u| u.speaker.iter().chain(&u.via));
        let who: BTreeSet<&str> = who.filter(|id| wanted.actors([*id])).map(String::as_str).collect();
        who.into_iter().for_each(|id| *self.speakers.entry(id).or_default() += 1);
    }

    /// The facets, with the names of this state of the workspace.
    pub fn facets(self, now: &Snapshot) -> Facets {
        let plain = |value: String| Facet { name: value.clone(), value, count: 0 };
        let person = |id: &'n str| Facet {
            name: now.actor(id).map_or(id, |actor| &actor.name).to_owned(),
            value: id.to_owned(),
            count: 0,
        };
        let mut years = most(self.years, plain);
        years.sort_by(|a, b| b.value.cmp(&a.value));
        Facets {
            kinds: most(self.kinds, plain),
            outlets: most(self.outlets, plain),
            years,
            speakers: most(self.speakers, person),
        }
    }
}

/// The most frequent values; equally frequent ones in their order.
fn most<T>(counts: BTreeMap<T, usize>, facet: impl Fn(T) -> Facet) -> Vec<Facet> {
    let mut counts: Vec<(T, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts.into_iter().take(MOST).map(|(value, count)| Facet { count, ..facet(value) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_never_widens_the_dates_asked_for() {
        let asked = Filter { from: "2024-06".parse().ok(), ..Filter::default() };
        let dates = |year| {
            let narrowed = asked.narrowed(By::Year, year);
            [narrowed.from, narrowed.to].map(|date| date.unwrap().as_str().to_owned())
        };
        assert_eq!(dates("2024"), ["2024-06", "2024"]);
        assert_eq!(dates("2025"), ["2025", "2025"]);
    }

    #[test]
    fn what_is_asked_for_narrows_no_more_and_can_be_taken_back() {
        let asked = Filter { q: vec!["a".into()], ..Filter::default() };
        for by in [By::Kind, By::Outlet, By::Year] {
            let narrowed = asked.narrowed(by, "2024");
            assert_ne!(narrowed, asked);
            assert_eq!(narrowed.narrowed(by, "2024"), narrowed);
            assert_eq!(narrowed.widened(by), asked);
        }
        let spoken = asked.narrowed(By::Speaker, "rus");
        assert_eq!(spoken.widened(By::Speaker).widened(By::Kind), asked);
    }
}
