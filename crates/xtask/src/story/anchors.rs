//! Words of the gold as places of the texts, and how the ledger's members meet them.

use super::gold::Words;
use anyhow::Context;
use std::collections::BTreeMap;
use std::sync::Arc;
use tenkyo_model::ledger::{Ledger, Member};
use tenkyo_text::Span;

/// Any common letter is enough, as for the word that names an event.
pub(super) const TOUCH: f64 = 0.0;
/// Half of both together must be common, as for what was said.
pub(super) const HALF: f64 = 0.5;

/// The texts of the reports by their names.
pub(super) struct Texts(BTreeMap<String, Arc<str>>);

/// Places of one document, any of which will do, the best first.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    pub document: String,
    pub spans: Vec<Span>,
}

impl Texts {
    pub fn new(ledger: &Ledger) -> Self {
        Self(ledger.documents.iter().map(|d| (d.source.clone(), d.text.clone())).collect())
    }

    /// Finds the words of an entry.
    ///
    /// # Errors
    /// When the document or one of the words is not there: then the gold is wrong.
    pub fn anchor(&self, words: &Words) -> anyhow::Result<Anchor> {
        let (document, alternatives) = words.split_first().context("an entry without a document")?;
        let text = self.0.get(document).with_context(|| format!("no report {document}"))?;
        let find = |words: &String| {
            let (words, nth) = match words.rsplit_once('#') {
                Some((words, nth)) => (words, nth.parse()?),
                None => (words.as_str(), 0),
            };
            let (at, _) = text
                .match_indices(words)
                .nth(nth)
                .with_context(|| format!("{document} does not say {words} #{nth}"))?;
            Ok(Span { start: at as u32, end: (at + words.len()) as u32 })
        };
        let spans: Vec<Span> = alternatives.iter().map(find).collect::<anyhow::Result<_>>()?;
        anyhow::ensure!(!spans.is_empty(), "{document}: an entry without words");
        Ok(Anchor { document: document.clone(), spans })
    }

    /// Finds the words of several entries.
    pub fn anchors(&self, words: &[Words]) -> anyhow::Result<Vec<Anchor>> {
        words.iter().map(|w| self.anchor(w)).collect()
    }

    /// The words of a member, for people.
    pub fn words(&self, member: &Member) -> &str {
        self.0.get(&member.document).map_or("", |text| &text[member.span])
    }

    /// A member for people, with its document.
    pub fn show(&self, member: &Member) -> String {
        format!("{}「{}」", member.document, self.words(member))
    }

    /// An anchor for people: its document and first words.
    pub fn shown(&self, anchor: &Anchor) -> String {
        self.show(&Member { document: anchor.document.clone(), span: anchor.spans[0] })
    }
}

impl Anchor {
    /// How well a member meets the anchor: the best place's number (0 for the first) and the common part of both, over both.
    pub fn meets(&self, member: &Member, least: f64) -> Option<(usize, f64)> {
        if member.document != self.document {
            return None;
        }
        let common = |span: &Span| over(*span, member.span);
        let met = self.spans.iter().enumerate().map(|(at, span)| (at, common(span)));
        met.filter(|(_, common)| *common > 0.0 && *common >= least)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    }

    /// Whether the member shares a letter with the anchor.
    pub fn touches(&self, member: &Member) -> bool {
        self.meets(member, TOUCH).is_some()
    }
}

/// Intersection over union.
fn over(a: Span, b: Span) -> f64 {
    let common = f64::from(a.end.min(b.end).saturating_sub(a.start.max(b.start)));
    common / (f64::from(a.end - a.start) + f64::from(b.end - b.start) - common)
}
