//! PROV-O (JSON-LD): entries are derived from quotations, quotations are quoted from articles, both are attributed to whoever
//! said or published them.

use crate::grounds::Ground;
use crate::json::Stream;
use crate::{Export, ExportError, ids};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use tenkyo_record::ledger::{Actor, Document};

#[derive(Serialize)]
struct Graph<T> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: T,
}

/// Writes the graph; its context stands inside, so that nobody has to fetch one.
pub(crate) fn write(export: &Export<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    let attributed = attributed(export);
    let graph = || {
        let l = &export.ledger;
        let documents = l.documents.iter().map(|d| article(export, d));
        let outlets = l.documents.iter().filter_map(outlet);
        let actors = l.actors.iter().map(agent);
        let quotations = stated(export).map(|ground| quotation(export, &attributed, ground));
        let entries = entries(export, &attributed).into_iter();
        std::iter::once(program())
            .chain(outlets)
            .chain(actors)
            .chain(documents)
            .chain(quotations)
            .chain(entries)
    };
    serde_json::to_writer(&mut *out, &Graph { context: context(), graph: Stream(graph) })?;
    Ok(out.write_all(b"\n")?)
}

fn context() -> Value {
    let link = |term: &str| json!({"@id": term, "@type": "@id"});
    json!({
        "prov": "http://www.w3.org/ns/prov#",
        "dcterms": "http://purl.org/dc/terms/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "oa": "http://www.w3.org/ns/oa#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": "@id",
        "type": "@type",
        "label": "rdfs:label",
        "identifier": "dcterms:identifier",
        "issued": "dcterms:issued",
        "kind": "dcterms:type",
        "value": "prov:value",
        "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
        "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
        "wasDerivedFrom": link("prov:wasDerivedFrom"),
        "wasQuotedFrom": link("prov:wasQuotedFrom"),
        "wasAttributedTo": link("prov:wasAttributedTo"),
    })
}

fn program() -> Value {
    let label = concat!("Tenkyo ", env!("CARGO_PKG_VERSION"));
    json!({"id": ids::iri("program", "tenkyo"), "type": "prov:SoftwareAgent", "label": label})
}

fn outlet(d: &Document) -> Option<Value> {
    let name = d.outlet.as_deref()?;
    Some(json!({"id": ids::iri("outlets", name), "type": "prov:Organization", "label": name}))
}

fn agent(a: &Actor) -> Value {
    let class = match a.kind.as_str() {
        "person" => "prov:Person",
        "place" => "prov:Location",
        _ => "prov:Organization",
    };
    json!({"id": ids::iri("actors", &a.id), "type": class, "label": a.name, "identifier": a.id, "kind": a.kind})
}

fn article(export: &Export<'_>, d: &Document) -> Value {
    let original = d.copy_of.as_deref().filter(|source| export.document(source).is_some());
    json!({
        "id": ids::iri("articles", &d.source),
        "type": "prov:Entity",
        "kind": "article",
        "identifier": d.id,
        "label": d.title.as_deref().unwrap_or(&d.source),
        "issued": d.published,
        "wasAttributedTo": d.outlet.as_deref().map(|name| ids::iri("outlets", name)),
        "wasDerivedFrom": original.map(|source| ids::iri("articles", source)),
    })
}

/// Where entries stand; actors are agents here and no entities.
fn stated<'e>(export: &'e Export<'_>) -> impl Iterator<Item = Ground<'e>> {
    export.grounds().filter(|(table, ..)| *table != "actors")
}

/// Who says each entry, or each part of one: speakers, holders of positions, forecasters.
type Attributed<'e> = BTreeMap<(&'static str, &'e str, Option<&'e str>), Vec<&'e str>>;

fn attributed<'e>(export: &'e Export<'_>) -> Attributed<'e> {
    let mut who = Attributed::new();
    let l = &export.ledger;
    let statements =
        l.utterances.iter().filter_map(|u| Some((("statements", &*u.id, None), u.speaker.as_deref()?)));
    let forecasts = l.forecasts.iter().filter_map(|f| Some((("forecasts", &*f.id, None), f.by.as_deref()?)));
    let claims = l
        .claims
        .iter()
        .flat_map(|c| c.positions.iter().map(move |p| (("claims", &*c.id, Some(&*p.stance)), &*p.by)));
    for (entry, by) in statements.chain(forecasts).chain(claims) {
        if export.actor(by).is_some() {
            who.entry(entry).or_default().push(by);
        }
    }
    who
}

fn agents(attributed: &Attributed<'_>, entry: &(&'static str, &str, Option<&str>)) -> Vec<String> {
    attributed.get(entry).into_iter().flatten().map(|by| ids::iri("actors", by)).collect()
}

fn quotation_id(entry: &str, member: &tenkyo_record::ledger::Member) -> String {
    ids::iri("quotations", &ids::place(entry, member))
}

fn quotation(export: &Export<'_>, attributed: &Attributed<'_>, (table, entry, part, m): Ground<'_>) -> Value {
    let mut who = agents(attributed, &(table, entry, part));
    // Of several holders of one stance the article's words do not tell which one said them.
    who.truncate(if who.len() == 1 { 1 } else { 0 });
    json!({
        "id": quotation_id(entry, m),
        "type": ["prov:Entity"],
        "kind": "quotation",
        "value": export.words(m),
        "start": m.span[0],
        "end": m.span[1],
        "wasQuotedFrom": ids::iri("articles", &m.document),
        "wasAttributedTo": who,
    })
}

/// The entries with all their quotations. A claim is attributed to those who assert it.
fn entries(export: &Export<'_>, attributed: &Attributed<'_>) -> Vec<Value> {
    let mut quotations: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for (table, entry, _, member) in stated(export) {
        quotations.entry((table, entry)).or_default().push(quotation_id(entry, member));
    }
    let entry = |((table, entry), quotations): ((&'static str, &str), Vec<String>)| {
        let part = (table == "claims").then_some("asserts");
        let mut by = agents(attributed, &(table, entry, part));
        by.push(ids::iri("program", "tenkyo"));
        json!({
            "id": ids::iri(table, entry),
            "type": "prov:Entity",
            "kind": table,
            "identifier": entry,
            "label": export.label(table, entry),
            "wasDerivedFrom": quotations,
            "wasAttributedTo": by,
        })
    };
    quotations.into_iter().map(entry).collect()
}
