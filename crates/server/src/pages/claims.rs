//! Propositions, and who stands where on them.

use super::rows::Named;
use super::{Frame, Page, Render};
use crate::ask::Asked;
use crate::desk::Desk;
use crate::desk::Words;
use crate::display::shown;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::ledger::{Claim, Stance};

/// How many claims a page shows; those with the most positions come first.
const MOST: usize = 120;

#[derive(Template)]
#[template(path = "claims.html")]
struct Claims {
    frame: Frame,
    rows: Vec<ClaimRow>,
}

struct ClaimRow {
    label: String,
    roots: Vec<Named>,
    /// One cell for each stance, in the order of [`STANCES`].
    cells: Vec<Vec<PositionRow>>,
}

struct PositionRow {
    by: Named,
    words: Vec<Words>,
}

const STANCES: [Stance; 4] = [Stance::Asserts, Stance::Hedges, Stance::Denies, Stance::Relays];

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let rows = asked
        .of(&desk, &desk.ledger.claims)
        .into_iter()
        .take(MOST)
        .map(|claim| row(&desk, claim, &page))
        .collect();
    Claims { frame: page.frame("claims"), rows }.page(page.language)
}

fn row(desk: &Desk, claim: &Claim, page: &Page) -> ClaimRow {
    let cell = |stance: Stance| {
        let positions = claim.positions.iter().filter(|position| position.stance == stance);
        let each = positions.map(|position| PositionRow {
            by: desk.named(&position.by),
            words: desk.all_words(&position.members, page.language),
        });
        each.collect()
    };
    ClaimRow {
        label: shown(&claim.label).into_owned(),
        roots: desk.all_named(&claim.roots),
        cells: STANCES.into_iter().map(cell).collect(),
    }
}

impl Claims {
    fn stances(&self) -> Vec<&'static str> {
        STANCES.iter().map(|stance| self.frame.name("stance", stance.name())).collect()
    }
}
