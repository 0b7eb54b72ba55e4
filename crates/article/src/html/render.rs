//! Elements into lines of text.

use super::PageLine;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};
use tenkyo_model::BlockKind;

/// Elements whose content is not shown, or belongs to the page and not to an article.
const HIDDEN: [&str; 18] = [
    "script", "style", "noscript", "template", "head", "title", "nav", "footer", "button", "select",
    "option", "svg", "iframe", "form", "input", "textarea", "rp", "object",
];
/// Elements that run within a line.
const INLINE: [&str; 27] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "em", "font", "i", "ins", "kbd", "mark",
    "q", "rb", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// The lines of everything that a page shows.
pub(super) fn body(document: &Html) -> Vec<PageLine> {
    let body = Selector::parse("body").ok().and_then(|selector| document.select(&selector).next());
    body.map_or_else(Vec::new, lines)
}

/// The lines of a fragment.
pub(super) fn fragment(fragment: &Html) -> Vec<PageLine> {
    lines(fragment.root_element())
}

/// Walks without recursion, so that no nesting is too deep.
fn lines(root: ElementRef<'_>) -> Vec<PageLine> {
    let mut out = Lines::default();
    let mut hidden = 0usize;
    for edge in root.traverse() {
        let (node, opening) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(text) if opening && hidden == 0 => out.text(text),
            Node::Element(element) => {
                let step = usize::from(is_hidden(element));
                hidden = if opening { hidden + step } else { hidden - step };
                if hidden == 0 && step == 0 {
                    out.element(element.name(), opening);
                }
            }
            _ => {}
        }
    }
    out.end();
    out.done
}

fn is_hidden(element: &scraper::node::Element) -> bool {
    let style = element.attr("style").map(|style| style.replace(' ', "").to_ascii_lowercase());
    HIDDEN.contains(&element.name())
        || element.attr("hidden").is_some()
        || style.is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"))
}

/// Lines while they are made.
#[derive(Default)]
struct Lines {
    done: Vec<PageLine>,
    current: String,
    /// White space that was read and not yet written; whether it holds a line end.
    pending: Option<bool>,
    /// What the open elements say the line is, innermost last.
    hints: Vec<BlockKind>,
}

impl Lines {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                let folds = matches!(c, '\n' | '\r');
                self.pending = Some(self.pending.unwrap_or(false) || folds);
            } else {
                self.resolve_space(c);
                self.current.push(c);
            }
        }
    }

    /// White space is one space, and none at the start of a line or where a line end only folds Japanese text.
    fn resolve_space(&mut self, next: char) {
        let Some(folds) = self.pending.take() else { return };
        let Some(last) = self.current.chars().next_back() else { return };
        let wide = |c: char| c as u32 > 0x2fff;
        if !(folds && wide(last) && wide(next)) {
            self.current.push(' ');
        }
    }

    fn element(&mut self, name: &str, opening: bool) {
        match name {
            "br" | "hr" if opening => self.end(),
            "rt" => self.current.push(if opening { '(' } else { ')' }),
            _ if INLINE.contains(&name) => {}
            _ => self.block(name, opening),
        }
    }

    fn block(&mut self, name: &str, opening: bool) {
        self.end();
        let Some(hint) = hint(name) else { return };
        if opening {
            self.hints.push(hint);
        } else {
            self.hints.pop();
        }
    }

    fn end(&mut self) {
        let words = self.current.trim();
        if words.chars().any(char::is_alphanumeric) {
            self.done.push(PageLine { words: words.to_owned(), hint: self.hints.last().copied() });
        }
        self.current.clear();
        self.pending = None;
    }
}

/// What an element says about its lines. `p` says nothing: pages put headings, credits and questions into it.
fn hint(name: &str) -> Option<BlockKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "figcaption" => Some(BlockKind::Caption),
        "li" => Some(BlockKind::ListItem),
        "blockquote" => Some(BlockKind::Paragraph),
        _ => None,
    }
}
