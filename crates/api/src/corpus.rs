//! What the workspace holds.

use crate::otherwise::Unchanged;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use std::sync::Arc;
use tenkyo_query::Live;

/// The number of entries of each list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub(crate) struct Corpus {
    /// Version of the program.
    version: &'static str,
    /// Articles.
    articles: usize,
    /// Persons, organisations, states, places and groups.
    actors: usize,
    /// Acts of saying.
    statements: usize,
    /// Propositions.
    claims: usize,
    /// Contradictions.
    disputes: usize,
    /// Events.
    timeline: usize,
    /// Things given, sold, shipped or offered.
    transfers: usize,
    /// Series of figures.
    series: usize,
    /// Forecasts.
    forecasts: usize,
    /// Pairs of actors, month by month.
    relations: usize,
    /// States that act together.
    blocs: usize,
    /// Treaties and other agreements.
    agreements: usize,
    /// Weapons, aircraft, ships and the like.
    equipment: usize,
    /// Corrections in the log, those that no longer count too.
    corrections: usize,
}

#[utoipa::path(
    get, path = "/api/v1", tag = "workspace", operation_id = "workspace", summary = "How many entries each list holds",
    responses(
        (status = 200, body = Corpus, description = "The counts"),
        Unchanged,
    )
)]
pub(crate) async fn show(State(live): State<Arc<Live>>) -> Json<Corpus> {
    let now = live.now();
    let l = &now.ledger;
    Json(Corpus {
        version: env!("CARGO_PKG_VERSION"),
        articles: l.documents.len(),
        actors: l.actors.len(),
        statements: l.utterances.len(),
        claims: l.claims.len(),
        disputes: l.disputes.len(),
        timeline: l.occurrences.len(),
        transfers: l.transfers.len(),
        series: l.series.len(),
        forecasts: l.forecasts.len(),
        relations: l.relations.len(),
        blocs: l.blocs.len(),
        agreements: l.agreements.len(),
        equipment: l.equipment.len(),
        corrections: now.log.len(),
    })
}
