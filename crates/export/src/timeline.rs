//! TimelineJS: every dated event as a slide; what has no date is left out. Its texts are HTML, so ours are escaped.

use crate::json::Stream;
use crate::{Export, ExportError, day};
use quick_xml::escape::escape;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::io::Write;
use tenkyo_record::ledger::Occurrence;

#[derive(Serialize)]
struct Timeline<T> {
    scale: &'static str,
    events: T,
}

/// Writes the timeline.
pub(crate) fn write(export: &Export<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    let events = || export.ledger.occurrences.iter().filter_map(|o| slide(export, o));
    serde_json::to_writer(&mut *out, &Timeline { scale: "human", events: Stream(events) })?;
    Ok(out.write_all(b"\n")?)
}

fn slide(export: &Export<'_>, o: &Occurrence) -> Option<Value> {
    let value = o.date.as_deref()?;
    day::bounds(Some(value))[0]?;
    let (from, to) = value.split_once('/').map_or((value, None), |(from, to)| (from, Some(to)));
    let quotes = o.members.iter().map(|m| {
        let [before, words, after] = export.quote(m, 40);
        format!(
            "<p>{}<b>{}</b>{} ({})</p>",
            escape(before),
            escape(words),
            escape(after),
            escape(&*m.document)
        )
    });
    let mut slide = json!({
        "unique_id": o.id,
        "group": o.kind,
        "start_date": date(from)?,
        "text": {"headline": escape(&*o.label), "text": quotes.collect::<String>()},
    });
    if let (Some(end), Some(slide)) = (to.and_then(date), slide.as_object_mut()) {
        slide.insert("end_date".into(), end);
    }
    Some(slide)
}

/// Year, month and day as far as they are known.
fn date(value: &str) -> Option<Value> {
    day::bounds(Some(value))[0]?;
    let day = value.split_once('T').map_or(value, |(day, _)| day);
    let numbers = day.split('-').filter_map(|n| n.parse::<i16>().ok());
    let fields: Map<String, Value> = ["year", "month", "day"]
        .into_iter()
        .zip(numbers)
        .map(|(name, n)| (name.to_owned(), n.into()))
        .collect();
    Some(fields.into())
}
