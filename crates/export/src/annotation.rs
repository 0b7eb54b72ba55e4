//! W3C Web Annotation (JSON-LD): one annotation for the words of one entry in one place, by position and by quote.

use crate::grounds::Ground;
use crate::json::Stream;
use crate::{Export, ExportError, ids};
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Write;

/// Characters of prefix and suffix.
const AROUND: usize = 24;

#[derive(Serialize)]
struct Collection<T> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    total: usize,
    first: Page<T>,
}

#[derive(Serialize)]
struct Page<T> {
    id: String,
    r#type: &'static str,
    #[serde(rename = "startIndex")]
    start: usize,
    items: T,
}

/// Writes every annotation as one collection of one page.
pub(crate) fn write(export: &Export<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    let items = || export.grounds().zip(0..).map(|(ground, at)| annotation(export, ground, at));
    let page =
        Page { id: ids::iri("annotations", "1"), r#type: "AnnotationPage", start: 0, items: Stream(items) };
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: ids::iri("annotations", ""),
        r#type: "AnnotationCollection",
        total: export.grounds().count(),
        first: page,
    };
    serde_json::to_writer(&mut *out, &collection)?;
    Ok(out.write_all(b"\n")?)
}

/// `at` is the number of the annotation: one entry may stand twice on the same words.
fn annotation(export: &Export<'_>, (table, entry, part, member): Ground<'_>, at: usize) -> Value {
    let [prefix, exact, suffix] = export.quote(member, AROUND);
    let document = export.document(&member.document);
    let id = ids::iri("annotation", &format!("{at}/{}", ids::place(entry, member)));
    let tags = [Some(table), part].into_iter().flatten().map(|tag| body("tagging", tag));
    let described = body("describing", &export.label(table, entry));
    let identified =
        json!({"type": "SpecificResource", "purpose": "identifying", "source": ids::iri(table, entry)});
    json!({
        "id": id,
        "type": "Annotation",
        "motivation": motivation(table),
        "body": tags.chain([described, identified]).collect::<Vec<_>>(),
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": ids::iri("articles", &member.document),
                "type": "Text",
                "format": "text/plain",
                "language": "ja",
                "label": document.and_then(|d| d.title.as_deref()).unwrap_or(&member.document),
            },
            "selector": [
                {"type": "TextPositionSelector", "start": member.span[0], "end": member.span[1]},
                {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
            ],
        },
    })
}

fn body(purpose: &str, value: &str) -> Value {
    json!({"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"})
}

fn motivation(table: &str) -> &'static str {
    match table {
        "actors" => "identifying",
        "claims" | "forecasts" => "assessing",
        "disputes" => "questioning",
        "statements" => "highlighting",
        _ => "classifying",
    }
}
