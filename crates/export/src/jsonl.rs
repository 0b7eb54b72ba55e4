//! JSON Lines: the ledger's own records, one a line, each with the name of its list; articles with their texts.

use crate::{Export, ExportError};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Line<'a, T> {
    table: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(flatten)]
    record: &'a T,
}

/// Writes the whole ledger.
pub(crate) fn write(export: &Export<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    let l = &export.ledger;
    for record in &l.documents {
        line(out, &Line { table: "articles", text: Some(export.text(&record.source)), record })?;
    }
    lines(out, "actors", &l.actors)?;
    lines(out, "occurrences", &l.occurrences)?;
    lines(out, "statements", &l.utterances)?;
    lines(out, "claims", &l.claims)?;
    lines(out, "transfers", &l.transfers)?;
    lines(out, "series", &l.series)?;
    lines(out, "disputes", &l.disputes)?;
    lines(out, "forecasts", &l.forecasts)?;
    lines(out, "relations", &l.relations)?;
    lines(out, "agreements", &l.agreements)?;
    lines(out, "equipment", &l.equipment)?;
    lines(out, "blocs", &l.blocs)
}

fn lines<T: Serialize>(out: &mut impl Write, table: &str, records: &[T]) -> Result<(), ExportError> {
    records.iter().try_for_each(|record| line(out, &Line { table, text: None, record }))
}

fn line(out: &mut impl Write, record: &impl Serialize) -> Result<(), ExportError> {
    serde_json::to_writer(&mut *out, record)?;
    Ok(out.write_all(b"\n")?)
}
