//! Long lists in pages.

use crate::ask::{Asked, PAGE};
use std::ops::Range;

/// Which part of a list is shown, and where the parts beside it are.
pub(crate) struct Pager {
    /// Entries of the whole list.
    pub count: usize,
    pub before: Option<String>,
    pub next: Option<String>,
    shown: Range<usize>,
}

impl Pager {
    /// The page of a list of `count` entries that the filter asks for; `address` is the list's.
    pub fn new(address: &str, filter: &Asked, count: usize) -> Self {
        let start = filter.page.saturating_mul(PAGE).min(count);
        let end = start.saturating_add(PAGE).min(count);
        let link = |page: usize| format!("{address}?{}", filter.query(page));
        Self {
            count,
            before: (start > 0).then(|| link((filter.page - 1).min(count / PAGE))),
            next: (end < count).then(|| link(filter.page + 1)),
            shown: start..end,
        }
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
        let page = |page| Pager::new("/x", &Asked { page, ..Asked::default() }, list.len());
        let all: Vec<usize> = (0..3).flat_map(|n| page(n).of(&list).to_vec()).collect();
        assert_eq!(all, list);
        assert_eq!((page(0).before, page(0).next), (None, Some("/x?page=1".into())));
        assert_eq!((page(2).before, page(2).next), (Some("/x?page=1".into()), None));
        assert!(page(usize::MAX).of(&list).is_empty());
    }
}
