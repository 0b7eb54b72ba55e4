//! One piece of a list as it is answered.

use crate::Problem;
use crate::ask::Ask;
use serde::Serialize;
use tenkyo_query::{Entry, Page, Paging, Snapshot};
use tenkyo_record::ledger::Writer;

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

impl<T> List<T> {
    /// The entries of a list that are asked for, as records.
    pub fn of<'l, E: Entry>(
        snapshot: &'l Snapshot,
        list: &'l [E],
        ask: &Ask,
        record: impl Fn(&Writer<'_>, &E) -> T,
    ) -> Result<Self, Problem> {
        let wanted = ask.filter.ready(&snapshot.ledger, &snapshot.index);
        let page = Page::of(list, &wanted, &ask.paging).map_err(Problem::piece)?;
        let writer = snapshot.writer();
        let entries = page.entries.into_iter().map(|entry| record(&writer, entry)).collect();
        Ok(Self { entries, total: page.total, next: page.next })
    }

    /// The entries of a list that has been made already.
    pub fn made(list: Vec<T>, paging: &Paging) -> Result<Self, Problem>
    where
        T: Clone,
    {
        let page = Page::by_number(&list, paging).map_err(Problem::piece)?;
        let (total, next) = (page.total, page.next);
        Ok(Self { entries: page.entries.into_iter().cloned().collect(), total, next })
    }
}

/// The entry of a list with this id, as a record.
pub(crate) fn one<E: Entry, T>(
    snapshot: &Snapshot,
    list: &[E],
    id: &str,
    record: impl Fn(&Writer<'_>, &E) -> T,
) -> Result<T, Problem> {
    let entry = list.iter().find(|entry| entry.id() == id).ok_or_else(|| Problem::none("entry"))?;
    Ok(record(&snapshot.writer(), entry))
}
