//! The entries of a state by their ids, and the comparisons of the ledger by the document that they are about.

use crate::{Entry, Snapshot};
use std::collections::{BTreeSet, HashMap};
use tenkyo_model::ledger::{Judgement, Ledger, Member};

/// Where each entry stands in its list.
#[derive(Default)]
pub(crate) struct Ids(HashMap<String, usize>);

/// Places in the list of judgements by the document of what is compared first.
pub(crate) type Compared = HashMap<String, Vec<usize>>;

impl Ids {
    /// The ids of a ledger whose lists stay in their order.
    pub fn new(ledger: &Ledger) -> Self {
        let mut ids = HashMap::new();
        macro_rules! all {
            ($($list:ident)*) => {$(
                for (at, entry) in ledger.$list.iter().enumerate() {
                    ids.insert(entry.id().into_owned(), at);
                }
            )*};
        }
        all!(actors occurrences utterances claims transfers series disputes distinctions forecasts blocs agreements equipment);
        Self(ids)
    }

    /// The entry of a list with this id.
    fn find<'l, E: Entry>(&self, list: &'l [E], id: &str) -> Option<&'l E> {
        list.get(*self.0.get(id)?).filter(|entry| entry.id() == id)
    }
}

impl Snapshot {
    /// The entry of one of the ledger's lists with this id.
    pub fn find<'l, E: Entry>(&self, list: &'l [E], id: &str) -> Option<&'l E> {
        self.ids.find(list, id)
    }

    /// The words of the entry with this id, whatever list it is in.
    pub fn members_of(&self, id: &str) -> Option<Vec<&Member>> {
        let l = &self.ledger;
        macro_rules! first {
            ($($list:ident)*) => { None$(.or_else(|| self.find(&l.$list, id).map(Entry::members)))* };
        }
        first!(utterances occurrences claims transfers disputes distinctions series forecasts actors agreements equipment)
            .or_else(|| self.members_of_bloc(id))
    }

    /// The words of the events that a bloc rests on.
    fn members_of_bloc(&self, id: &str) -> Option<Vec<&Member>> {
        let bloc = self.find(&self.ledger.blocs, id)?;
        let events = bloc.occurrences.iter().filter_map(|id| self.index.occurrence(&self.ledger, id));
        Some(events.flat_map(|event| &event.members).collect())
    }

    /// The comparisons of two of these words with each other, in the order of the ledger.
    pub(crate) fn compared(&self, words: &BTreeSet<&Member>) -> Vec<&Judgement> {
        let judgements = &self.ledger.judgements;
        let compared = self.compared.get_or_init(|| {
            let mut all = Compared::new();
            for (at, judgement) in judgements.iter().enumerate() {
                all.entry(judgement.left.document.clone()).or_default().push(at);
            }
            all
        });
        let documents: BTreeSet<&String> = words.iter().map(|member| &member.document).collect();
        let mut places: Vec<usize> =
            documents.into_iter().filter_map(|name| compared.get(name)).flatten().copied().collect();
        places.sort_unstable();
        let within = |j: &&Judgement| words.contains(&j.left) && words.contains(&j.right);
        places.into_iter().map(|at| &judgements[at]).filter(within).collect()
    }
}
