//! What a request asks for, checked: filter, piece, path.

use crate::Problem;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum_extra::extract::Query;
use serde::de::DeserializeOwned;
use tenkyo_query::{Filter, Paging};

/// Parameters that mean nothing when they are empty.
const VALUED: [&str; 3] = ["from", "to", "polarity"];

/// The filter and the piece of a list.
pub(crate) struct Ask {
    pub filter: Filter,
    pub paging: Paging,
}

impl<S: Send + Sync> FromRequestParts<S> for Ask {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let known: Vec<&str> = Filter::NAMES.into_iter().chain(Paging::NAMES).collect();
        let filter: Filter = query(parts, &known)?;
        if let Some(excess) = filter.excess() {
            return Err(Problem::bad(excess));
        }
        Ok(Self { filter, paging: paging(parts, &known)? })
    }
}

/// The piece of a list that has no filter.
pub(crate) struct Piece(pub Paging);

impl<S: Send + Sync> FromRequestParts<S> for Piece {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self(paging(parts, &Paging::NAMES)?))
    }
}

/// An id in the path.
pub(crate) struct Id(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        path.map(|Path(id)| Self(id)).map_err(|rejection| Problem::bad(rejection.body_text()))
    }
}

fn paging(parts: &Parts, known: &[&str]) -> Result<Paging, Problem> {
    let paging: Paging = query(parts, known)?;
    if !(1..=Paging::MOST).contains(&paging.limit) {
        return Err(Problem::bad(format!("`limit` lies between 1 and {}", Paging::MOST)));
    }
    Ok(paging)
}

/// The query of an address as fields, of which none may be unknown.
pub(crate) fn query<T: DeserializeOwned>(parts: &Parts, known: &[&str]) -> Result<T, Problem> {
    let pairs: Query<Vec<(String, String)>> = read(parts)?;
    if let Some((name, _)) = pairs.0.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        return Err(Problem::bad(format!("`{name}` is no parameter here; known are {}", known.join(", "))));
    }
    let valued = |(name, value): &&(String, String)| VALUED.contains(&name.as_str()) && value.is_empty();
    if let Some((name, _)) = pairs.0.iter().find(valued) {
        return Err(Problem::bad(format!("`{name}` is empty; leave it out to ask for nothing")));
    }
    read(parts).map(|Query(fields)| fields)
}

fn read<T: DeserializeOwned>(parts: &Parts) -> Result<Query<T>, Problem> {
    Query::try_from_uri(&parts.uri).map_err(|rejection| Problem::bad(rejection.to_string()))
}
