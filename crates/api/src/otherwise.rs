//! What an address answers when it does not give what was asked for, as the description of the API tells it.

use crate::Problem;
use axum::http::StatusCode;
use std::collections::BTreeMap;
use utoipa::openapi::{Content, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

type Responses = BTreeMap<String, RefOr<Response>>;

/// Of an address without parameters: nothing has changed.
pub(crate) struct Unchanged;

/// Of a list: nothing has changed, a parameter is wrong, or there is no such piece.
pub(crate) struct NoPiece;

/// Of one entry: nothing has changed, the request is wrong, or there is no such entry.
pub(crate) struct NoEntry;

impl IntoResponses for Unchanged {
    fn responses() -> Responses {
        let told = "Nothing has changed since the `ETag` of `If-None-Match`";
        Responses::from([("304".to_owned(), ResponseBuilder::new().description(told).build().into())])
    }
}

impl IntoResponses for NoPiece {
    fn responses() -> Responses {
        let bad = "`limit` lies between 1 and 500";
        with(bad, "A parameter is wrong", tenkyo_query::BadCursor.to_string(), "The list has no such piece")
    }
}

impl IntoResponses for NoEntry {
    fn responses() -> Responses {
        let none = "there is no entry with this id; take ids from the lists".to_owned();
        with(
            "`form` is no parameter here",
            "The id is no text, or a parameter is wrong",
            none,
            "There is none",
        )
    }
}

/// An example and a description each of a request that is wrong and of one for what is not there.
fn with(bad: &str, wrong: &str, none: String, missing: &str) -> Responses {
    let mut all = Unchanged::responses();
    all.extend([
        problem(Problem::new(StatusCode::BAD_REQUEST, bad), wrong),
        problem(Problem::new(StatusCode::NOT_FOUND, none), missing),
    ]);
    all
}

fn problem(example: Problem, description: &str) -> (String, RefOr<Response>) {
    let mut content = Content::new(Some(Ref::from_schema_name(Problem::name())));
    content.example = serde_json::to_value(&example).ok();
    let response = ResponseBuilder::new().description(description);
    let response = response.content("application/problem+json", content).build();
    (example.status().as_u16().to_string(), response.into())
}
