//! Words of a document named by themselves and by what stands around them, so that a correction finds them again.

use tenkyo_model::Article;
use tenkyo_model::correction::Anchor;
use tenkyo_text::Span;

/// Characters on each side that tell words from the same words elsewhere.
const AROUND: usize = 32;

/// The anchor of a stretch of an article.
pub fn of(article: &Article, span: Span) -> Anchor {
    let (before, after) = (&article.text[..span.start as usize], &article.text[span.end as usize..]);
    let start = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
    Anchor {
        document: article.id.0.clone(),
        source: article.source.clone(),
        exact: article.text[span].to_owned(),
        prefix: before[start..].to_owned(),
        suffix: after.chars().take(AROUND).collect(),
    }
}

/// Where the words stand in a text: of several places the one whose surroundings agree best, the first of those.
pub fn find(anchor: &Anchor, text: &str) -> Option<Span> {
    if anchor.exact.is_empty() {
        return None;
    }
    let agrees = |at: usize| {
        let (before, after) = (&text[..at], &text[at + anchor.exact.len()..]);
        let alike = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
            a.zip(b).take_while(|(x, y)| x == y).count()
        };
        alike(&mut before.chars().rev(), &mut anchor.prefix.chars().rev())
            + alike(&mut after.chars(), &mut anchor.suffix.chars())
    };
    let places = text.match_indices(&anchor.exact).map(|(at, _)| at);
    let best = places.max_by_key(|at| (agrees(*at), std::cmp::Reverse(*at)))?;
    Some(Span::new(best, best + anchor.exact.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tenkyo_model::{Declared, DocumentId};

    fn article(text: &str) -> Article {
        Article {
            id: DocumentId("0".into()),
            source: "a.txt".into(),
            text: text.into(),
            declared: Declared::default(),
            published_span: None,
            blocks: Vec::new(),
        }
    }

    #[test]
    fn the_same_words_elsewhere_are_told_apart() {
        let text = "外相は13日に会談した。首相は14日に会談した。";
        let second = text.rfind("会談した").unwrap();
        let anchor = of(&article(text), Span::new(second, second + "会談した".len()));
        assert_eq!(find(&anchor, text).unwrap().start as usize, second);
        let longer = format!("続報です。{text}次回は会談しない。");
        assert_eq!(
            find(&anchor, &longer).unwrap().start as usize,
            longer.find("首相は14日に").unwrap() + "首相は14日に".len()
        );
        assert_eq!(find(&anchor, "何もなかった。"), None);
    }
}
