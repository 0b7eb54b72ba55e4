//! Bodies whose names stand in brackets after the word for their kind: `石油大手「シブネフチ」`, `ニュースサイト「極東通報」`.

use super::brackets;
use super::phrases::{Phrase, Reader, Referent};
use tenkyo_model::{ActorKind, MentionForm};
use tenkyo_text::Span;

/// Longest name in brackets, in code points.
const LONGEST: usize = 24;

/// Adds the names in brackets that no other phrase covers.
pub(super) fn read(reader: &Reader<'_>, out: &mut Vec<Phrase>) {
    let mut found: Vec<Phrase> = Vec::new();
    for piece in reader.pieces {
        let kinds = &reader.context.lexicon.actors.words.kinds;
        let words = &reader.text[piece.span];
        if !kinds.iter().any(|k| words.ends_with(k.as_str())) {
            continue;
        }
        let Some(name) = bracketed(reader.text, piece.span.end) else { continue };
        let referent = Referent::Named(ActorKind::Organization, reader.text[name].to_owned());
        let letters = abbreviation(reader.text, name.end);
        if let Some(letters) = letters {
            let same = |p: &&mut Phrase| reader.text[p.span()] == reader.text[letters];
            out.iter_mut().filter(same).for_each(|p| p.referent = referent.clone());
        }
        let mut phrase = Phrase::new(name, MentionForm::Name, referent, "actor.quoted");
        phrase.surfaces.extend(letters.map(|span| (span, MentionForm::Alias)));
        found.push(phrase);
    }
    found.extend(abbreviated(reader));
    found.retain(|f| {
        let near = out.partition_point(|p| p.span().start < f.span().start);
        out.get(near).is_none_or(|p| p.span() != f.span())
    });
    // A short name inside, such as a state's, is a part of this one.
    out.retain(|p| !found.iter().any(|f| f.span() != p.span() && f.span().contains(p.span())));
    out.extend(found);
    out.sort_by_key(|p| (p.span().start, std::cmp::Reverse(p.span().end)));
}

/// Names in brackets that end as those of bodies do, with their letters after the bracket: `「正義と平等運動」(JEM)`.
fn abbreviated(reader: &Reader<'_>) -> Vec<Phrase> {
    let body = |name: &Span| {
        let words = &reader.context.lexicon.actors.words;
        words.body_suffix(&reader.text[*name]).is_some_and(|s| s.len() < reader.text[*name].len())
    };
    let open = reader.text.match_indices(['「', '『', '“']);
    let names = open.filter_map(|(at, _)| bracketed(reader.text, at as u32)).filter(body);
    names
        .filter_map(|name| {
            let letters = abbreviation(reader.text, name.end)?;
            let referent = Referent::Named(ActorKind::Organization, reader.text[name].to_owned());
            let mut phrase = Phrase::new(name, MentionForm::Name, referent, "actor.quoted");
            phrase.surfaces.push((letters, MentionForm::Alias));
            Some(phrase)
        })
        .collect()
}

/// The words between the quotation marks that open at the byte `at`, when they can be a name.
fn bracketed(text: &str, at: u32) -> Option<Span> {
    let rest = text[at as usize..].strip_prefix(['「', '『', '“'])?;
    let start = text.len() - rest.len();
    let (length, close) = rest.char_indices().take(LONGEST).find(|(_, c)| !name_letter(*c))?;
    (length > 0 && matches!(close, '」' | '』' | '”')).then(|| Span::new(start, start + length))
}

/// The capital letters in round brackets after the quotation mark at the byte `at`.
fn abbreviation(text: &str, at: u32) -> Option<Span> {
    let mark = text[at as usize..].chars().next()?;
    let bracket = brackets::after(text, at + mark.len_utf8() as u32)?;
    brackets::is_abbreviation(&text[bracket.inside]).then_some(bracket.inside)
}

fn name_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '・' | 'ー' | ' ' | '-' | '=' | '.' | '!' | '&')
}
