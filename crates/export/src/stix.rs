//! STIX 2.1: one bundle of identities (actors), reports (articles), relationships (what one did or gave to another), notes
//! (statements, claims, disputes, forecasts, agreements) and opinions (positions on claims). Ids are UUIDs of version 5; times come from
//! the articles' dates, as no clock is read.

mod opinions;
mod relationships;

use crate::json::Stream;
use crate::{Export, ExportError, day, ids};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use tenkyo_record::ledger::{Actor, Document, Member};

#[derive(Serialize)]
struct Bundle<T> {
    r#type: &'static str,
    id: String,
    objects: T,
}

/// Writes the bundle.
pub(crate) fn write(export: &Export<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    let found: Vec<Found> = relationships::all(export).chain(opinions::all(export)).collect();
    let mut of_articles: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for found in &found {
        for source in &found.sources {
            of_articles.entry(source).or_default().insert(&found.id);
        }
    }
    let objects = || {
        let identities =
            std::iter::once(program()).chain(export.ledger.actors.iter().map(|a| identity(export, a)));
        let reports = export.ledger.documents.iter().map(|d| report(d, of_articles.get(&*d.source)));
        identities.chain(reports).chain(found.iter().map(|f| f.object.clone()))
    };
    let id = format!("bundle--{}", ids::uuid("bundle", &digest(export)));
    serde_json::to_writer(&mut *out, &Bundle { r#type: "bundle", id, objects: Stream(objects) })?;
    Ok(out.write_all(b"\n")?)
}

/// The articles by their content addresses.
fn digest(export: &Export<'_>) -> String {
    export.ledger.documents.iter().map(|d| d.id.as_str()).collect::<Vec<_>>().join("/")
}

/// An object that stands on words.
struct Found {
    id: String,
    object: Value,
    /// The articles that the words stand in.
    sources: BTreeSet<String>,
}

/// An object of this type about words, with the properties that all have.
fn found(export: &Export<'_>, kind: &str, id: &str, members: &[Member], own: Value) -> Found {
    let sources: BTreeSet<String> = export.sources(members).into_iter().map(str::to_owned).collect();
    let dates = sources.iter().filter_map(|s| day::bounds(export.document(s)?.published.as_deref())[0]);
    let id = object_id(kind, id);
    Found { object: object(kind, &id, dates.min(), own), id, sources }
}

fn object(kind: &str, id: &str, day: Option<Date>, own: Value) -> Value {
    let created = instant(day.unwrap_or(Date::constant(1970, 1, 1)));
    let common = json!({
        "type": kind, "spec_version": "2.1", "id": id, "created": created, "modified": created, "lang": "ja",
    });
    let mut object = Map::new();
    for part in [common, own] {
        if let Value::Object(part) = part {
            object.extend(part.into_iter().filter(|(_, value)| !value.is_null()));
        }
    }
    if id != program_id() {
        object.insert("created_by_ref".into(), program_id().into());
    }
    object.into()
}

fn object_id(kind: &str, id: &str) -> String {
    format!("{kind}--{}", ids::uuid(kind, id))
}

/// The beginning of a day in UTC.
fn instant(day: Date) -> String {
    format!("{day}T00:00:00.000Z")
}

fn program_id() -> String {
    object_id("identity", "tenkyo")
}

fn actor_id(id: &str) -> String {
    object_id("identity", &format!("actors/{id}"))
}

fn report_id(source: &str) -> String {
    object_id("report", source)
}

fn report_ids(sources: &BTreeSet<&str>) -> Vec<String> {
    sources.iter().map(|source| report_id(source)).collect()
}

fn program() -> Value {
    let own = json!({"name": concat!("Tenkyo ", env!("CARGO_PKG_VERSION")), "identity_class": "system"});
    object("identity", &program_id(), None, own)
}

/// A place has no coordinates here, which a STIX location must have; it is an identity of class `unknown`.
fn identity(export: &Export<'_>, a: &Actor) -> Value {
    let class = match a.kind.as_str() {
        "person" => "individual",
        "group" => "group",
        "place" => "unknown",
        _ => "organization",
    };
    let page = |id: &String| json!([{"source_name": "wikidata", "external_id": id}]);
    let titles: Vec<&str> = a.titles.iter().map(|t| t.title.as_str()).collect();
    let own = json!({
        "name": a.name,
        "identity_class": class,
        "sectors": (a.kind == "state").then_some(["government"]),
        "roles": Some(titles).filter(|t| !t.is_empty()),
        "external_references": a.wikidata.as_ref().map(page),
    });
    let days =
        a.members.iter().filter_map(|m| day::bounds(export.document(&m.document)?.published.as_deref())[0]);
    object("identity", &actor_id(&a.id), days.min(), own)
}

fn report(d: &Document, found: Option<&BTreeSet<&str>>) -> Value {
    let first = day::bounds(d.published.as_deref())[0];
    let program = program_id();
    let nothing = BTreeSet::from([program.as_str()]);
    let own = json!({
        "name": d.title.as_deref().unwrap_or(&d.source),
        "published": instant(first.unwrap_or(Date::constant(1970, 1, 1))),
        "object_refs": found.unwrap_or(&nothing),
        "external_references": [{
            "source_name": d.outlet.as_deref().unwrap_or("article"),
            "description": d.source,
            "external_id": d.id,
        }],
    });
    object("report", &report_id(&d.source), first, own)
}

/// STIX's scale of low, medium and high; nothing where the words do not tell.
fn confidence(certainty: &str) -> Option<u8> {
    match certainty {
        "certain" => Some(85),
        "probable" => Some(50),
        "possible" => Some(15),
        _ => None,
    }
}
