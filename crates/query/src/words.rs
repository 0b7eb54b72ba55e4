//! The exact words that an entry stands on, as a citation: document, offsets, selectors.

use crate::Snapshot;
use tenkyo_model::ledger::Member;
use tenkyo_record::words::{Selector, Words};
use tenkyo_text::Offsets;

/// Characters of the text before and after the words, which find them again in another copy of it.
const CONTEXT: usize = 32;

impl Snapshot {
    /// The words of a member; none when its document is not in the workspace.
    pub fn words(&self, member: &Member) -> Option<Words> {
        let document = self.document(member)?;
        let (start, end) = (member.span.start as usize, member.span.end as usize);
        let text: &str = &document.text;
        let quote = text.get(start..end)?;
        let from = text[..start].char_indices().rev().nth(CONTEXT - 1).map_or(0, |(i, _)| i);
        let to = text[end..].char_indices().nth(CONTEXT).map_or(text.len(), |(i, _)| end + i);
        let span = Offsets::new(text).code_points(member.span);
        let url = self.reading(&document.id).and_then(|r| r.article.declared.url.clone());
        Some(Words {
            document: document.id.clone(),
            source: document.source.clone(),
            title: document.title.clone(),
            outlet: document.outlet.clone(),
            published: document.published.clone(),
            url,
            span,
            quote: quote.to_owned(),
            selectors: [
                Selector::Quote {
                    exact: quote.to_owned(),
                    prefix: text[from..start].to_owned(),
                    suffix: text[end..to].to_owned(),
                },
                Selector::Position { start: span[0], end: span[1] },
            ],
            href: self.href(member)?,
        })
    }
}
