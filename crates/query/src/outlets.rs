//! The outlets of a workspace, each with its record: what it wrote, copied, told alone, and where others contradict it.

use crate::Snapshot;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::Member;
use tenkyo_record::outlet::Outlet;

impl Snapshot {
    /// Every outlet, those with the most articles first.
    pub fn outlets(&self) -> Vec<Outlet> {
        let mut all = BTreeMap::<&str, Outlet>::new();
        self.published(&mut all);
        let mut add = |names: BTreeSet<&str>, to: fn(&mut Outlet, bool)| {
            let alone = names.len() == 1;
            for name in names {
                all.get_mut(name).into_iter().for_each(|outlet| to(outlet, alone));
            }
        };
        for utterance in &self.ledger.utterances {
            add(self.told_by(&utterance.members), |outlet, _| outlet.statements += 1);
        }
        for occurrence in &self.ledger.occurrences {
            add(self.told_by(&occurrence.members), |outlet, alone| {
                outlet.events += 1;
                outlet.alone += usize::from(alone);
            });
        }
        for dispute in &self.ledger.disputes {
            let members = dispute.sides.iter().flat_map(|side| &side.members);
            add(self.told_by(members), |outlet, _| outlet.disputes += 1);
        }
        for forecast in &self.ledger.forecasts {
            add(self.told_by([&forecast.member]), |outlet, _| outlet.forecasts += 1);
        }
        let mut all: Vec<Outlet> = all.into_values().collect();
        all.sort_by(|a, b| b.articles.cmp(&a.articles).then_with(|| a.name.cmp(&b.name)));
        all
    }

    /// What is known of their articles.
    fn published<'s>(&'s self, all: &mut BTreeMap<&'s str, Outlet>) {
        for document in &self.ledger.documents {
            let Some(name) = document.outlet.as_deref() else { continue };
            let outlet = all.entry(name).or_insert_with(|| Outlet { name: name.into(), ..Outlet::default() });
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
    }

    fn told_by<'s>(&'s self, members: impl IntoIterator<Item = &'s Member>) -> BTreeSet<&'s str> {
        members.into_iter().filter_map(|member| self.document(member)?.outlet.as_deref()).collect()
    }
}
