//! Which entries of the ledger a verb shows: the filter that the desk, its API and the MCP tools take too.

mod selection;

pub use selection::{selected, selected_wholly};

use crate::messages::Messages;
use crate::workspace::Story;
pub use tenkyo_query::Filter as Filters;
use tenkyo_query::{Entry, Wanted};

impl Story {
    /// Makes a filter ready.
    ///
    /// # Errors
    /// When no actor of the ledger has a name asked for.
    pub fn ready<'a>(&'a self, filters: &'a Filters, messages: &Messages) -> anyhow::Result<Wanted<'a>> {
        let wanted = filters.ready(&self.model, &self.index);
        if let Some(name) = wanted.nobody.first() {
            anyhow::bail!(messages.fill("error.no-actor", &[("name", name)]));
        }
        Ok(wanted)
    }

    /// The records of the entries that pass; the two lists are the same one, as the model and as its record have it.
    ///
    /// # Errors
    /// As [`Story::ready`].
    pub fn select<'a, E: Entry, R>(
        &'a self,
        filters: &Filters,
        messages: &Messages,
        entries: &[E],
        records: &'a [R],
    ) -> anyhow::Result<Vec<&'a R>> {
        let wanted = self.ready(filters, messages)?;
        let passing = entries.iter().zip(records).filter(|(entry, _)| entry.fits(&wanted));
        Ok(passing.map(|(_, record)| record).collect())
    }
}
