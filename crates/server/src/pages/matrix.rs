//! Claims by sources: who takes which stance on what, one cell for each.

use super::rows::Named;
use super::{Frame, Page, Render};
use crate::ask::Asked;
use crate::desk::{Desk, Words};
use crate::display::shown;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;
use tenkyo_model::ledger::{Claim, Stance};

/// Most claims and sources that are shown: the claims with the most positions, the sources with the most of these.
const CLAIMS: usize = 60;
const SOURCES: usize = 30;

#[derive(Template)]
#[template(path = "matrix.html")]
struct Matrix {
    frame: Frame,
    sources: Vec<Named>,
    rows: Vec<Row>,
}

struct Row {
    label: String,
    /// One for each source.
    cells: Vec<Vec<Cell>>,
}

/// A stance of a source.
struct Cell {
    stance: &'static str,
    sign: char,
    words: Vec<Words>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let claims: Vec<&Claim> = asked.of(&desk, &desk.ledger.claims).into_iter().take(CLAIMS).collect();
    let sources = sources(&claims);
    let row = |claim: &&Claim| Row {
        label: shown(&claim.label).into_owned(),
        cells: sources.iter().map(|by| cells(&desk, claim, by, &page)).collect(),
    };
    let rows = claims.iter().map(row).filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    let sources = sources.iter().map(|by| desk.named(by)).collect();
    Matrix { frame: page.frame("claims"), sources, rows }.page(page.language)
}

/// Those who take a position, by how many they take.
fn sources<'l>(claims: &[&'l Claim]) -> Vec<&'l str> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for position in claims.iter().flat_map(|claim| &claim.positions) {
        *counts.entry(&position.by).or_default() += 1;
    }
    let mut order: Vec<_> = counts.into_iter().collect();
    order.sort_by_key(|(by, count)| (Reverse(*count), *by));
    order.into_iter().take(SOURCES).map(|(by, _)| by).collect()
}

fn cells(desk: &Desk, claim: &Claim, by: &str, page: &Page) -> Vec<Cell> {
    let positions = claim.positions.iter().filter(|position| position.by == by);
    let cell = positions.map(|position| Cell {
        stance: position.stance.name(),
        sign: sign(position.stance),
        words: desk.all_words(&position.members, page.language),
    });
    cell.filter(|cell| !cell.words.is_empty()).collect()
}

fn sign(stance: Stance) -> char {
    match stance {
        Stance::Asserts => '+',
        Stance::Denies => '−',
        Stance::Hedges => '?',
        Stance::Relays => '→',
    }
}
