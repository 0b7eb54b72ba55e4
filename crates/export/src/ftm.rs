//! FollowTheMoney: one entity a line. Ids begin with `tenkyo-`, dates are as precise as they are known.

mod links;

use crate::{Export, ExportError, label};
use serde_json::{Map, Value, json};
use std::io::Write;
use tenkyo_record::ledger::{Actor, Document, Member, Occurrence};

/// Writes every entity.
pub(crate) fn write(export: &Export<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    let l = &export.ledger;
    let articles = l.documents.iter().map(|d| article(export, d));
    let actors = l.actors.iter().map(actor);
    let mentions = l.actors.iter().flat_map(|a| links::mentions(export, a));
    let events = l.occurrences.iter().map(|o| event(export, o));
    let statements = l.utterances.iter().flat_map(|u| links::statement(export, u));
    let claims = l.claims.iter().flat_map(|c| links::claim(export, c));
    let transfers = l.transfers.iter().filter_map(|t| links::transfer(export, t));
    let notes = statements.chain(claims).chain(transfers);
    let notes = notes.chain(l.forecasts.iter().flat_map(|f| links::forecast(export, f)));
    let notes = notes.chain(l.agreements.iter().flat_map(|a| links::agreement(export, a)));
    for entity in articles.chain(actors).chain(mentions).chain(events).chain(notes) {
        serde_json::to_writer(&mut *out, &entity)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// An entity; properties without values are left out.
fn entity(id: &str, schema: &str, properties: Vec<(&str, Vec<String>)>) -> Value {
    let there = properties.into_iter().filter(|(_, values)| !values.is_empty());
    let properties: Map<String, Value> =
        there.map(|(name, values)| (name.to_owned(), values.into())).collect();
    json!({"id": id, "schema": schema, "properties": properties})
}

fn id(id: &str) -> String {
    format!("tenkyo-{id}")
}

fn one(value: impl Into<String>) -> Vec<String> {
    vec![value.into()]
}

fn maybe(value: Option<&str>) -> Vec<String> {
    value.map(str::to_owned).into_iter().collect()
}

/// Ids of the articles that words stand in.
fn proof(export: &Export<'_>, members: &[Member]) -> Vec<String> {
    let documents = export.sources(members).into_iter().filter_map(|source| export.document(source));
    documents.map(|d| id(&d.id)).collect()
}

/// A date as properties: one date, or the two ends of an interval.
fn dates(value: Option<&str>) -> Vec<(&'static str, Vec<String>)> {
    let Some(value) = value.filter(|v| crate::day::bounds(Some(v)) != [None; 2]) else { return Vec::new() };
    let plain = |v: &str| v.split_once('T').map_or(v, |(day, _)| day).to_owned();
    match value.split_once('/') {
        Some((from, to)) => vec![("startDate", vec![plain(from)]), ("endDate", vec![plain(to)])],
        None => vec![("date", vec![plain(value)])],
    }
}

fn article(export: &Export<'_>, d: &Document) -> Value {
    let published = d.published.as_deref().map(|v| v.split_once('T').map_or(v, |(day, _)| day));
    let properties = vec![
        ("fileName", one(&d.source)),
        ("title", maybe(d.title.as_deref())),
        ("publisher", maybe(d.outlet.as_deref())),
        ("publishedAt", maybe(published)),
        ("language", one("jpn")),
        ("bodyText", one(export.text(&d.source))),
    ];
    entity(&id(&d.id), "Article", properties)
}

/// A place is an address; a state a public body.
fn actor(a: &Actor) -> Value {
    let schema = match a.kind.as_str() {
        "person" => "Person",
        "state" => "PublicBody",
        "place" => "Address",
        _ => "Organization",
    };
    let name = if schema == "Address" { "full" } else { "name" };
    let others = a.names.iter().filter(|n| **n != a.name).cloned().collect();
    let mut properties =
        vec![(name, one(&a.name)), ("alias", others), ("wikidataId", maybe(a.wikidata.as_deref()))];
    if schema == "Person" {
        properties.push(("position", a.titles.iter().map(|t| t.title.clone()).collect()));
    }
    entity(&id(&a.id), schema, properties)
}

fn event(export: &Export<'_>, o: &Occurrence) -> Value {
    let legal = |actor: &&String| export.actor(actor).is_some_and(|a| a.kind != "place");
    let involved = o.source.iter().chain(&o.target).filter(legal).map(|actor| id(actor)).collect();
    let mut properties = vec![
        ("name", one(&o.label)),
        ("summary", one(format!("{} {} {} {}", o.kind, o.polarity, o.certainty, label::grade(&o.grade)))),
        ("involved", involved),
        ("location", o.place.iter().map(|place| export.name(place).to_owned()).collect()),
        ("proof", proof(export, &o.members)),
        ("recordId", one(&o.id)),
    ];
    properties.extend(dates(o.date.as_deref()));
    entity(&id(&o.id), "Event", properties)
}
