//! Puts the mentions of one agreement together.

use super::mentions::Mention;
use crate::Context;
use tenkyo_model::{Agreement, Findings};
use tenkyo_text::Span;

/// The agreements, and for each mention the index of its own.
pub(super) fn all(
    context: Context<'_>,
    findings: &Findings,
    named: &[Mention],
) -> (Vec<Agreement>, Vec<Option<usize>>) {
    let mut out: Vec<Agreement> = Vec::new();
    let mut of_mention: Vec<Option<usize>> = Vec::with_capacity(named.len());
    // The last agreement told, for mentions that take one up.
    let mut last: Option<usize> = None;
    for (i, mention) in named.iter().enumerate() {
        let apposed =
            i.checked_sub(1).filter(|i| is_apposed(context, &named[*i], mention)).and_then(|i| of_mention[i]);
        if let Some(index) = apposed {
            // 友好条約「ケンジントン条約」: the name in brackets is the better one.
            out[index].name = context.article.text[mention.span].to_owned();
            out[index].mentions.push(mention.span);
            of_mention.push(Some(index));
            continue;
        }
        let found = of(context, findings, mention, &out, last);
        let index = match found {
            Found::Old(index) => Some(index),
            Found::New { name, knowledge } => {
                out.push(Agreement { name, knowledge, ..empty(mention) });
                Some(out.len() - 1)
            }
            Found::Nothing => None,
        };
        if let Some(index) = index {
            out[index].mentions.push(mention.span);
            last = if mention.earlier { last } else { Some(index) };
        }
        of_mention.push(index);
    }
    (out, of_mention)
}

/// Whether a name in brackets directly follows the name of its kind.
fn is_apposed(context: Context<'_>, kind: &Mention, name: &Mention) -> bool {
    let between = context.article.text.get(kind.span.end as usize..name.span.start as usize);
    between.is_some_and(|b| matches!(b, "「" | "『")) && name.known.is_none()
}

enum Found {
    Old(usize),
    New { name: String, knowledge: Option<String> },
    Nothing,
}

fn of(
    context: Context<'_>,
    findings: &Findings,
    mention: &Mention,
    told: &[Agreement],
    last: Option<usize>,
) -> Found {
    let text = &*context.article.text;
    let name = &text[mention.span];
    if let Some(known) = mention.known.filter(|k| parties_are_named(context, findings, *k)) {
        let known = &context.lexicon.agreements.known[known];
        let old = told.iter().position(|a| a.knowledge.as_deref() == Some(&*known.id));
        let usual = known.names.first().cloned().unwrap_or_else(|| name.to_owned());
        return old.map_or(Found::New { name: usual, knowledge: Some(known.id.clone()) }, Found::Old);
    }
    let head = &text[mention.head as usize..mention.span.end as usize];
    let same_head = |i: &usize| told[*i].mentions.iter().any(|m| text[*m].ends_with(head));
    if mention.anaphoric {
        let old = last.filter(same_head);
        let new = || acts(context, mention).then(|| Found::New { name: name.to_owned(), knowledge: None });
        return old.map(Found::Old).or_else(new).unwrap_or(Found::Nothing);
    }
    match told.iter().position(|a| a.name == name || a.mentions.iter().any(|m| &text[*m] == name)) {
        Some(old) => Found::Old(old),
        None => Found::New { name: name.to_owned(), knowledge: None },
    }
}

/// Whether the article names the parties of a known treaty: names of treaties between two states recur between others.
fn parties_are_named(context: Context<'_>, findings: &Findings, known: usize) -> bool {
    let known = &context.lexicon.agreements.known[known];
    let named = |id: &String| findings.actors.iter().any(|a| a.knowledge.as_ref() == Some(id));
    let long = known.names.first().is_some_and(|n| n.chars().count() > LONG);
    known.parties.iter().all(named) || known.parties.len() < 2 || !long && known.parties.iter().any(named)
}

/// Characters of a name that says whose treaty it is only by its parties.
const LONG: usize = 12;

/// Whether the sentence tells that an agreement is made or ends, so that a bare 条約 is one to keep.
fn acts(context: Context<'_>, mention: &Mention) -> bool {
    let sentence = &context.analysis.sentences[mention.sentence];
    let after = &context.article.text[mention.span.end as usize..sentence.span.end as usize];
    let words = &context.lexicon.agreements.words;
    let stem = |w: &String| after.contains(w.trim_end_matches(['ぶ', 'す', 'る', 'う']));
    words.signing.words.iter().chain(&words.force.words).any(stem)
}

fn empty(mention: &Mention) -> Agreement {
    Agreement {
        name: String::new(),
        knowledge: None,
        mentions: Vec::new(),
        parties: Vec::new(),
        clauses: Vec::new(),
        signed: None,
        in_force: None,
        ended: None,
        predecessor: None,
        rule: if mention.known.is_some() { "agreement.known".into() } else { "agreement.named".into() },
    }
}

/// Reads which agreement takes the place of which: 旧ソ連時代の条約に代わる新条約; else what `knowledge/` says.
pub(super) fn succession(
    context: Context<'_>,
    named: &[Mention],
    of_mention: &[Option<usize>],
    agreements: &mut [Agreement],
) {
    let text = &*context.article.text;
    let words = &context.lexicon.agreements.words;
    for (i, mention) in named.iter().enumerate() {
        let rest = text[mention.span.end as usize..].trim_start_matches(['」', '』']);
        let (Some(before), true) = (of_mention[i], words.replaces.head_of(rest).is_some()) else { continue };
        let same = |j: usize| named[j].sentence == mention.sentence && of_mention[j] != Some(before);
        let next = named.get(i + 1).filter(|_| same(i + 1)).and_then(|_| of_mention[i + 1]);
        let topic = || (0..i).rev().find(|j| same(*j)).and_then(|j| of_mention[j]);
        let last = || (0..i).rev().filter_map(|j| of_mention[j]).find(|a| *a != before);
        if let Some(index) = next.or_else(topic).or_else(last) {
            agreements[index].predecessor = Some(before);
        }
    }
    for i in 0..agreements.len() {
        let known = agreements[i].knowledge.as_deref().and_then(|id| context.lexicon.agreements.by_id(id));
        let before = known.and_then(|k| context.lexicon.agreements.known[k].predecessor.as_deref());
        let named = before.and_then(|id| agreements.iter().position(|a| a.knowledge.as_deref() == Some(id)));
        agreements[i].predecessor = agreements[i].predecessor.or(named);
    }
}

/// The words of the sentence that tell of a mention after it.
pub(super) fn after(mention: &Mention) -> Span {
    Span { start: mention.span.end, end: mention.until.max(mention.span.end) }
}
