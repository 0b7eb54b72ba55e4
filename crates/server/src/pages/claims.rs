//! Propositions, and who stands where on them.

use super::rows::Named;
use super::{CITING, Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::desk::{Cited, Desk};
use crate::display::shown;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::ledger::{Claim, Position, Stance};

/// Most positions of one stance on a claim, and most words of one position; a link leads to the others.
const POSITIONS: usize = 4;
const WORDS: usize = 3;

#[derive(Template)]
#[template(path = "claims.html")]
struct Claims {
    frame: Frame,
    pager: Pager,
    rows: Vec<ClaimRow>,
}

struct ClaimRow {
    label: String,
    /// How many independent first sources it has.
    roots: usize,
    /// The page with all its words.
    all: String,
    /// One cell for each stance, in the order of [`STANCES`].
    cells: Vec<Cell>,
}

/// Who takes one stance.
struct Cell {
    positions: Vec<PositionRow>,
    /// How many more there are.
    rest: usize,
}

struct PositionRow {
    by: Named,
    words: Cited,
}

const STANCES: [Stance; 4] = [Stance::Asserts, Stance::Hedges, Stance::Denies, Stance::Relays];

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let found = asked.of(&desk, &desk.ledger.claims);
    let pager = Pager::new("/claims", &asked, found.len(), CITING).with_json("claims", &asked);
    let rows = pager.of(&found).iter().map(|claim| row(&desk, claim, &page)).collect();
    Claims { frame: page.frame("claims"), pager, rows }.page(page.language)
}

fn row(desk: &Desk, claim: &Claim, page: &Page) -> ClaimRow {
    let position = |position: &Position| PositionRow {
        by: desk.named(&position.by),
        words: desk.cited(&claim.id, &position.members, WORDS, page.language),
    };
    let cell = |stance: Stance| {
        let mut positions = claim.positions.iter().filter(|position| position.stance == stance);
        let first = positions.by_ref().take(POSITIONS).map(position).collect();
        Cell { positions: first, rest: positions.count() }
    };
    ClaimRow {
        label: shown(&claim.label).into_owned(),
        roots: claim.roots.len(),
        all: format!("/words?id={}", crate::ask::encoded(&claim.id)),
        cells: STANCES.into_iter().map(cell).collect(),
    }
}

impl Claims {
    fn stances(&self) -> Vec<&'static str> {
        STANCES.iter().map(|stance| self.frame.name("stance", stance.name())).collect()
    }
}
