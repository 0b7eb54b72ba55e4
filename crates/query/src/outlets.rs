//! The outlets of a workspace, each with its record: what it wrote, copied, told alone, and where others contradict it.

use crate::Snapshot;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::Member;
use tenkyo_record::outlet::Outlet;

/// What one outlet covers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// Its record.
    pub outlet: Outlet,
    /// The events that no other outlet tells of, as places in the list of the ledger; [`Outlet::alone`] is their number.
    pub alone: Vec<usize>,
    /// The letters of reliability that its reports of events were given, with how often, the most frequent first.
    pub grades: Vec<(char, usize)>,
}

impl Snapshot {
    /// Every outlet, those with the most articles first. Worked out when it is asked for first.
    pub fn outlets(&self) -> &[Coverage] {
        self.outlets.get_or_init(|| self.coverage())
    }

    fn coverage(&self) -> Vec<Coverage> {
        let mut all = self.published();
        for (at, occurrence) in self.ledger.occurrences.iter().enumerate() {
            let names = self.told_by(&occurrence.members);
            let alone = names.len() == 1;
            for name in names {
                let Some(coverage) = all.get_mut(name) else { continue };
                coverage.outlet.events += 1;
                coverage.alone.extend(alone.then_some(at));
                coverage.outlet.alone = coverage.alone.len();
            }
        }
        for (name, letters) in self.grades() {
            if let Some(coverage) = all.get_mut(name) {
                coverage.grades = letters;
            }
        }
        let mut add = |names: BTreeSet<&str>, to: fn(&mut Outlet)| {
            for name in names {
                all.get_mut(name).into_iter().for_each(|coverage| to(&mut coverage.outlet));
            }
        };
        for utterance in &self.ledger.utterances {
            add(self.told_by(&utterance.members), |outlet| outlet.statements += 1);
        }
        for dispute in &self.ledger.disputes {
            let members = dispute.sides.iter().flat_map(|side| &side.members);
            add(self.told_by(members), |outlet| outlet.disputes += 1);
        }
        for forecast in &self.ledger.forecasts {
            add(self.told_by([&forecast.member]), |outlet| outlet.forecasts += 1);
        }
        let mut all: Vec<Coverage> = all.into_values().collect();
        // They come in the order of their names.
        all.sort_by_key(|coverage| Reverse(coverage.outlet.articles));
        all
    }

    /// How often the events of each outlet's articles were given each letter of reliability.
    fn grades(&self) -> BTreeMap<&str, Vec<(char, usize)>> {
        let mut counts = BTreeMap::<&str, BTreeMap<char, usize>>::new();
        for document in &self.ledger.documents {
            let Some((outlet, reading)) = document.outlet.as_deref().zip(self.reading(&document.id)) else {
                continue;
            };
            for grade in &reading.findings.grades.events {
                *counts.entry(outlet).or_default().entry(grade.source).or_default() += 1;
            }
        }
        let sorted = counts.into_iter().map(|(outlet, letters)| {
            let mut letters: Vec<_> = letters.into_iter().collect();
            letters.sort_by_key(|(letter, count)| (Reverse(*count), *letter));
            (outlet, letters)
        });
        sorted.collect()
    }

    /// The outlets by name, with what is known of their articles.
    fn published(&self) -> BTreeMap<&str, Coverage> {
        let mut all = BTreeMap::<&str, Coverage>::new();
        for document in &self.ledger.documents {
            let Some(name) = document.outlet.as_deref() else { continue };
            let outlet = &mut all.entry(name).or_default().outlet;
            outlet.name = name.into();
            outlet.articles += 1;
            outlet.copies += usize::from(document.copy_of.is_some());
            let Some(date) = &document.published else { continue };
            if outlet.first.as_ref().is_none_or(|first| date < first) {
                outlet.first = Some(date.clone());
            }
            if outlet.last.as_ref().is_none_or(|last| date > last) {
                outlet.last = Some(date.clone());
            }
        }
        all
    }

    fn told_by<'s>(&'s self, members: impl IntoIterator<Item = &'s Member>) -> BTreeSet<&'s str> {
        members.into_iter().filter_map(|member| self.document(member)?.outlet.as_deref()).collect()
    }
}
