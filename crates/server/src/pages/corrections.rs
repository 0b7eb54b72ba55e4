//! The log of corrections, the form for one, and what takes both.

use super::{CITING, Frame, Page, Pager, Render, failure};
use crate::ask::Asked;
use crate::desk::{Cited, Desk, Site};
use crate::display::{self, shortened, shown};
use crate::language::cookie;
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use tenkyo_model::EventType;
use tenkyo_model::correction::{Anchor, Change, Logged};
use tenkyo_model::ledger::{Member, Occurrence, Subject, Verdict};
use tenkyo_query::{Correcting, Date, Target};

/// Longest of each field, in characters.
const LONGEST: usize = 500;
/// Longest wording of an entry that is offered, in characters.
const CONTENT: usize = 60;
/// Names offered for a speaker or entries for a pair, and words shown of an entry.
const NAMES: usize = 200;
const WORDS: usize = 6;

#[derive(Template)]
#[template(path = "corrections.html")]
struct Log {
    frame: Frame,
    pager: Pager,
    rows: Vec<Row>,
}

struct Row {
    number: u64,
    at: String,
    by: String,
    why: String,
    kind: &'static str,
    /// Words and values of the correction.
    about: Vec<String>,
    value: String,
    /// `stands`, `lost` (its words are gone) or `withdrawn`.
    state: &'static str,
    undo: bool,
}

pub(crate) async fn list(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let newest: Vec<&Logged> = desk.log.iter().rev().collect();
    let pager = Pager::new("/corrections", &asked, newest.len(), CITING).with_json("corrections", &asked);
    let rows = pager.of(&newest).iter().map(|entry| row(&desk, entry)).collect();
    Log { frame: page.frame("corrections"), pager, rows }.page(page.language)
}

fn row(desk: &Desk, entry: &Logged) -> Row {
    let correction = &entry.correction;
    let (anchors, value) = told(&correction.change);
    let text = |text: &str| shown(text).into_owned();
    Row {
        number: entry.number,
        at: display::moment(&correction.at),
        by: text(&correction.by),
        why: text(&correction.why),
        kind: correction.change.kind(),
        about: anchors.into_iter().map(|anchor| text(&anchor.exact)).collect(),
        value: text(&value),
        state: desk.state(entry),
        undo: desk.ledger.corrections.iter().any(|s| s.number == entry.number),
    }
}

/// The words that a change names, and the value that it gives.
fn told(change: &Change) -> (Vec<&Anchor>, String) {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "—".into());
    match change {
        Change::Pair { left, right, .. } => (vec![left, right], String::new()),
        Change::Speaker { statement, speaker } => (vec![statement], value(speaker)),
        Change::Date { at, date } => (vec![at], value(date)),
        Change::Type { event, kind, .. } => (vec![event], kind.map_or("—", |k| k.name()).to_owned()),
        Change::NotStatement { statement } => (vec![statement], String::new()),
        Change::Alias { actor, alias } => (Vec::new(), format!("{actor} = {alias}")),
        Change::Withdraw { number } => (Vec::new(), number.to_string()),
    }
}

#[derive(Template)]
#[template(path = "correct.html")]
struct Correct {
    frame: Frame,
    id: String,
    /// `utterance`, `occurrence`, `transfer` or `actor`.
    about: &'static str,
    words: Cited,
    by: String,
    names: Vec<String>,
    types: Vec<&'static str>,
    /// Entries of the same kind that it may be the same as: id and words.
    others: Vec<(String, String)>,
    /// The mentions of an actor, one a document, to be told apart: id and words.
    mentions: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub(crate) struct Which {
    id: String,
}

pub(crate) async fn one(
    page: Page,
    State(desk): State<Arc<Desk>>,
    Query(which): Query<Which>,
    headers: HeaderMap,
) -> Response {
    let frame = page.frame("correct");
    let Some(target) = desk.target(&which.id) else {
        return failure(StatusCode::NOT_FOUND, frame, "error.missing");
    };
    Correct {
        about: target.about.name(),
        words: desk.cited(&which.id, &target.members, WORDS, page.language),
        by: cookie(&headers, "by").map(|by| decoded(&by)).unwrap_or_default(),
        names: desk.speakers.iter().take(NAMES).map(|(id, _)| desk.name(id)).collect(),
        others: others(&desk, &target, &which.id),
        types: EventType::NAMES.iter().map(|(_, name)| *name).collect(),
        mentions: mentions(&desk, &target),
        id: which.id,
        frame,
    }
    .page(page.language)
}

/// The entries of the kind of this one that are likeliest to be meant by a pair: those with most in common come first.
fn others(desk: &Desk, target: &Target, id: &str) -> Vec<(String, String)> {
    let l = &desk.ledger;
    let words = |head: &str, text: &str| format!("{head} {}", shortened(text, CONTENT)).trim().to_owned();
    match target.about {
        Subject::Actor => {
            let kind = desk.actor(id).map(|actor| actor.kind);
            let others = l.actors.iter().filter(|a| a.id != id);
            near_first(others, |a| Some(a.kind) == kind, |a| (a.id.clone(), words(&a.name, "")))
        }
        Subject::Occurrence => {
            let own = l.occurrences.iter().find(|o| o.id == id);
            let near = |o: &Occurrence| own.is_some_and(|own| o.kind == own.kind || o.date == own.date);
            let others = l.occurrences.iter().filter(|o| o.id != id);
            near_first(others, near, |o| (o.id.clone(), words(date(&o.date), &o.label)))
        }
        Subject::Utterance => {
            let own = l.utterances.iter().find(|u| u.id == id).map(|u| &u.speaker);
            let others = l.utterances.iter().filter(|u| u.id != id);
            near_first(others, |u| own == Some(&u.speaker), |u| (u.id.clone(), words(date(&u.date), &u.text)))
        }
        Subject::Transfer => {
            let own = l.transfers.iter().find(|t| t.id == id).map(|t| &t.receiver);
            let others = l.transfers.iter().filter(|t| t.id != id);
            near_first(
                others,
                |t| own == Some(&t.receiver),
                |t| (t.id.clone(), words(date(&t.date), &t.item)),
            )
        }
        Subject::Document => Vec::new(),
    }
}

/// The first of `all`, those that are near before the others.
fn near_first<'l, E: 'l, R>(
    all: impl Iterator<Item = &'l E> + Clone,
    near: impl Fn(&E) -> bool,
    row: impl Fn(&E) -> R,
) -> Vec<R> {
    let (close, far) = (all.clone().filter(|e| near(e)), all.filter(|e| !near(e)));
    close.chain(far).take(NAMES).map(row).collect()
}

fn date(date: &Option<String>) -> &str {
    date.as_deref().unwrap_or_default()
}

/// The first mention of an actor in each document.
fn mentions(desk: &Desk, target: &Target) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let firsts = target.members.iter().filter(|m| target.about == Subject::Actor && seen.insert(&m.document));
    firsts.take(NAMES).filter_map(|member| mention(desk, member)).collect()
}

