//! One piece of a list as it is answered.

use crate::Problem;
use crate::ask::Ask;
use serde::Serialize;
use tenkyo_query::{Entry, Page, Paging, Snapshot};
use tenkyo_record::ledger::Writer;

/// Most words, points, positions, events and the like of one row.
const MOST: usize = 20;

/// One piece of a list.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub(crate) struct List<T> {
    /// The entries of this piece.
    pub entries: Vec<T>,
    /// How many entries pass the filter in all.
    pub total: usize,
    /// What to give as `cursor` for the next piece; none after the last.
    pub next: Option<String>,
}

/// An entry in a list. Of what grows with the articles (its words, points, positions, events) only the first twenty are there; the
/// entry by itself has all.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub(crate) struct Row<T> {
    #[serde(flatten)]
    entry: T,
    /// How many words the entry stands on in all; of a place how many events, of a route how many transfers.
    in_all: usize,
}

impl<T> From<Page<T>> for List<T> {
    fn from(page: Page<T>) -> Self {
        Self { entries: page.entries, total: page.total, next: page.next }
    }
}

impl<T> List<Row<T>> {
    /// The entries of a list that are asked for, as records.
    pub fn of<'l, E: Entry>(
        snapshot: &'l Snapshot,
        list: &'l [E],
        ask: &Ask,
        record: impl Fn(&Writer<'_>, &E) -> T,
    ) -> Result<Self, Problem> {
        let wanted = ask.filter.ready(&snapshot.ledger, &snapshot.index);
        let page = Page::of(list, &wanted, &ask.paging).map_err(Problem::piece)?;
        let writer = snapshot.writer().shortened(MOST);
        let row = |entry: &E| Row { entry: record(&writer, entry), in_all: entry.members().len() };
        Ok(page.filter_map(|entry| Some(row(entry))).into())
    }

    /// The entries of a list that has been made already, each with the list in it that grows.
    pub fn made(
        list: &[T],
        paging: &Paging,
        grows: impl Fn(&mut T) -> &mut Vec<String>,
    ) -> Result<Self, Problem>
    where
        T: Clone,
    {
        let row = |entry: &T| {
            let mut entry = entry.clone();
            let long = grows(&mut entry);
            let in_all = long.len();
            long.truncate(MOST);
            Row { entry, in_all }
        };
        Ok(Page::by_number(list, paging).map_err(Problem::piece)?.filter_map(|entry| Some(row(entry))).into())
    }
}

/// The entry of a list with this id, as a record.
pub(crate) fn one<E: Entry, T>(
    snapshot: &Snapshot,
    list: &[E],
    id: &str,
    record: impl Fn(&Writer<'_>, &E) -> T,
) -> Result<T, Problem> {
    let entry = snapshot.find(list, id).ok_or_else(|| Problem::none("entry"))?;
    Ok(record(&snapshot.writer(), entry))
}
