//! Names of equipment in the text.

use crate::Context;
use tenkyo_model::Equipment;
use tenkyo_text::Span;

/// Signs that may stand between a name and the word of its kind.
const BETWEEN: [char; 14] =
    ['「', '」', '『', '』', '(', ')', '\u{ff08}', '\u{ff09}', '“', '”', ' ', '\u{3000}', '・', '型'];

/// The sort of katakana.
const KATAKANA: u8 = 2;

/// Every known designation of the article, with its mentions.
pub(super) fn all(context: Context<'_>) -> Vec<Equipment> {
    let text = &*context.article.text;
    let programmes = &context.lexicon.programmes;
    let stands = |span: Span, index: usize, weak: bool| {
        let kind = &programmes.kind(index).words;
        let beside = beside(text, span, kind);
        stands_alone(text, span) && (beside || !weak && !goes_on(text, span, sort))
    };
    let found = programmes.names.find(text, |m| stands(m.span, m.value.0, m.value.1));
    let mut out: Vec<Equipment> = Vec::new();
    for m in found {
        let known = &programmes.equipment[m.value.0];
        match out.iter_mut().find(|e| e.knowledge == known.id) {
            Some(same) => same.mentions.push(m.span),
            None => out.push(Equipment {
                knowledge: known.id.clone(),
                name: known.name.clone(),
                latin: known.latin.clone(),
                kind: programmes.kind(m.value.0).id.clone(),
                maker: known.maker.clone(),
                category: programmes.kind(m.value.0).category.clone(),
                mentions: vec![m.span],
            }),
        }
    }
    out
}

/// Whether a name is no part of a longer number or Latin word.
pub(crate) fn stands_alone(text: &str, span: Span) -> bool {
    !goes_on(text, span, |c| sort(c).filter(|s| *s != KATAKANA))
}

/// Whether a character of the same sort goes on beside a name.
fn goes_on(text: &str, span: Span, sort: impl Fn(char) -> Option<u8>) -> bool {
    let (before, name, after) = (
        text[..span.start as usize].chars().next_back(),
        &text[span],
        text[span.end as usize..].chars().next(),
    );
    let edge = |inner: Option<char>, outer: Option<char>| {
        inner.zip(outer).is_some_and(|(i, o)| sort(i).is_some() && sort(i) == sort(o))
    };
    edge(name.chars().next(), before) || edge(name.chars().next_back(), after)
}

/// Letters and digits of one sort, which join into one word.
fn sort(c: char) -> Option<u8> {
    match c {
        '0'..='9' | '\u{ff10}'..='\u{ff19}' => Some(0),
        'a'..='z' | 'A'..='Z' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => Some(1),
        '\u{30a1}'..='\u{30fa}' | 'ー' => Some(KATAKANA),
        _ => None,
    }
}

/// Whether a word of `kind` stands directly before or after, past brackets and the like.
fn beside(text: &str, span: Span, kind: &[String]) -> bool {
    let before = text[..span.start as usize].trim_end_matches(BETWEEN);
    let after = text[span.end as usize..].trim_start_matches(BETWEEN);
    kind.iter().any(|w| before.ends_with(w.as_str()) || after.starts_with(w.as_str()))
}
