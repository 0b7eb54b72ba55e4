//! When an agreement was signed, came into force and ended.

use super::gather;
use super::mentions::Mention;
use super::parties;
use crate::times::{self, DateBasis};
use crate::{Context, certainty};
use tenkyo_lexicon::quantity::Words;
use tenkyo_model::{ActorId, Agreement, AgreementDate, Certainty, Findings, Polarity, Pos, Token};
use tenkyo_text::Span;

/// Characters at most between a predicate and the agreement that it describes (署名された条約).
const NEAR: usize = 8;

/// Reads what the sentence of a mention tells.
pub(super) fn read(context: Context<'_>, findings: &Findings, mention: &Mention, agreement: &mut Agreement) {
    let words = &context.lexicon.agreements.words;
    let told = |list: &Words| date(context, findings, mention, list);
    let (signed, force, ended) = (told(&words.signing), told(&words.force), told(&words.ending));
    let made = signed.is_some() || force.is_some();
    for actor in parties::told(context, findings, mention, made) {
        if !agreement.parties.contains(&actor) {
            agreement.parties.push(actor);
        }
    }
    better(&mut agreement.signed, signed);
    better(&mut agreement.in_force, force);
    better(&mut agreement.ended, ended);
}

/// Takes a date over one that is less told.
fn better(old: &mut Option<AgreementDate>, new: Option<AgreementDate>) {
    let dated = |d: &Option<AgreementDate>| d.as_ref().is_some_and(|d| d.value.is_some());
    if !dated(old) && (dated(&new) || old.is_none()) {
        *old = new;
    }
}

/// The date of the first finished predicate of `list` that the sentence has of the agreement.
fn date(context: Context<'_>, findings: &Findings, mention: &Mention, list: &Words) -> Option<AgreementDate> {
    let predicate = predicate(context, mention, list)?;
    let dated = times::of_clause(context, findings, predicate).filter(|d| d.basis <= DateBasis::Sentence);
    Some(AgreementDate { value: dated.map(|d| d.value), span: Some(predicate) })
}

fn predicate(context: Context<'_>, mention: &Mention, list: &Words) -> Option<Span> {
    let text = &*context.article.text;
    let sentence = &context.analysis.sentences[mention.sentence];
    let tokens = context.analysis.tokens_of(sentence);
    let is = |t: &Token| list.has(&text[t.span]) || t.pos == Pos::Verb && list.has(t.lemma(text));
    let area = gather::after(mention);
    let after = (0..tokens.len()).find(|i| area.contains(tokens[*i].span) && is(&tokens[*i]));
    let within = || (0..tokens.len()).find(|i| mention.span.contains(tokens[*i].span) && is(&tokens[*i]));
    let near = |t: &Token| {
        t.span.end <= mention.span.start
            && text[t.span.end as usize..mention.span.start as usize].chars().count() <= NEAR
    };
    let before = || (0..tokens.len()).rev().find(|i| near(&tokens[*i]) && is(&tokens[*i]));
    let at = within().or_else(before).or(after)?;
    is_done(context, tokens, at).then_some(tokens[at].span)
}

/// Whether a predicate tells what has happened: affirmed, sure, and not of what is to come.
fn is_done(context: Context<'_>, tokens: &[Token], at: usize) -> bool {
    let text = &*context.article.text;
    let stance = certainty::of_clause(context, tokens[at].span);
    let coming = &context.lexicon.transfers.words;
    let verb = tokens[at..]
        .iter()
        .skip(usize::from(tokens[at].pos != Pos::Verb))
        .take_while(|t| matches!(t.pos, Pos::Verb | Pos::DependentVerb | Pos::Auxiliary | Pos::Conjunctive));
    let last = verb.last();
    let plain = last.is_some_and(|t| {
        let form = t.field(5).is_some_and(|f| coming.adnominal_forms.has(f));
        matches!(t.pos, Pos::Verb) && form && coming.light.has(t.lemma(text))
    });
    // 破棄を表明した is not yet an end: a noun must be the predicate itself.
    let next = tokens.get(at + 1);
    let closes = |t: &Token| matches!(t.pos, Pos::FullStop | Pos::Comma) || coming.light.has(t.lemma(text));
    let predicate = tokens[at].pos == Pos::Verb || next.is_none_or(closes);
    predicate && stance.certainty == Certainty::Certain && stance.polarity == Polarity::Positive && !plain
}

/// Adds what `knowledge/` has and the article does not tell.
pub(super) fn complete(context: Context<'_>, findings: &Findings, agreement: &mut Agreement) {
    let agreements = &context.lexicon.agreements;
    let Some(index) = agreement.knowledge.as_deref().and_then(|id| agreements.by_id(id)) else { return };
    let known = &agreements.known[index];
    let actor = |id: &String| {
        let at = findings.actors.iter().position(|a| a.knowledge.as_ref() == Some(id))?;
        Some(ActorId(at as u32))
    };
    if !known.parties.is_empty() {
        agreement.parties = known.parties.iter().filter_map(actor).collect();
    }
    let fill = |old: &mut Option<AgreementDate>, known: &Option<String>| {
        let told = old.as_ref().and_then(|d| d.value.as_deref());
        let undated = told.is_none_or(|t| known.as_deref().is_some_and(|k| k.starts_with(t)));
        if let (true, Some(value)) = (undated, known) {
            *old =
                Some(AgreementDate { value: Some(value.clone()), span: old.as_ref().and_then(|d| d.span) });
        }
    };
    fill(&mut agreement.signed, &known.signed);
    fill(&mut agreement.in_force, &known.in_force);
    fill(&mut agreement.ended, &known.ended);
}
