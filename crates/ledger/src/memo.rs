//! What was worked out before and does not depend on other documents: kept while a ledger grows.
//!
//! Everything here is a function of its key alone, so that a ledger built with a full memo is, byte for byte, the one built with
//! an empty one. Entries are looked up, never listed: the order of the tables cannot show.

use crate::similarity::Likeness;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// Likenesses of pairs of wordings, and the fingerprints of articles.
#[derive(Default)]
pub(crate) struct Memo {
    likeness: RefCell<HashMap<(u128, u128), Likeness>>,
    prints: RefCell<HashMap<String, Rc<Print>>>,
    compared: Cell<usize>,
}

/// The runs of letters of an article, and the bands of its signature.
pub(crate) struct Print {
    pub runs: Vec<u64>,
    pub bands: Vec<(usize, Vec<u64>)>,
}

impl Memo {
    /// The likeness of the wordings with these keys.
    pub fn likeness(&self, a: u128, b: u128, compare: impl FnOnce() -> Likeness) -> Likeness {
        let key = (a.min(b), a.max(b));
        if let Some(known) = self.likeness.borrow().get(&key) {
            return *known;
        }
        let likeness = compare();
        self.compared.set(self.compared.get() + 1);
        self.likeness.borrow_mut().insert(key, likeness);
        likeness
    }

    /// The fingerprint of the article with this content address.
    pub fn print(&self, id: &str, make: impl FnOnce() -> Print) -> Rc<Print> {
        if let Some(known) = self.prints.borrow().get(id) {
            return known.clone();
        }
        let print = Rc::new(make());
        self.prints.borrow_mut().insert(id.to_owned(), print.clone());
        print
    }

    /// How many pairs of wordings have been compared so far.
    pub fn compared(&self) -> usize {
        self.compared.get()
    }
}
