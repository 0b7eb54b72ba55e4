//! The outlets of a workspace, each with its record: what it wrote, copied, told alone, and where others contradict it.

use crate::Snapshot;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::{Member, Occurrence};
use tenkyo_record::outlet::Outlet;

/// What one outlet covers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage<'s> {
    /// Its record.
    pub outlet: Outlet,
    /// The events that no other outlet tells of, in the order of the ledger; [`Outlet::alone`] is their number.
    pub alone: Vec<&'s Occurrence>,
}

impl Snapshot {
    /// Every outlet, those with the most articles first.
    pub fn outlets(&self) -> Vec<Coverage<'_>> {
        let mut all = self.published();
        for occurrence in &self.ledger.occurrences {
            let names = self.told_by(&occurrence.members);
            let alone = names.len() == 1;
            for name in names {
                let Some(coverage) = all.get_mut(name) else { continue };
                coverage.outlet.events += 1;
                coverage.alone.extend(alone.then_some(occurrence));
                coverage.outlet.alone = coverage.alone.len();
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
        let mut all: Vec<Coverage<'_>> = all.into_values().collect();
        // They come in the order of their names.
        all.sort_by_key(|coverage| Reverse(coverage.outlet.articles));
        all
    }

    /// The outlets by name, with what is known of their articles.
    fn published(&self) -> BTreeMap<&str, Coverage<'_>> {
        let mut all = BTreeMap::<&str, Coverage<'_>>::new();
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
