//! What a reader asks of a list: the filter of the command line and the API, and the page of the list.

use crate::language::Language;
use crate::pages;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum_extra::extract::Query;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tenkyo_query::{Filter, Snapshot};

/// What a reader asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub filter: Filter,
    /// Page of the list, counted from 0.
    pub page: usize,
}

#[derive(Deserialize)]
struct Number {
    #[serde(default)]
    page: usize,
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let refuse = || {
            let language = Language::of_request(None, &parts.headers);
            pages::refusal(StatusCode::BAD_REQUEST, "error.filter", language)
        };
        let query = given(parts.uri.query().unwrap_or_default());
        let filter: Filter = read(&query).ok_or_else(refuse)?;
        let Number { page } = read(&query).ok_or_else(refuse)?;
        if filter.excess().is_some() {
            return Err(refuse());
        }
        Ok(Self { filter, page })
    }
}

/// The query without the fields that a form sends empty.
fn given(query: &str) -> String {
    let kept =
        query.split('&').filter(|pair| pair.split_once('=').is_some_and(|(_, value)| !value.is_empty()));
    kept.collect::<Vec<_>>().join("&")
}

fn read<T: DeserializeOwned>(query: &str) -> Option<T> {
    let uri: Uri = format!("/?{query}").parse().ok()?;
    Query::try_from_uri(&uri).ok().map(|Query(fields)| fields)
}

impl Asked {
    /// The entries of a list that are asked for.
    pub fn of<'l, E: tenkyo_query::Entry>(&self, snapshot: &Snapshot, list: &'l [E]) -> Vec<&'l E> {
        self.filter.ready(&snapshot.ledger, &snapshot.index).of(list)
    }

    pub fn is_empty(&self) -> bool {
        self.filter.is_empty()
    }

    pub fn actor(&self) -> &str {
        self.filter.actor.first().map_or("", String::as_str)
    }

    pub fn from(&self) -> &str {
        self.filter.from.as_ref().map_or("", |date| date.as_str())
    }

    pub fn to(&self) -> &str {
        self.filter.to.as_ref().map_or("", |date| date.as_str())
    }

    pub fn certainty(&self) -> &'static str {
        self.filter.certainty.first().map_or("", |c| c.name())
    }

    pub fn polarity(&self) -> &'static str {
        self.filter.polarity.map_or("", |p| p.name())
    }

    pub fn outlet(&self) -> &str {
        self.filter.outlet.first().map_or("", String::as_str)
    }

    pub fn q(&self) -> &str {
        self.filter.q.first().map_or("", String::as_str)
    }

    /// The query that asks for the same on another page of the list.
    pub fn query(&self, page: usize) -> String {
        let page = page.to_string();
        joined(self.filter.pairs().into_iter().chain([("page", page.as_str())]))
    }
}

/// The query that asks for what passes a filter.
pub(crate) fn query_of(filter: &Filter) -> String {
    joined(filter.pairs())
}

fn joined<'v>(pairs: impl IntoIterator<Item = (&'static str, &'v str)>) -> String {
    let pairs = pairs.into_iter().map(|(key, value)| format!("{key}={}", encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// A value for a query: everything but letters, digits and a few marks as %XX.
pub(crate) fn encoded(value: &str) -> String {
    let mut out = String::new();
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_come_back() {
        let filter: Filter =
            read("polarity=%2B&q=%E7%A0%B2%E5%BC%BE%26%3C&actor=a&actor=b&certainty=certain").unwrap();
        let asked = Asked { filter, page: 2 };
        let query = asked.query(2);
        assert_eq!(query, "actor=a&actor=b&certainty=certain&polarity=%2B&q=%E7%A0%B2%E5%BC%BE%26%3C&page=2");
        assert_eq!(read::<Filter>(&query), Some(asked.filter));
    }

    #[test]
    fn empty_fields_ask_for_nothing() {
        assert!(read::<Filter>(&given("actor=&from=&to=&certainty=&polarity=&q=&x")).unwrap().is_empty());
        assert_eq!(read::<Filter>("from=2024-13"), None);
    }
}
