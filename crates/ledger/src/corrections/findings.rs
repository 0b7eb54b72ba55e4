//! What a correction changes in the findings of one document.

use super::nearest;
use crate::{Reading, anchor};
use std::borrow::Cow;
use std::collections::BTreeMap;
use tenkyo_model::correction::{Anchor, Change};
use tenkyo_model::{Actor, ActorId, EventType, Findings, StatementId};
use tenkyo_text::Span;

/// Makes the change if it is about this document and its words are there.
pub(super) fn change(reading: &mut Cow<'_, Reading>, change: &Change, speakers: &BTreeMap<&str, Actor>) {
    match change {
        Change::Speaker { statement, speaker } => {
            let Some(at) = self::statement(reading, statement) else { return };
            let who = speaker.as_deref().and_then(|who| speakers.get(who));
            set_speaker(&mut reading.to_mut().findings, at, who);
        }
        Change::NotStatement { statement } => {
            let Some(at) = self::statement(reading, statement) else { return };
            remove(&mut reading.to_mut().findings, at);
        }
        Change::Date { at, date } => {
            let Some(words) = words(reading, at) else { return };
            set_date(&mut reading.to_mut().findings, words, date.as_ref());
        }
        Change::Type { event, kind, mode } => {
            let Some(words) = words(reading, event) else { return };
            set_type(&mut reading.to_mut().findings, words, *kind, mode.as_ref());
        }
        Change::Pair { .. } | Change::Alias { .. } | Change::Withdraw { .. } => {}
    }
}

/// Where the words of an anchor stand in this document; none for an anchor of another one.
fn words(reading: &Reading, anchor: &Anchor) -> Option<Span> {
    let article = &reading.article;
    let here = article.id.0 == anchor.document || article.source == anchor.source;
    here.then(|| anchor::find(anchor, &article.text)).flatten()
}

fn statement(reading: &Reading, anchor: &Anchor) -> Option<usize> {
    let words = words(reading, anchor)?;
    let statements = reading.findings.statements.iter().enumerate();
    nearest(words, statements.map(|(i, s)| (i, s.content))).map(|(i, _)| i)
}

/// Index of an actor in a document, added where the document has none.
fn actor(findings: &mut Findings, who: &Actor) -> ActorId {
    let is = |a: &Actor| match (&who.knowledge, &a.knowledge) {
        (Some(x), Some(y)) => x == y,
        _ => a.name == who.name,
    };
    let at = findings.actors.iter().position(is).unwrap_or_else(|| {
        findings.actors.push(who.clone());
        findings.actors.len() - 1
    });
    ActorId(at as u32)
}

/// Gives a statement its speaker, and what stands in it its first source.
fn set_speaker(findings: &mut Findings, at: usize, who: Option<&Actor>) {
    let before = findings.statements[at].speaker;
    let speaker = who.map(|who| actor(findings, who));
    let content = findings.statements[at].content;
    findings.statements[at].speaker = speaker;
    let chains = findings
        .events
        .iter_mut()
        .filter(|e| e.statement == Some(StatementId(at as u32)))
        .map(|e| &mut e.according_to)
        .chain(
            findings.transfers.iter_mut().filter(|t| content.contains(t.span)).map(|t| &mut t.according_to),
        );
    for chain in chains.filter(|c| c.first().copied() == before) {
        let relays = if chain.is_empty() { Vec::new() } else { chain.split_off(1) };
        *chain = speaker.into_iter().chain(relays).collect();
    }
}

/// Takes a statement out; what stands in it is the author's own.
fn remove(findings: &mut Findings, at: usize) {
    findings.statements.remove(at);
    for event in &mut findings.events {
        event.statement = match event.statement {
            Some(StatementId(s)) if s as usize == at => {
                event.according_to.clear();
                None
            }
            Some(StatementId(s)) if s as usize > at => Some(StatementId(s - 1)),
            other => other,
        };
    }
}

fn set_date(findings: &mut Findings, words: Span, date: Option<&String>) {
    let events = findings.events.iter().enumerate().map(|(i, e)| (i, e.trigger));
    if let Some((i, _)) = nearest(words, events) {
        (findings.events[i].date, findings.events[i].date_span) = (date.cloned(), None);
        (findings.events[i].date_local, findings.events[i].date_japan) = (None, None);
    }
    let transfers = findings.transfers.iter().enumerate().map(|(i, t)| (i, t.span));
    if let Some((i, _)) = nearest(words, transfers) {
        (findings.transfers[i].date, findings.transfers[i].date_span) = (date.cloned(), None);
        (findings.transfers[i].date_local, findings.transfers[i].date_japan) = (None, None);
    }
}

fn set_type(findings: &mut Findings, words: Span, kind: Option<EventType>, mode: Option<&String>) {
    let events = findings.events.iter().enumerate().map(|(i, e)| (i, e.trigger));
    let Some((i, _)) = nearest(words, events) else { return };
    match kind {
        Some(kind) => (findings.events[i].kind, findings.events[i].mode) = (kind, mode.cloned()),
        None => _ = findings.events.remove(i),
    }
}
