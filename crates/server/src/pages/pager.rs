//! Long lists in pages.

use crate::ask::{Asked, encoded};
use std::ops::Range;

/// Entries on one page of a list of short rows, of rows with words, and of blocks.
pub(crate) const ROWS: usize = 100;
pub(crate) const CITING: usize = 50;
pub(crate) const BLOCKS: usize = 20;

/// Which part of a list is shown, and where the parts beside it are.
pub(crate) struct Pager {
    /// Entries of the whole list.
    pub count: usize,
    pub before: Option<String>,
    pub next: Option<String>,
    /// The list as the API gives it.
    pub json: Option<String>,
    shown: Range<usize>,
}

impl Pager {
    /// The page of a list of `count` entries, of `size` entries, that the filter asks for; `address` is the list's, with a query
    /// of what the filter does not ask for or none.
    pub fn new(address: &str, filter: &Asked, count: usize, size: usize) -> Self {
        let joint = if address.contains('?') { '&' } else { '?' };
        let link = |page: usize| format!("{address}{joint}{}", filter.query(page));
        Self::linked(filter.page, count, size, link)
    }

    /// The page with this number of a list that has no filter.
    pub fn plain(address: &str, name: &str, value: &str, page: usize, count: usize, size: usize) -> Self {
        Self::linked(page, count, size, |page| format!("{address}?{name}={}&page={page}", encoded(value)))
    }

    fn linked(page: usize, count: usize, size: usize, link: impl Fn(usize) -> String) -> Self {
        let start = page.saturating_mul(size).min(count);
        let end = start.saturating_add(size).min(count);
        Self {
            count,
            before: (start > 0).then(|| link((page - 1).min(count.saturating_sub(1) / size))),
            next: (end < count).then(|| link(page + 1)),
            json: None,
            shown: start..end,
        }
    }

    /// The same with the address at which the API gives all of the list.
    pub fn with_json(self, list: &str, filter: &Asked) -> Self {
        self.at(format!("/api/v1/{list}?{}", crate::ask::query_of(&filter.filter)))
    }

    /// The same with this address of the API.
    pub fn at(self, json: String) -> Self {
        Self { json: Some(json), ..self }
    }

    /// Number of the first and of the last entry that is shown; none where all or none are.
    pub fn part(&self) -> Option<(usize, usize)> {
        let part = !self.shown.is_empty() && self.shown.len() < self.count;
        part.then_some((self.shown.start + 1, self.shown.end))
    }

    /// Which entries this page shows, counted from 0.
    pub fn shown(&self) -> Range<usize> {
        self.shown.clone()
    }

    /// The entries of this page.
    pub fn of<'l, T>(&self, list: &'l [T]) -> &'l [T] {
        &list[self.shown.clone()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_tile_the_list() {
        let list: Vec<usize> = (0..250).collect();
        let page = |page| Pager::new("/x", &Asked { page, ..Asked::default() }, list.len(), ROWS);
        let all: Vec<usize> = (0..3).flat_map(|n| page(n).of(&list).to_vec()).collect();
        assert_eq!(all, list);
        assert_eq!((page(0).before, page(0).next), (None, Some("/x?page=1".into())));
        assert_eq!((page(2).before, page(2).next), (Some("/x?page=1".into()), None));
        assert!(page(usize::MAX).of(&list).is_empty());
    }
}
