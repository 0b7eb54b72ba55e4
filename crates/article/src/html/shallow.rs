//! Bounds the nesting of a page before it is parsed: an HTML parser takes quadratic time on what is nested without end.

use std::borrow::Cow;

/// Deepest nesting that is kept; pages of the web stay below 100.
const MAX_DEPTH: usize = 256;
/// Elements that have no end, or whose end is left out so often that they tell nothing of the depth.
const UNCOUNTED: [&str; 30] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot",
    "colgroup", "html", "head", "body",
];

/// The page without the start tags that would nest deeper than [`MAX_DEPTH`].
pub(super) fn of(page: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let (mut depth, mut omitted, mut from) = (0usize, 0usize, 0);
    for (at, _) in page.match_indices('<') {
        let Some(tag) = tag(&page[at..]).filter(|_| at >= from) else { continue };
        match tag.closing {
            true if omitted > 0 => omitted -= 1,
            true => depth = depth.saturating_sub(1),
            false if depth < MAX_DEPTH => depth += 1,
            false => {
                omitted += 1;
                kept.push_str(&page[from..at]);
                from = at + tag.len;
            }
        }
    }
    if from == 0 {
        return Cow::Borrowed(page);
    }
    kept.push_str(&page[from..]);
    Cow::Owned(kept)
}

/// A tag of an element that counts.
struct Tag {
    closing: bool,
    /// Length in bytes.
    len: usize,
}

/// The tag at the start of `rest`, when it is one that counts.
fn tag(rest: &str) -> Option<Tag> {
    let closing = rest.starts_with("</");
    let words = &rest[1 + usize::from(closing)..];
    let end = words.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(words.len());
    let name = words[..end].to_ascii_lowercase();
    let counts = name.starts_with(|c: char| c.is_ascii_alphabetic()) && !UNCOUNTED.contains(&name.as_str());
    // Attributes of a length beyond all reason end the tag as well.
    let len = memchr::memchr(b'>', rest.as_bytes().get(..4096.min(rest.len()))?).map_or(end + 1, |at| at + 1);
    (counts && len > 1).then_some(Tag { closing, len })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_pages_stay_as_they_are() {
        let page = "<!doctype html><div><p>一<p>二<br><a href='x'>三</a></div>";
        assert!(matches!(of(page), Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_too_deep_loses_its_tags_and_keeps_its_words() {
        let page = format!("{}語{}末", "<b>".repeat(1000), "</b>".repeat(1000));
        let found = of(&page);
        assert_eq!(found.matches("<b>").count(), MAX_DEPTH);
        assert!(found.contains('語') && found.ends_with('末'));
    }
}
