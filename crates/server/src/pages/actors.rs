//! The actors, and one of them with everything it said and did.

use super::rows::{self, OccurrenceRow, TransferRow, UtteranceRow};
use super::{Frame, Page, Pager, ROWS, Render, failure};
use crate::ask::Asked;
use crate::desk::{Cited, Desk};
use crate::display::shown;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::ledger::{Actor, Occurrence, Transfer, Utterance};
use tenkyo_model::{ActorKind, Polarity};
use tenkyo_query::Filter;

/// Actors of one kind on the page of all kinds.
const OF_KIND: usize = 20;
/// How many entries of each list, mentions, names and titles the page of an actor shows; links lead to the others.
const SAID: usize = 30;
const ENTRIES: usize = 15;
const MENTIONS: usize = 12;
const NAMES: usize = 60;
const TITLES: usize = 40;

#[derive(Template)]
#[template(path = "actors.html")]
struct Actors {
    frame: Frame,
    filter: Asked,
    groups: Vec<Group>,
    /// Where only one kind is asked for.
    pager: Option<Pager>,
}

/// Actors of one kind.
struct Group {
    kind: &'static str,
    count: usize,
    rows: Vec<ActorRow>,
    /// All of this kind, where they are not all here.
    all: Option<String>,
}

struct ActorRow {
    actor: rows::Named,
    /// The filter for everything of this actor.
    all: String,
    names: String,
    mentions: usize,
    statements: usize,
}

pub(crate) async fn list(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let found = asked.of(&desk, &desk.ledger.actors);
    let pager = (asked.filter.kind.len() == 1)
        .then(|| Pager::new("/actors", &asked, found.len(), ROWS).with_json("actors", &asked));
    let groups = match &pager {
        Some(pager) => {
            by_kind(pager.of(&found)).map(|(kind, of)| group(&desk, kind, &of, ROWS, &asked)).collect()
        }
        None => by_kind(&found).map(|(kind, of)| group(&desk, kind, &of, OF_KIND, &asked)).collect(),
    };
    Actors { frame: page.frame("actors"), filter: asked, groups, pager }.page(page.language)
}

/// Those of each kind, the most mentioned first, as the list has them.
fn by_kind<'a>(found: &[&'a Actor]) -> impl Iterator<Item = (ActorKind, Vec<&'a Actor>)> {
    let mut kinds = ActorKind::NAMES.iter().map(|(kind, _)| (*kind, Vec::new())).collect::<Vec<_>>();
    for actor in found {
        kinds.iter_mut().filter(|(kind, _)| *kind == actor.kind).for_each(|(_, all)| all.push(*actor));
    }
    kinds.into_iter().filter(|(_, all)| !all.is_empty())
}

fn group(desk: &Desk, kind: ActorKind, of: &[&Actor], most: usize, asked: &Asked) -> Group {
    let row = |actor: &&Actor| ActorRow {
        actor: desk.named(&actor.id),
        all: filter(&actor.id),
        names: names(actor),
        mentions: actor.mentions,
        statements: desk.index.utterances().actor(&actor.id).len(),
    };
    let all = Filter { kind: vec![kind.name().to_owned()], ..asked.filter.clone() };
    Group {
        kind: kind.name(),
        count: of.len(),
        rows: of.iter().take(most).map(row).collect(),
        all: (of.len() > most).then(|| format!("/actors?{}", crate::ask::query_of(&all))),
    }
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
    /// Names and titles that stand at once, and those that open.
    names: (Vec<String>, Vec<String>),
    titles: (Vec<TitleRow>, Vec<TitleRow>),
    said: Part<UtteranceRow>,
    relayed: Part<UtteranceRow>,
    did: Part<OccurrenceRow>,
    gave: Part<TransferRow>,
    mentions: Cited,
}

/// A title, and the dates between which articles give it.
type TitleRow = (String, String);

/// The first entries of a list, and how many it has.
struct Part<R> {
    rows: Vec<R>,
    count: usize,
}

impl<R> Part<R> {
    fn of<E>(all: &[E], most: usize, row: impl Fn(&E) -> R) -> Self {
        Self { rows: all.iter().take(most).map(row).collect(), count: all.len() }
    }
}

/// The entries of a list at these places.
fn at<'l, E>(list: &'l [E], places: &'l [u32]) -> impl Iterator<Item = &'l E> {
    places.iter().filter_map(|at| list.get(*at as usize))
}

pub(crate) async fn one(page: Page, State(desk): State<Arc<Desk>>, Path(id): Path<String>) -> Response {
    let frame = page.frame("actors");
    let Some(actor) = desk.actor(&id) else { return failure(StatusCode::NOT_FOUND, frame, "error.missing") };
    let (language, ledger, index) = (page.language, &desk.ledger, &desk.index);
    let (said, relayed): (Vec<&Utterance>, Vec<&Utterance>) =
        at(&ledger.utterances, index.utterances().actor(&id)).partition(|u| u.speaker.as_ref() == Some(&id));
    let did: Vec<&Occurrence> = at(&ledger.occurrences, index.occurrences().actor(&id)).collect();
    let gave: Vec<&Transfer> = at(&ledger.transfers, index.transfers().actor(&id)).collect();
    let names: Vec<String> = actor.names.iter().map(|name| shown(name).into_owned()).collect();
    One {
        all: filter(&id),
        denied: said.iter().filter(|u| u.polarity == Polarity::Negative).count(),
        own_id: crate::ask::encoded(&id),
        name: shown(&actor.name).into_owned(),
        kind: actor.kind.name(),
        wikidata: actor.wikidata.clone(),
        names: parted(names, NAMES),
        titles: parted(titles(actor, &page), TITLES),
        said: Part::of(&said, SAID, |u| rows::utterance(&desk, u, language)),
        relayed: Part::of(&relayed, ENTRIES, |u| rows::utterance(&desk, u, language)),
        did: Part::of(&did, ENTRIES, |o| rows::occurrence(&desk, o, language)),
        gave: Part::of(&gave, ENTRIES, |t| rows::transfer(&desk, t, language)),
        mentions: desk.cited(&id, &actor.members, MENTIONS, language),
        frame,
    }
    .page(language)
}

/// The first of a list, and the others.
fn parted<T>(mut first: Vec<T>, most: usize) -> (Vec<T>, Vec<T>) {
    let others = first.split_off(first.len().min(most));
    (first, others)
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
