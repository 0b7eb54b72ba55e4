//! Claims by sources: who takes which stance on what, one cell for each.

use super::rows::Named;
use super::{Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::desk::{Cited, Desk};
use crate::display::shown;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;
use tenkyo_model::ledger::{Claim, Stance};

/// Claims on one page, most sources of these (those with the most positions), and most words of one cell.
const CLAIMS: usize = 40;
const SOURCES: usize = 24;
const WORDS: usize = 3;

#[derive(Template)]
#[template(path = "matrix.html")]
struct Matrix {
    frame: Frame,
    pager: Pager,
    /// How many more sources take a position.
    rest: usize,
    sources: Vec<Named>,
    rows: Vec<Row>,
}

struct Row {
    label: String,
    /// The page with all its words.
    all: String,
    /// One for each source.
    cells: Vec<Vec<Cell>>,
}

/// A stance of a source.
struct Cell {
    stance: &'static str,
    sign: char,
    words: Cited,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let found = asked.of(&desk, &desk.ledger.claims);
    let pager = Pager::new("/claims/matrix", &asked, found.len(), CLAIMS).with_json("claims", &asked);
    let claims = pager.of(&found);
    let mut sources = sources(claims);
    let rest = sources.len().saturating_sub(SOURCES);
    sources.truncate(SOURCES);
    let row = |claim: &&Claim| Row {
        label: shown(&claim.label).into_owned(),
        all: format!("/words?id={}", crate::ask::encoded(&claim.id)),
        cells: sources.iter().map(|by| cells(&desk, claim, by, &page)).collect(),
    };
    let rows = claims.iter().map(row).collect();
    let sources = sources.iter().map(|by| desk.named(by)).collect();
    Matrix { frame: page.frame("claims"), pager, rest, sources, rows }.page(page.language)
}

/// Those who take a position, by how many they take.
fn sources<'l>(claims: &[&'l Claim]) -> Vec<&'l str> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for position in claims.iter().flat_map(|claim| &claim.positions) {
        *counts.entry(&position.by).or_default() += 1;
    }
    let mut order: Vec<_> = counts.into_iter().collect();
    order.sort_by_key(|(by, count)| (Reverse(*count), *by));
    order.into_iter().map(|(by, _)| by).collect()
}

fn cells(desk: &Desk, claim: &Claim, by: &str, page: &Page) -> Vec<Cell> {
    let positions = claim.positions.iter().filter(|position| position.by == by);
    let cell = positions.map(|position| Cell {
        stance: position.stance.name(),
        sign: sign(position.stance),
        words: desk.cited(&claim.id, &position.members, WORDS, page.language),
    });
    cell.filter(|cell| !cell.words.words.is_empty()).collect()
}

fn sign(stance: Stance) -> char {
    match stance {
        Stance::Asserts => '+',
        Stance::Denies => '−',
        Stance::Hedges => '?',
        Stance::Relays => '→',
    }
}
