//! What an article says about itself: from beside the text, from a page's metadata, from its own lines.

use crate::blocks::Layout;
use tenkyo_model::{BlockKind, Declared};
use tenkyo_text::Span;

/// `first` with what it lacks from `second`.
pub(crate) fn over(first: &Declared, second: Declared) -> Declared {
    let given = |a: &Option<String>, b: Option<String>| a.clone().filter(|s| !s.trim().is_empty()).or(b);
    Declared {
        title: given(&first.title, second.title),
        outlet: given(&first.outlet, second.outlet),
        byline: given(&first.byline, second.byline),
        published: given(&first.published, second.published),
        url: given(&first.url, second.url),
    }
}

/// `given` with what it lacks from the blocks, and the place of the date where the text states it.
pub(crate) fn complete(given: Declared, text: &str, layout: &Layout) -> (Declared, Option<Span>) {
    let title = layout.blocks.iter().find(|block| block.kind == BlockKind::Title);
    let stated = layout.published.clone();
    let span =
        stated.as_ref().filter(|(date, _)| agrees(given.published.as_deref(), date)).map(|(_, span)| *span);
    let own = Declared {
        title: title.map(|block| text[block.span].to_owned()),
        outlet: layout.outlet.clone().or_else(|| layout.agency.clone()),
        byline: layout.byline.clone(),
        published: stated.map(|(date, _)| date),
        url: None,
    };
    (over(&given, own), span)
}

/// Whether a date in the text is the one that was given, at the precision that both have.
fn agrees(given: Option<&str>, stated: &str) -> bool {
    given.is_none_or(|given| given.starts_with(stated) || stated.starts_with(given))
}
