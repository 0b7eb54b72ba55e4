//! What was worked out before and does not depend on other documents: kept while a ledger grows.
//!
//! Everything here is a function of its key alone, so that a ledger built with a full memo is, byte for byte, the one built with
//! an empty one. Entries are looked up, never listed: the order of the tables cannot show.

use crate::copies::Print;
use crate::similarity::Pairs;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tenkyo_lexicon::ledger::Common;
use tenkyo_model::Article;
use tenkyo_text::Span;

/// What is known of the texts of articles, by their content addresses.
#[derive(Default)]
pub(crate) struct Memo {
    texts: Mutex<HashMap<String, Arc<Text>>>,
}

/// What is known of one text.
#[derive(Default)]
pub(crate) struct Text {
    print: OnceLock<Print>,
    pairs: Mutex<HashMap<Span, Arc<Pairs>>>,
    worked_out: AtomicUsize,
}

impl Memo {
    /// What is known of the text of an article.
    pub fn text(&self, article: &Article) -> Arc<Text> {
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        match texts.get(&article.id.0) {
            Some(known) => known.clone(),
            None => texts.entry(article.id.0.clone()).or_default().clone(),
        }
    }

    /// How often something has been worked out of a text so far.
    pub fn worked_out(&self) -> usize {
        let texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        texts.values().map(|text| text.worked_out.load(Ordering::Relaxed)).sum()
    }
}

impl Text {
    /// The pairs of characters of a stretch of it.
    pub fn pairs(&self, article: &Article, span: Span, common: &Common) -> Arc<Pairs> {
        let make = || {
            self.count();
            Arc::new(Pairs::of(&article.text[span], common))
        };
        let mut pairs = self.pairs.lock().unwrap_or_else(PoisonError::into_inner);
        pairs.entry(span).or_insert_with(make).clone()
    }

    /// Its fingerprint.
    pub fn print(&self, make: impl FnOnce() -> Print) -> &Print {
        self.print.get_or_init(|| {
            self.count();
            make()
        })
    }

    fn count(&self) {
        self.worked_out.fetch_add(1, Ordering::Relaxed);
    }
}
