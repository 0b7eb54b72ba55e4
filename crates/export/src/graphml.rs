//! GraphML: actors as nodes, what one did to another in one month as an edge.

use crate::characters::legal;
use crate::{Export, ExportError};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};
use tenkyo_record::ledger::{Actor, Relation};

/// For what, name, type of each attribute; the name is its key too.
const KEYS: [[&str; 3]; 10] = [
    ["node", "name", "string"],
    ["node", "kind", "string"],
    ["node", "wikidata", "string"],
    ["node", "mentions", "int"],
    ["edge", "month", "string"],
    ["edge", "count", "int"],
    ["edge", "score", "double"],
    ["edge", "confirmed", "int"],
    ["edge", "confirmed_score", "double"],
    ["edge", "occurrences", "string"],
];

type Xml<'w, W> = Writer<&'w mut W>;

/// Writes the graph.
pub(crate) fn write(export: &Export<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element("graphml");
    let root = root.with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
    root.write_inner_content(|xml| {
        KEYS.iter().try_for_each(|key| declare(xml, key))?;
        let graph = xml.create_element("graph");
        let graph = graph.with_attributes([("id", "relations"), ("edgedefault", "directed")]);
        graph.write_inner_content(|xml| {
            export.ledger.actors.iter().try_for_each(|a| node(xml, a))?;
            export.ledger.relations.iter().try_for_each(|r| edge(xml, r))
        })?;
        Ok(())
    })?;
    Ok(out.write_all(b"\n")?)
}

fn declare<W: Write>(xml: &mut Xml<'_, W>, [of, name, kind]: &[&str; 3]) -> io::Result<()> {
    let key = xml.create_element("key");
    let attributes = [("id", *name), ("for", of), ("attr.name", name), ("attr.type", kind)];
    key.with_attributes(attributes).write_empty().map(drop)
}

fn node<W: Write>(xml: &mut Xml<'_, W>, a: &Actor) -> io::Result<()> {
    let element = xml.create_element("node").with_attribute(("id", legal(&a.id).as_str()));
    let written = element.write_inner_content(|xml| {
        data(xml, "name", &a.name)?;
        data(xml, "kind", &a.kind)?;
        a.wikidata.iter().try_for_each(|id| data(xml, "wikidata", id))?;
        data(xml, "mentions", &a.mentions.to_string())
    });
    written.map(drop)
}

fn edge<W: Write>(xml: &mut Xml<'_, W>, r: &Relation) -> io::Result<()> {
    let id = legal(&format!("{}/{}/{}", r.source, r.target, r.month));
    let (source, target) = (legal(&r.source), legal(&r.target));
    let attributes = [("id", id.as_str()), ("source", &source), ("target", &target)];
    let written = xml.create_element("edge").with_attributes(attributes).write_inner_content(|xml| {
        data(xml, "month", &r.month)?;
        data(xml, "count", &r.count.to_string())?;
        r.score.iter().try_for_each(|n| data(xml, "score", &n.to_string()))?;
        data(xml, "confirmed", &r.confirmed.to_string())?;
        r.confirmed_score.iter().try_for_each(|n| data(xml, "confirmed_score", &n.to_string()))?;
        data(xml, "occurrences", &r.occurrences.join(" "))
    });
    written.map(drop)
}

fn data<W: Write>(xml: &mut Xml<'_, W>, key: &str, value: &str) -> io::Result<()> {
    let element = xml.create_element("data").with_attribute(("key", key));
    element.write_text_content(BytesText::new(&legal(value))).map(drop)
}
