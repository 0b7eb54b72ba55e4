//! Long lists in pieces: a cursor names the entry after which the next piece begins, so that nothing is lost or shown twice
//! when entries are added in between.

use crate::{Entry, Index, Wanted};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use tenkyo_model::ledger::Ledger;

/// Which piece of a list is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, utoipa::IntoParams, schemars::JsonSchema)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Most entries in one answer.
    #[param(minimum = 1, maximum = 500, default = 100)]
    #[schemars(range(min = 1, max = 500))]
    pub limit: usize,
    /// Where the last piece ended: its `next`.
    #[param(max_length = 1000)]
    pub cursor: Option<String>,
}

impl Default for Paging {
    fn default() -> Self {
        Self { limit: 100, cursor: None }
    }
}

impl Paging {
    /// Names of the fields, as addresses have them.
    pub const NAMES: [&'static str; 2] = ["limit", "cursor"];
    /// Most entries in one answer.
    pub const MOST: usize = 500;
}

/// A cursor that no answer gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`cursor` is none that an answer gave as `next`; leave it out to begin at the first entry")]
pub struct BadCursor;

/// One piece of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// The entries of this piece.
    pub entries: Vec<T>,
    /// How many entries pass in all.
    pub total: usize,
    /// The cursor of the next piece, where there is one.
    pub next: Option<String>,
}

impl<'l, T: Entry> Page<&'l T> {
    /// The wanted entries of a list, which must be sorted by [`sort`].
    ///
    /// # Errors
    /// When the cursor is none that a page gave.
    pub fn of(list: &'l [T], wanted: &Wanted<'_>, paging: &Paging) -> Result<Self, BadCursor> {
        let (ledger, index) = (wanted.ledger, wanted.index);
        let found = wanted.of(list);
        let start = match &paging.cursor {
            None => 0,
            Some(cursor) => {
                let (order, id) = decode(cursor)?;
                let before = |e: &&T| (&*e.order(ledger, index), &*e.id()) <= (order.as_str(), id.as_str());
                found.partition_point(before)
            }
        };
        let end = start.saturating_add(paging.limit).min(found.len());
        let last = found[start..end].last().filter(|_| end < found.len());
        let next = last.map(|e| encode(&e.order(ledger, index), &e.id()));
        Ok(Self { total: found.len(), next, entries: found[start..end].to_vec() })
    }
}

impl<'l, T> Page<&'l T> {
    /// A piece of a list whose entries have no key of their own; the cursor counts them.
    ///
    /// # Errors
    /// When the cursor is none that a page gave.
    pub fn by_number(list: &'l [T], paging: &Paging) -> Result<Self, BadCursor> {
        let number = |cursor: &String| decode(cursor)?.1.parse::<usize>().map_err(|_| BadCursor);
        let start = paging.cursor.as_ref().map_or(Ok(0), number)?.min(list.len());
        let end = start.saturating_add(paging.limit).min(list.len());
        let next = (end < list.len()).then(|| encode("", &end.to_string()));
        Ok(Self { entries: list[start..end].iter().collect(), total: list.len(), next })
    }
}

impl<T> Page<T> {
    /// The piece with other entries in the place of these, without those for which there is none.
    pub fn filter_map<U>(self, other: impl FnMut(T) -> Option<U>) -> Page<U> {
        Page {
            entries: self.entries.into_iter().filter_map(other).collect(),
            total: self.total,
            next: self.next,
        }
    }
}

/// Sorts a list into the order of its pages.
pub(crate) fn sort<T: Entry>(list: &mut [T], ledger: &Ledger, index: &Index) {
    list.sort_by_cached_key(|entry| (entry.order(ledger, index).into_owned(), entry.id().into_owned()));
}

fn encode(order: &str, id: &str) -> String {
    URL_SAFE_NO_PAD.encode(format!("{order}\n{id}"))
}

fn decode(cursor: &str) -> Result<(String, String), BadCursor> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| BadCursor)?;
    let text = String::from_utf8(bytes).map_err(|_| BadCursor)?;
    let (order, id) = text.split_once('\n').ok_or(BadCursor)?;
    Ok((order.to_owned(), id.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Filter;
    use proptest::prelude::*;
    use tenkyo_model::ledger::Document;

    fn document(month: u8, number: u8) -> Document {
        Document {
            source: format!("{month}-{number}.txt"),
            id: format!("b{number}"),
            title: None,
            outlet: None,
            published: Some(format!("2024-{month:02}")),
            copy_of: None,
            version_of: None,
            text: "".into(),
        }
    }

    proptest! {
        #[test]
        fn pieces_tile_the_list(keys in prop::collection::btree_set((1u8..13, 0u8..9), 0..60), limit in 1usize..9) {
            let (ledger, index) = (Ledger::default(), Index::default());
            let mut list: Vec<_> = keys.into_iter().map(|(m, t)| document(m, t)).collect();
            sort(&mut list, &ledger, &index);
            let filter = Filter::default();
            let (mut seen, mut paging) = (Vec::new(), Paging { limit, cursor: None });
            loop {
                let page = Page::of(&list, &filter.ready(&ledger, &index), &paging).unwrap();
                prop_assert_eq!(page.total, list.len());
                seen.extend(page.entries.into_iter().cloned());
                match page.next {
                    Some(next) => paging.cursor = Some(next),
                    None => break,
                }
            }
            prop_assert_eq!(seen, list);
        }

        #[test]
        fn any_cursor_is_read_or_refused(cursor in ".{0,40}") {
            let (ledger, index, filter) = (Ledger::default(), Index::default(), Filter::default());
            let paging = Paging { cursor: Some(cursor), ..Paging::default() };
            let _ = Page::<&Document>::of(&[document(1, 1)], &filter.ready(&ledger, &index), &paging);
        }
    }

    #[test]
    fn a_foreign_cursor_is_refused() {
        assert_eq!(decode("???"), Err(BadCursor));
        assert_eq!(decode("YWJj"), Err(BadCursor), "no line end in it");
        assert_eq!(decode(&encode("2024", "u-1")), Ok(("2024".into(), "u-1".into())));
    }
}
