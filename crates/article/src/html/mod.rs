//! Pages: the article's lines and what the page's metadata say.

mod metadata;
mod render;
mod shallow;

use crate::{Draft, Line};
use dom_smoothie::{Config, Readability};
use scraper::Html;
use tenkyo_model::{BlockKind, Diagnostic};
use tenkyo_text::Span;

/// Pages with more elements are read as visible text only.
const MAX_ELEMENTS: usize = 50_000;
/// An extract with fewer code points than this share of the visible text is not believed.
const MIN_SHARE: f64 = 0.15;
const MIN_CHARS: usize = 80;

/// A line of a page before it has a place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageLine {
    pub words: String,
    pub hint: Option<BlockKind>,
}

/// Reads a page.
pub(crate) fn draft(page: &str) -> Draft {
    let page = &*shallow::of(page);
    let document = Html::parse_document(page);
    let declared = metadata::of(&document);
    let visible = render::body(&document);
    let (mut lines, diagnostics) = match extract(page, &visible) {
        Some(lines) => (lines, Vec::new()),
        None => (visible, vec![unreadable()]),
    };
    if let Some(title) = &declared.title
        && !lines.iter().take(4).any(|line| line.words == *title)
    {
        lines.insert(0, PageLine { words: title.clone(), hint: Some(BlockKind::Heading) });
    }
    let (text, lines) = join(&lines);
    Draft { text: text.into(), lines, declared, diagnostics }
}

fn unreadable() -> Diagnostic {
    let message = "no article stands out on the page; its whole visible text was read".into();
    Diagnostic { code: "no-article-found", message, span: None }
}

/// The article's lines, when the page holds one that stands out.
fn extract(page: &str, visible: &[PageLine]) -> Option<Vec<PageLine>> {
    let config = Config { max_elements_to_parse: MAX_ELEMENTS, ..Config::default() };
    let article = Readability::new(page, None, Some(config)).ok()?.parse().ok()?;
    let lines = render::fragment(&Html::parse_fragment(&article.content));
    let (found, all) = (chars(&lines), chars(visible));
    (found >= MIN_CHARS.min(all) && found as f64 >= all as f64 * MIN_SHARE).then_some(lines)
}

fn chars(lines: &[PageLine]) -> usize {
    lines.iter().map(|line| line.words.chars().count()).sum()
}

/// One text of all lines, an empty line between two.
fn join(lines: &[PageLine]) -> (String, Vec<Line>) {
    let mut text = String::new();
    let mut placed = Vec::new();
    for line in lines {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&line.words);
        placed.push(Line { span: Span::new(start, text.len()), gap: start > 0, hint: line.hint });
    }
    (text, placed)
}
