//! What each pair of actors did to each other, as curves and as a list.

use super::rows::Named;
use super::{Frame, Page, Render};
use crate::ask::{Asked, encoded, query_of};
use crate::charts::network;
use crate::charts::relations::{self, Chart};
use crate::desk::Desk;
use crate::display::{self, shown};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;
use tenkyo_model::ledger::{Bloc, Occurrence, Relation};

/// Most pairs that are shown; those with the most events come first.
const PAIRS: usize = 24;
/// Most months listed of a pair (the newest), and most events of a month or a bloc; links lead to the others.
const MONTHS: usize = 8;
const EVENTS: usize = 3;
const BLOCS: usize = 12;

#[derive(Template)]
#[template(path = "relations.html")]
struct Relations {
    frame: Frame,
    network: Option<network::Chart>,
    blocs: Vec<BlocRow>,
    pairs: Vec<Pair>,
    /// How many more pairs there are.
    rest: usize,
    /// All of them as the API gives them.
    json: String,
}

/// States that act together, and what says so.
struct BlocRow {
    members: Vec<Named>,
    months: String,
    events: Vec<Event>,
    /// How many more there are, and where their words are.
    rest: usize,
    all: String,
}

struct Pair {
    anchor: String,
    source: Named,
    target: Named,
    chart: Option<Chart>,
    months: Vec<Month>,
    /// How many earlier months there are, and where the events are.
    rest: usize,
    all: String,
}

struct Month {
    anchor: String,
    month: String,
    score: String,
    events: Vec<Event>,
    rest: usize,
    all: String,
}

struct Event {
    kind: &'static str,
    label: String,
    href: String,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let mut pairs = BTreeMap::<(&str, &str), Vec<&Relation>>::new();
    for relation in asked.of(&desk, &desk.ledger.relations) {
        pairs.entry((&relation.source, &relation.target)).or_default().push(relation);
    }
    let mut pairs: Vec<_> = pairs.into_values().collect();
    pairs.sort_by_key(|months| Reverse(months.iter().map(|r| r.occurrences.len()).sum::<usize>()));
    let rest = pairs.len().saturating_sub(PAIRS);
    pairs.truncate(PAIRS);
    let network = network::chart(&desk, &pairs, page.language);
    let blocs = desk.ledger.blocs.iter().take(BLOCS).map(|b| bloc(&desk, b, &page)).collect();
    let pairs = pairs.iter_mut().enumerate().map(|(n, months)| {
        months.sort_by(|a, b| a.month.cmp(&b.month));
        pair(&desk, n, months, &page)
    });
    let pairs = pairs.collect();
    let json = format!("/api/v1/relations?{}", query_of(&asked.filter));
    Relations { frame: page.frame("relations"), network, blocs, pairs, rest, json }.page(page.language)
}

fn pair(desk: &Desk, n: usize, months: &[&Relation], page: &Page) -> Pair {
    let (source, target) = (desk.named(&months[0].source), desk.named(&months[0].target));
    let anchor = format!("pair-{n}");
    let month = |(at, r): (usize, &&Relation)| Month {
        anchor: format!("{anchor}-{at}"),
        month: display::date(&r.month, page.language),
        score: format!("{:+.1}", r.score),
        events: events(desk, &r.occurrences),
        rest: r.occurrences.len().saturating_sub(EVENTS),
        all: of_month(r),
    };
    let skipped = months.len().saturating_sub(MONTHS);
    let name = format!("{} → {}", source.name, target.name);
    let href = |at: usize, r: &Relation| if at < skipped { of_month(r) } else { format!("#{anchor}-{at}") };
    let chart = relations::chart(&name, href, months, page.language);
    let all = format!("/timeline?actor={}", encoded(&months[0].source));
    let months = months.iter().enumerate().skip(skipped).map(month).collect();
    Pair { source, target, chart, months, rest: skipped, all, anchor }
}

fn bloc(desk: &Desk, bloc: &Bloc, page: &Page) -> BlocRow {
    let months = bloc.from.as_deref().zip(bloc.to.as_deref()).map(|(from, to)| match from == to {
        true => display::date(from, page.language),
        false => display::date(&format!("{from}/{to}"), page.language),
    });
    BlocRow {
        members: desk.all_named(&bloc.members),
        months: months.unwrap_or_default(),
        events: events(desk, &bloc.occurrences),
        rest: bloc.occurrences.len().saturating_sub(EVENTS),
        all: format!("/words?id={}", encoded(&bloc.id)),
    }
}

/// The events of the one who acts, in the month.
fn of_month(r: &Relation) -> String {
    format!("/timeline?actor={}&from={month}&to={month}", encoded(&r.source), month = r.month)
}

/// The first of them.
fn events(desk: &Desk, ids: &[String]) -> Vec<Event> {
    ids.iter().take(EVENTS).filter_map(|id| event(desk, desk.index.occurrence(&desk.ledger, id)?)).collect()
}

fn event(desk: &Desk, o: &Occurrence) -> Option<Event> {
    let href = desk.href(o.members.first()?)?;
    Some(Event { kind: o.kind.name(), label: shown(&o.label).into_owned(), href })
}
