//! The actors, and one of them with everything it said and did.

use super::rows::{self, OccurrenceRow, TransferRow, UtteranceRow};
use super::{Frame, Page, Render, failure};
use crate::desk::Desk;
use crate::desk::Words;
use crate::display::shown;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::BTreeMap;
use std::sync::Arc;
use tenkyo_model::ledger::{Actor, Occurrence, Utterance};
use tenkyo_model::{ActorKind, Polarity};

/// How many actors of one kind the list shows.
const OF_KIND: usize = 300;
/// How many mentions, and how many entries of each list, the page of an actor shows.
const MENTIONS: usize = 60;
const ENTRIES: usize = 100;

#[derive(Template)]
#[template(path = "actors.html")]
struct Actors {
    frame: Frame,
    groups: Vec<(&'static str, Vec<ActorRow>)>,
}

struct ActorRow {
    actor: rows::Named,
    /// The filter for everything of this actor.
    all: String,
    names: String,
    mentions: usize,
    statements: usize,
}

pub(crate) async fn list(page: Page, State(desk): State<Arc<Desk>>) -> Response {
    let said = desk.speakers.iter().map(|(id, count)| (id.as_str(), *count)).collect();
    let kinds = ActorKind::NAMES.iter().map(|(kind, name)| (*name, of_kind(&desk, *kind, &said)));
    let groups = kinds.filter(|(_, rows)| !rows.is_empty()).collect();
    Actors { frame: page.frame("actors"), groups }.page(page.language)
}

fn of_kind(desk: &Desk, kind: ActorKind, said: &BTreeMap<&str, usize>) -> Vec<ActorRow> {
    let mut actors: Vec<_> = desk.ledger.actors.iter().filter(|actor| actor.kind == kind).collect();
    actors.sort_by(|a, b| b.mentions.cmp(&a.mentions).then_with(|| a.id.cmp(&b.id)));
    let row = |actor: &Actor| ActorRow {
        actor: desk.named(&actor.id),
        all: filter(&actor.id),
        names: names(actor),
        mentions: actor.mentions,
        statements: said.get(actor.id.as_str()).copied().unwrap_or(0),
    };
    actors.into_iter().take(OF_KIND).map(row).collect()
}

/// The filter for everything of an actor.
fn filter(id: &str) -> String {
    format!("actor={}", crate::ask::encoded(id))
}

/// The other names, joined.
fn names(actor: &Actor) -> String {
    let others = actor.names.iter().filter(|name| **name != actor.name).take(6);
    shown(&others.cloned().collect::<Vec<_>>().join("、")).into_owned()
}

#[derive(Template)]
#[template(path = "actor.html")]
struct One {
    frame: Frame,
    /// The filter for everything of this actor.
    all: String,
    own_id: String,
    name: String,
    /// How many of its statements deny something.
    denied: usize,
    kind: &'static str,
    wikidata: Option<String>,
    names: Vec<String>,
    titles: Vec<(String, String)>,
    said: Vec<UtteranceRow>,
    relayed: Vec<UtteranceRow>,
    did: Vec<OccurrenceRow>,
    gave: Vec<TransferRow>,
    mentions: Vec<Words>,
}

pub(crate) async fn one(page: Page, State(desk): State<Arc<Desk>>, Path(id): Path<String>) -> Response {
    let frame = page.frame("actors");
    let Some(actor) = desk.actor(&id) else { return failure(StatusCode::NOT_FOUND, frame, "error.missing") };
    let (language, ledger) = (page.language, &desk.ledger);
    let utterances = |by: &dyn Fn(&Utterance) -> bool| {
        let list = ledger.utterances.iter().filter(|u| by(u));
        list.take(ENTRIES).map(|u| rows::utterance(&desk, u, language)).collect()
    };
    let parties = |o: &&Occurrence| o.source.iter().chain(&o.target).chain(&o.place).any(|i| *i == id);
    let did = ledger.occurrences.iter().filter(parties);
    let gave =
        ledger.transfers.iter().filter(|t| [&t.giver, &t.receiver].into_iter().flatten().any(|i| *i == id));
    let denied =
        |u: &&Utterance| u.speaker.as_deref() == Some(id.as_str()) && u.polarity == Polarity::Negative;
    One {
        all: filter(&id),
        denied: ledger.utterances.iter().filter(denied).count(),
        own_id: crate::ask::encoded(&id),
        name: shown(&actor.name).into_owned(),
        kind: actor.kind.name(),
        wikidata: actor.wikidata.clone(),
        names: actor.names.iter().map(|name| shown(name).into_owned()).collect(),
        titles: titles(actor, &page),
        said: utterances(&|u| u.speaker.as_deref() == Some(id.as_str())),
        relayed: utterances(&|u| u.via.contains(&id)),
        did: did.take(ENTRIES).map(|o| rows::occurrence(&desk, o, language)).collect(),
        gave: gave.take(ENTRIES).map(|t| rows::transfer(&desk, t, language)).collect(),
        mentions: desk.all_words(&actor.members[..actor.members.len().min(MENTIONS)], language),
        frame,
    }
    .page(language)
}

/// Each title with the dates between which articles give it.
fn titles(actor: &Actor, page: &Page) -> Vec<(String, String)> {
    let dates = |from: &Option<String>, to: &Option<String>| match (from, to) {
        (Some(a), Some(b)) if a == b => crate::display::date(a, page.language),
        (Some(a), Some(b)) => crate::display::date(&format!("{a}/{b}"), page.language),
        _ => String::new(),
    };
    actor.titles.iter().map(|t| (shown(&t.title).into_owned(), dates(&t.from, &t.to))).collect()
}
