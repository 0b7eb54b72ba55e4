//! The facets of a search: of what kind the hits are, who published them, in which year, and who speaks in them.
//!
//! They are counted over all hits, by what the ledger knows of them, not by the search index: the filter looks at the ledger, which
//! knows who speaks, and so a facet's number is exactly the number of hits that its filter leaves.

use crate::find::kind;
use crate::searched::{Entry, Searched};
use crate::{Date, Filter, Snapshot, Wanted};
use std::cmp::Reverse;
use std::collections::HashMap;
use tenkyo_record::search::{Facet, Facets};

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

    /// The values of a facet that it asks for; a year where its dates lie within one.
    pub fn values(&self, by: By) -> Vec<&str> {
        let all = match by {
            By::Kind => &self.kind,
            By::Outlet => &self.outlet,
            By::Speaker => &self.actor,
            By::Year => {
                let [from, to] =
                    [&self.from, &self.to].map(|date| date.as_ref().and_then(|date| date.as_str().get(..4)));
                return from.filter(|_| from == to).into_iter().collect();
            }
        };
        all.iter().map(String::as_str).collect()
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

/// How often each value was met. [`most`] puts them in order.
type Counts<'n> = HashMap<&'n str, usize>;

/// Counts hits.
#[derive(Default)]
pub(crate) struct Counting<'n> {
    kinds: Counts<'n>,
    outlets: Counts<'n>,
    years: Counts<'n>,
    speakers: Counts<'n>,
    /// Who speaks in one hit, each once.
    who: Vec<&'n str>,
}

impl<'n> Counting<'n> {
    /// Adds a hit. Of its speakers and relayers those count whom the filter lets through.
    pub fn add(&mut self, state: &'n Searched, hit: &'n Entry, wanted: &Wanted<'_>) {
        let document = state.document(hit);
        let year = document.published.as_deref().and_then(|date| date.get(..4));
        count(&mut self.kinds, [kind(hit)]);
        count(&mut self.outlets, document.outlet.as_deref());
        count(&mut self.years, year);
        let said = hit.said.iter().flat_map(|said| state.utterances(said));
        let who = said.flat_map(|u| u.speaker.iter().chain(&u.via)).filter(|id| wanted.actors([*id]));
        self.who.clear();
        self.who.extend(who.map(String::as_str));
        self.who.sort_unstable();
        self.who.dedup();
        count(&mut self.speakers, self.who.iter().copied());
    }

    /// The facets, with the names of this state of the workspace.
    pub fn facets(self, now: &Snapshot) -> Facets {
        let plain = |value: &str| value.to_owned();
        let person = |id: &str| now.actor(id).map_or(id, |actor| &actor.name).to_owned();
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

fn count<'n>(counts: &mut Counts<'n>, values: impl IntoIterator<Item = &'n str>) {
    values.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
}

/// The most frequent values; equally frequent ones in their order.
fn most(counts: Counts<'_>, name: impl Fn(&str) -> String) -> Vec<Facet> {
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|(value, count)| (Reverse(*count), *value));
    let facet = |(value, count): (&str, usize)| Facet { value: value.to_owned(), name: name(value), count };
    counts.into_iter().take(MOST).map(facet).collect()
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
            assert_eq!((narrowed.values(by), asked.values(by)), (vec!["2024"], vec![]));
        }
        let spoken = asked.narrowed(By::Speaker, "rus");
        assert_eq!(spoken.widened(By::Speaker).widened(By::Kind), asked);
    }
}
