//! The tables of the ledger: for each a list and, where entries have ids, its entries one by one.

use crate::Problem;
use crate::ask::{Ask, Id};
use crate::list::{List, Row, one};
use crate::otherwise::{NoEntry, NoPiece};
use axum::Json;
use axum::extract::State;
use std::sync::Arc;
use tenkyo_query::{Filter, Live, Paging};
use tenkyo_record::ledger as record;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The routes of all tables.
pub(crate) fn routes() -> OpenApiRouter<Arc<Live>> {
    let lists = OpenApiRouter::new()
        .routes(routes!(actors::list))
        .routes(routes!(statements::list))
        .routes(routes!(claims::list))
        .routes(routes!(disputes::list))
        .routes(routes!(timeline::list))
        .routes(routes!(transfers::list))
        .routes(routes!(series::list))
        .routes(routes!(forecasts::list))
        .routes(routes!(relations::list))
        .routes(routes!(blocs::list))
        .routes(routes!(agreements::list))
        .routes(routes!(equipment::list));
    lists
        .routes(routes!(actors::entry))
        .routes(routes!(statements::entry))
        .routes(routes!(claims::entry))
        .routes(routes!(disputes::entry))
        .routes(routes!(timeline::entry))
        .routes(routes!(transfers::entry))
        .routes(routes!(series::entry))
        .routes(routes!(forecasts::entry))
        .routes(routes!(blocs::entry))
        .routes(routes!(agreements::entry))
        .routes(routes!(equipment::entry))
}

/// One table: module, address, record, list of the ledger, method of the writer, what it holds; then, where entries have ids,
/// the address of one.
macro_rules! table {
    ($module:ident, $path:literal, $record:ident, $list:ident, $write:ident, $tells:literal $(, $entry:literal)?) => {
        pub(crate) mod $module {
            use super::*;

            #[utoipa::path(
                get, path = $path, tag = stringify!($module), operation_id = concat!(stringify!($module), "_list"),
                summary = $tells, params(Filter, Paging),
                responses(
                    (status = 200, body = List<Row<record::$record>>, description = "One piece of the list"),
                    NoPiece,
                )
            )]
            pub(crate) async fn list(
                State(live): State<Arc<Live>>,
                ask: Ask,
            ) -> Result<Json<List<Row<record::$record>>>, Problem> {
                let now = live.now();
                List::of(&now, &now.ledger.$list, &ask, |w, e| w.$write(e)).map(Json)
            }

            $(
            #[utoipa::path(
                get, path = $entry, tag = stringify!($module), operation_id = concat!(stringify!($module), "_entry"),
                summary = "One entry", params(("id" = String, Path, description = "Id of the entry")),
                responses(
                    (status = 200, body = record::$record, description = "The entry"),
                    NoEntry,
                )
            )]
            pub(crate) async fn entry(
                State(live): State<Arc<Live>>,
                Id(id): Id,
            ) -> Result<Json<record::$record>, Problem> {
                let now = live.now();
                one(&now, &now.ledger.$list, &id, |w, e| w.$write(e)).map(Json)
            }
            )?
        }
    };
}

table!(
    actors,
    "/api/v1/actors",
    Actor,
    actors,
    actor,
    "Persons, organisations, states, places and groups, the most mentioned first",
    "/api/v1/actors/{id}"
);
table!(
    statements,
    "/api/v1/statements",
    Utterance,
    utterances,
    utterance,
    "Who said what, each act of saying once, in order of time",
    "/api/v1/statements/{id}"
);
table!(
    claims,
    "/api/v1/claims",
    Claim,
    claims,
    claim,
    "Propositions with who asserts, denies, hedges or relays each; the denied ones first",
    "/api/v1/claims/{id}"
);
table!(
    disputes,
    "/api/v1/disputes",
    Dispute,
    disputes,
    dispute,
    "Contradictions: denials, differing figures, dates and actors",
    "/api/v1/disputes/{id}"
);
table!(
    timeline,
    "/api/v1/timeline",
    Occurrence,
    occurrences,
    occurrence,
    "What happened, each real event once, in order of time",
    "/api/v1/timeline/{id}"
);
table!(
    transfers,
    "/api/v1/transfers",
    Transfer,
    transfers,
    transfer,
    "Who gave, sold, shipped or offered what to whom",
    "/api/v1/transfers/{id}"
);
table!(
    series,
    "/api/v1/series",
    Series,
    series,
    series,
    "Figures that measure one thing, over time; a series passes a filter when one of its points does",
    "/api/v1/series/{id}"
);
table!(
    forecasts,
    "/api/v1/forecasts",
    Forecast,
    forecasts,
    forecast,
    "Forecasts and what became of them",
    "/api/v1/forecasts/{id}"
);
table!(
    relations,
    "/api/v1/relations",
    Relation,
    relations,
    relation,
    "What each pair of actors did to each other, month by month"
);
table!(
    blocs,
    "/api/v1/blocs",
    Bloc,
    blocs,
    bloc,
    "States that act together by treaties, support and joint acts; those with the most events first",
    "/api/v1/blocs/{id}"
);
table!(
    agreements,
    "/api/v1/agreements",
    Agreement,
    agreements,
    agreement,
    "Treaties and other agreements, in order of their signing; `type` is `signed`, `in_force` or `ended`",
    "/api/v1/agreements/{id}"
);
table!(
    equipment,
    "/api/v1/equipment",
    Equipment,
    equipment,
    equipment,
    "Weapons, aircraft, ships and the like that the articles name, the most mentioned first",
    "/api/v1/equipment/{id}"
);