fn mention(desk: &Desk, member: &Member) -> Option<(String, String)> {
    let document = desk.document(member)?;
    let place = desk.href(member)?.split_once('#')?.1.to_owned();
    let title = document.title.as_deref().unwrap_or(&document.source);
    let words = document.text.get(member.span.range())?;
    Some((format!("{}:{place}", document.id), format!("{} — {}", shown(words), shown(title))))
}

/// A form as it was sent.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Sent {
    kind: String,
    id: String,
    /// Id of the other one of a pair; where it is given, it is the pair's first.
    one: String,
    other: String,
    value: String,
    mode: String,
    by: String,
    why: String,
    number: u64,
}

pub(crate) async fn take(page: Page, State(site): State<Site>, Form(sent): Form<Sent>) -> Response {
    let refused = |key| failure(StatusCode::BAD_REQUEST, page.frame("corrections"), key);
    let fields = [&sent.id, &sent.one, &sent.other, &sent.value, &sent.mode, &sent.by, &sent.why];
    if fields.iter().any(|field| field.chars().count() > LONGEST) {
        return refused("corrections.toolong");
    }
    let Some(asked) = sent.asked() else { return refused("corrections.value") };
    let by = if sent.by.trim().is_empty() { "—".to_owned() } else { sent.by.trim().to_owned() };
    let kept = crate::ask::encoded(sent.by.trim());
    let written = tokio::task::spawn_blocking(move || site.live.correct(&asked, &by, &sent.why));
    match written.await {
        Ok(Ok(Ok(_))) => {
            let mut response = Redirect::to("/corrections").into_response();
            let cookie = format!("by={kept}; Path=/; SameSite=Strict; Max-Age=31536000");
            if let Ok(value) = HeaderValue::from_str(&cookie) {
                response.headers_mut().insert(header::SET_COOKIE, value);
            }
            response
        }
        Ok(Ok(Err(_))) => refused("corrections.value"),
        failed => {
            tracing::error!(?failed, "a correction could not be kept");
            failure(StatusCode::INTERNAL_SERVER_ERROR, page.frame("corrections"), "error.internal")
        }
    }
}

impl Sent {
    fn asked(&self) -> Option<Correcting> {
        let id = self.id.trim().to_owned();
        let value = Some(self.value.trim()).filter(|value| !value.is_empty());
        Some(match self.kind.as_str() {
            "speaker" => Correcting::Speaker(id, value.map(str::to_owned)),
            "date" => {
                let date = value.map(|value| value.parse::<Date>().map(|date| date.as_str().to_owned()));
                Correcting::Date(id, date.transpose().ok()?)
            }
            "type" => {
                let kind = match value {
                    None => None,
                    Some(name) => Some(EventType::from_name(name)?),
                };
                let mode = Some(self.mode.trim()).filter(|mode| !mode.is_empty());
                Correcting::Type(id, kind, mode.map(str::to_owned))
            }
            "not-a-statement" => Correcting::NotStatement(id),
            "alias" => Correcting::Alias(id, value?.to_owned()),
            "withdraw" => Correcting::Withdraw(self.number),
            kind => {
                let verdict = Verdict::from_name(kind)?;
                let one = self.one.trim();
                let left = if one.is_empty() { id } else { one.to_owned() };
                Correcting::Pair { left, right: self.other.trim().to_owned(), verdict }
            }
        })
    }
}

/// A cookie's value with its %XX as characters.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = hex.filter(|_| *first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    shown(&String::from_utf8_lossy(&bytes)).into_owned()
}
