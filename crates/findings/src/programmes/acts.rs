//! Words that tell a launch or test, with what they are about.

use crate::Context;
use tenkyo_lexicon::equipment::Act;
use tenkyo_model::{Equipment, Pos, Sentence, Token};
use tenkyo_text::Span;

/// Tokens of the longest word that tells an act.
const LONGEST: usize = 3;
/// Characters at most between a predicate and the noun that it describes.
const NEAR: usize = 14;

/// A word of launching or testing where it stands.
pub(super) struct Found<'a> {
    pub act: &'a Act,
    pub trigger: Span,
    pub what: Span,
    /// Index into the article's equipment.
    pub equipment: Option<usize>,
}

/// A thing that can be launched or tested.
#[derive(Clone, Copy)]
struct Thing {
    span: Span,
    equipment: Option<usize>,
}

/// The acts of a sentence in order.
pub(super) fn all<'a>(context: Context<'a>, sentence: &Sentence, known: &[Equipment]) -> Vec<Found<'a>> {
    let tokens = context.analysis.tokens_of(sentence);
    let things = things(context, sentence, known);
    let mut out: Vec<Found<'a>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((act, last)) = act(context, tokens, at) else {
            at += 1;
            continue;
        };
        let trigger = tokens[at].span.cover(tokens[last].span);
        let from = out.last().map_or(sentence.span.start, |f| f.trigger.end);
        at = last + 1;
        let after = &context.article.text[trigger.end as usize..sentence.span.end as usize];
        let launches = &context.lexicon.programmes.launches;
        // 潜水艦発射ミサイル: a part of another word, unless the next word says how it ended (打ち上げ成功).
        let compound = tokens.get(at).is_some_and(|t| t.span.start == trigger.end && t.pos == Pos::Noun);
        let ends = launches.outcomes.iter().any(|o| o.words.iter().any(|w| after.starts_with(w.as_str())));
        if launches.not_act.head_of(after).is_some() || compound && !ends {
            continue;
        }
        let thing = if act.whole {
            Some(Thing { span: trigger, equipment: None })
        } else {
            object(context, tokens, &things, trigger, from)
        };
        out.extend(thing.map(|t| Found { act, trigger, what: t.span, equipment: t.equipment }));
    }
    out
}

/// The act that begins at token `at`, the longest word first, and its last token.
fn act<'a>(context: Context<'a>, tokens: &[Token], at: usize) -> Option<(&'a Act, usize)> {
    let text = &*context.article.text;
    let acts = &context.lexicon.programmes.launches.acts;
    let named = |word: &str| acts.iter().find(|a| a.words.iter().any(|w| w == word));
    let joined = (at..tokens.len().min(at + LONGEST)).rev().find_map(|last| {
        let word = &text[tokens[at].span.start as usize..tokens[last].span.end as usize];
        Some((named(word)?, last))
    });
    joined.or_else(|| {
        let verb = (tokens[at].pos == Pos::Verb).then(|| tokens[at].lemma(text))?;
        Some((named(verb)?, at))
    })
}

/// Designations and words for things, in order; of those that touch, the last is the head.
fn things(context: Context<'_>, sentence: &Sentence, known: &[Equipment]) -> Vec<Thing> {
    let text = &context.article.text[sentence.span];
    let base = sentence.span.start;
    let words = &context.lexicon.programmes.launches.things.words;
    let named = known.iter().enumerate().flat_map(|(i, e)| e.mentions.iter().map(move |m| (i, *m)));
    let mut out: Vec<Thing> = named
        .filter(|(_, m)| sentence.span.contains(*m))
        .map(|(i, span)| Thing { span, equipment: Some(i) })
        .collect();
    for word in words {
        let spans = text.match_indices(word.as_str()).map(|(at, w)| Span::new(at, at + w.len()).shift(base));
        out.extend(spans.map(|span| Thing { span, equipment: None }));
    }
    out.sort_by_key(|t| (t.span.start, std::cmp::Reverse(t.span.end)));
    out.dedup_by(|next, kept| kept.span.contains(next.span));
    out
}

/// What a launch is of: the last thing before it, a designation beside it first; else the noun that it describes.
fn object(
    context: Context<'_>,
    tokens: &[Token],
    things: &[Thing],
    trigger: Span,
    from: u32,
) -> Option<Thing> {
    let text = &*context.article.text;
    let before = things.iter().filter(|t| t.span.start >= from && t.span.end <= trigger.start);
    if let Some(last) = before.clone().next_back() {
        let gap = |t: &&Thing| text[t.span.end as usize..last.span.end as usize].chars().count();
        let named = before.filter(|t| t.equipment.is_some()).rfind(|t| gap(t) < NEAR);
        return Some(*named.unwrap_or(last));
    }
    let end =
        tokens.iter().find(|t| t.span.start >= trigger.end && ends(t)).map_or(trigger.end, |t| t.span.start);
    let after = things.iter().find(|t| t.span.start >= trigger.end)?;
    let near = text[end.min(after.span.start) as usize..after.span.start as usize].chars().count() < NEAR;
    let crosses =
        tokens.iter().any(|t| t.span.start >= trigger.end && t.span.end <= after.span.start && ends(t));
    (near && !crosses).then_some(*after)
}

/// Whether a token closes a predicate or phrase, so that what follows is not described by it.
fn ends(token: &Token) -> bool {
    matches!(token.pos, Pos::FullStop | Pos::Comma | Pos::Case | Pos::Topic | Pos::Conjunctive | Pos::Close)
}
