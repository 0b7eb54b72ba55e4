//! What the workspace holds.

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
    articles: usize,
    actors: usize,
    statements: usize,
    claims: usize,
    disputes: usize,
    timeline: usize,
    transfers: usize,
    series: usize,
    forecasts: usize,
    relations: usize,
    blocs: usize,
    agreements: usize,
    equipment: usize,
    /// Corrections in the log, those that no longer count too.
    corrections: usize,
}

#[utoipa::path(
    get, path = "/api/v1", tag = "workspace", operation_id = "workspace", summary = "How many entries each list holds",
    responses(
        (status = 200, body = Corpus, description = "The counts"),
        (status = 304, description = "Nothing has changed since the `ETag` of `If-None-Match`"),
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
