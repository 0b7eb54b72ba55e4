//! What brackets after a name say: its reading, its abbreviation, another name.

use super::letters::{kanji, katakana, latin};
use super::phrases::{Phrase, Reader, Referent};
use std::collections::BTreeSet;
use tenkyo_model::{ActorKind, MentionForm};
use tenkyo_text::Span;

/// Brackets directly after some words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracket {
    /// With the brackets.
    pub(super) outside: Span,
    /// Without them.
    pub(super) inside: Span,
    /// Where the text goes on, white space passed over.
    pub(super) next: u32,
}

/// Longest words in brackets that are looked at, in code points.
const LONGEST: usize = 40;

/// The round brackets that open at the byte `at`, at most one space later.
pub(super) fn after(text: &str, at: u32) -> Option<Bracket> {
    let rest = &text[at as usize..];
    let open = rest.len() - rest.strip_prefix([' ', '\u{3000}']).unwrap_or(rest).len();
    let rest = rest[open..].strip_prefix(['(', '\u{ff08}'])?;
    let start = text.len() - rest.len();
    let (length, close) = rest
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| matches!(c, ')' | '\u{ff09}' | '(' | '\u{ff08}' | '\n'))?;
    matches!(close, ')' | '\u{ff09}').then_some(())?;
    let inside = Span::new(start, start + length);
    let end = start + length + close.len_utf8();
    let outside = Span::new(at as usize + open, end);
    let next =
        end + text[end..].len() - text[end..].strip_prefix([' ', '\u{3000}']).unwrap_or(&text[end..]).len();
    Some(Bracket { outside, inside, next: next as u32 })
}

impl Bracket {
    /// Whether a reading, another spelling or an age stands inside.
    pub(super) fn is_reading(&self, text: &str) -> bool {
        let words = &text[self.inside];
        let letter = |c: char| {
            c.is_alphanumeric()
                || matches!(c, '・' | '=' | '＝' | '-' | ' ' | '\u{3000}' | ',' | '、' | 'ー' | '.')
        };
        !words.is_empty() && words.chars().all(letter) && words.chars().count() <= 24
    }

    /// Whether katakana or Latin letters stand inside, so that the word before is a name.
    pub(super) fn is_foreign_reading(&self, text: &str) -> bool {
        let mut letters = text[self.inside].chars().filter(|c| c.is_alphabetic());
        let all = letters.clone().count();
        all > 2 && letters.all(|c| katakana(c) || latin(c))
    }
}

/// Joins a name with the other name of the same actor that follows it in brackets: `NATO(北大西洋条約機構)`, `国際原子力機関(IAEA)`.
/// A reading in brackets is a part of its name's phrase, no mention of its own.
pub(super) fn join(reader: &Reader<'_>, phrases: &mut Vec<Phrase>) {
    let reading = |p: &Phrase| p.reading.filter(|r| reader.text[*r].chars().all(|c| !kanji(c)));
    let readings: BTreeSet<Span> = phrases.iter().filter_map(reading).collect();
    phrases.retain(|p| {
        let span = p.span();
        readings
            .range(..=Span { start: span.start, end: u32::MAX })
            .next_back()
            .is_none_or(|r| !r.contains(span))
    });
    let (mut made, mut taken) = (Vec::new(), Vec::new());
    for (i, phrase) in phrases.iter().enumerate() {
        let kind_ok =
            !matches!(phrase.referent, Referent::Family(_) | Referent::Pronoun(_) | Referent::Title);
        let Some(&(span, _)) = phrase.surfaces.first().filter(|(_, form)| *form == MentionForm::Name) else {
            continue;
        };
        let Some(bracket) = after(reader.text, span.end).filter(|_| kind_ok && phrase.reading.is_none())
        else {
            continue;
        };
        let words = &reader.text[bracket.inside];
        let inner = phrases[i + 1..].iter().take(3).find(|p| bracket.inside.contains(p.span()));
        // `即応支援部隊(RSF)`: what is known by these letters is another body.
        let other = inner.filter(|p| is_abbreviation(words) && p.span() == bracket.inside);
        if let (Some(_), Referent::Named(ActorKind::Organization, _)) = (other, &phrase.referent) {
            taken.push((words.to_owned(), phrase.referent.clone()));
            made.push((i, span.cover(bracket.outside), None));
            continue;
        }
        let same = inner.is_some_and(|p| p.referent == phrase.referent && p.span().end == bracket.inside.end);
        if same || (is_abbreviation(words) && inner.is_none()) {
            made.push((i, span.cover(bracket.outside), (!same).then_some(bracket.inside)));
        }
    }
    for phrase in phrases.iter_mut() {
        let words = &reader.text[phrase.span()];
        if let Some((_, referent)) = taken.iter().find(|(letters, _)| letters == words) {
            phrase.referent = referent.clone();
        }
    }
    for (i, whole, abbreviation) in made {
        phrases[i].surfaces.insert(0, (whole, MentionForm::Name));
        phrases[i].surfaces.extend(abbreviation.map(|span| (span, MentionForm::Alias)));
    }
}

/// Capital letters such as `IAEA`.
pub(super) fn is_abbreviation(words: &str) -> bool {
    let letters = words.chars().count();
    (2..=8).contains(&letters)
        && words.chars().all(|c| latin(c) && !c.is_lowercase())
        && words.chars().any(char::is_alphabetic)
}
