//! Puts the mentions of one agreement together.

use super::mentions::Mention;
use super::names;
use crate::Context;
use tenkyo_model::{Agreement, Findings, Pos, Token};
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
    let own = mention.known.filter(|k| parties_are_named(context, findings, *k));
    if let Some(known) = own.or_else(|| names::shared(context, findings, mention)) {
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
    let same = |other: &str| other == name || names::is_slip(other, name);
    match told.iter().position(|a| same(&a.name) || a.mentions.iter().any(|m| same(&text[*m]))) {
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

/// The agreements without those that are only a kind (協定を結んでいる) of which the article tells nothing; their places in the list
/// close up.
pub(super) fn kept(context: Context<'_>, agreements: Vec<Agreement>) -> Vec<Agreement> {
    let links: Vec<usize> = agreements.iter().filter_map(|a| a.predecessor).collect();
    let keeps = |i: usize| !is_only_a_kind(context, &agreements[i]) || links.contains(&i);
    let kept: Vec<bool> = (0..agreements.len()).map(keeps).collect();
    let moved = |old: usize| kept[..old].iter().filter(|k| **k).count();
    let with_links = |a: Agreement| Agreement { predecessor: a.predecessor.map(moved), ..a };
    agreements.into_iter().zip(&kept).filter(|(_, k)| **k).map(|(a, _)| with_links(a)).collect()
}

/// Whether an agreement has no name, date, clause or predecessor, and is not said to be a new one.
fn is_only_a_kind(context: Context<'_>, agreement: &Agreement) -> bool {
    let text = &*context.article.text;
    let words = &context.lexicon.agreements.words;
    let fresh = |m: &Span| words.fresh.tail_of(&text[..m.start as usize]).is_some();
    let lives = [&agreement.signed, &agreement.in_force, &agreement.ended];
    let dated = lives.iter().any(|d| d.as_ref().is_some_and(|d| d.value.is_some()));
    words.heads.has(&agreement.name)
        && agreement.knowledge.is_none()
        && agreement.clauses.is_empty()
        && agreement.predecessor.is_none()
        && !dated
        && !agreement.mentions.iter().any(fresh)
        && (agreement.parties.len() != 2 || holds_on(context, agreement))
}

/// Whether the making is told as what holds on or often was (協定を結んでいる) and not as what happened.
fn holds_on(context: Context<'_>, agreement: &Agreement) -> bool {
    let Some(signed) = agreement.signed.as_ref().and_then(|d| d.span) else { return true };
    let tokens = &context.analysis.tokens;
    let next = tokens.partition_point(|t| t.span.start < signed.end);
    let ongoing = &context.lexicon.forecasts.words.ongoing;
    let inflects =
        |t: &&Token| matches!(t.pos, Pos::Verb | Pos::DependentVerb | Pos::Auxiliary | Pos::Conjunctive);
    let mut rest = tokens[next..].iter().take_while(inflects);
    rest.any(|t| t.pos == Pos::DependentVerb && ongoing.has(t.lemma(&context.article.text)))
}

/// The words of the sentence that tell of a mention after it.
pub(super) fn after(mention: &Mention) -> Span {
    Span { start: mention.span.end, end: mention.until.max(mention.span.end) }
}
