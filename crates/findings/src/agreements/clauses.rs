//! What an agreement lays down, as the text words it.

use super::gather;
use super::mentions::Mention;
use crate::Context;
use tenkyo_model::{Agreement, Findings, Pos, Token};
use tenkyo_text::Span;

/// Characters of the shortest clause that says something.
const SHORTEST: usize = 5;

/// Reads the clause that the sentence of a mention tells.
pub(super) fn read(context: Context<'_>, findings: &Findings, mention: &Mention, agreement: &mut Agreement) {
    let Some(predicate) = predicate(context, mention) else { return };
    let area = Span { start: mention.span.end, end: predicate.start.max(mention.span.end) };
    let found = said(findings, area).or_else(|| quoted(context, area)).or_else(|| worded(context, area));
    let told = |c: &Span| agreement.clauses.iter().any(|old| old.overlaps(*c));
    if let Some(clause) = found.filter(|c| !told(c) && context.article.text[*c].chars().count() >= SHORTEST) {
        agreement.clauses.push(clause);
    }
}

/// The predicate of laying down after the name, or the noun that the clause describes.
fn predicate(context: Context<'_>, mention: &Mention) -> Option<Span> {
    let text = &*context.article.text;
    let words = &context.lexicon.agreements.words;
    let area = gather::after(mention);
    let sentence = &context.analysis.sentences[mention.sentence];
    let is = |t: &&Token| {
        let lays =
            words.lays_down.has(&text[t.span]) || t.pos == Pos::Verb && words.lays_down.has(t.lemma(text));
        t.span.start >= area.start && (lays || words.clause_nouns.has(&text[t.span]))
    };
    let joined = words.lays_down.words.iter().filter_map(|w| text[area].find(w.as_str()));
    let joined = joined.min().map(|at| area.start + at as u32);
    let token = context.analysis.tokens_of(sentence).iter().find(is).map(|t| t.span.start);
    let start = token.into_iter().chain(joined).min()?;
    Some(Span { start, end: area.end })
}

/// The content of a statement that lies before the predicate.
fn said(findings: &Findings, area: Span) -> Option<Span> {
    findings.statements.iter().map(|s| s.content).find(|c| area.contains(*c))
}

/// What stands in brackets before the predicate.
fn quoted(context: Context<'_>, area: Span) -> Option<Span> {
    let text = &context.article.text[area];
    let open = text.find('「')? + '「'.len_utf8();
    let close = open + text[open..].find('」')?;
    let inner = Span::new(open, close).shift(area.start);
    (context.article.text[inner].chars().count() >= SHORTEST).then_some(inner)
}

/// The words between the particle of the agreement and the predicate, without what links them.
fn worded(context: Context<'_>, area: Span) -> Option<Span> {
    let words = &context.lexicon.agreements.words;
    let text = &*context.article.text;
    let rest = text[area].trim_start_matches(['」', '』']);
    let own = words.own.head_of(rest)?;
    let start = area.end - (rest.len() - own) as u32;
    let mut end = area.end;
    while let Some(len) =
        words.clause_links.tail_of(text[start as usize..end as usize].trim_end_matches('、'))
    {
        let trimmed = text[start as usize..end as usize].trim_end_matches('、').len() as u32;
        end = start + trimmed - len as u32;
    }
    let clause = Span { start, end: end.max(start) };
    let inner = text[clause].trim_start_matches(['、', ' ', '\u{3000}']);
    Some(Span { start: clause.end - inner.len() as u32, end: clause.end })
}
