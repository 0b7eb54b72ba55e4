//! TimelineJS: every dated event, transfer and agreement as a slide; what has no date is left out. Its texts are HTML, so ours are escaped.

use crate::json::Stream;
use crate::{Export, ExportError, day};
use quick_xml::escape::escape;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::io::Write;
use tenkyo_record::ledger::Member;

#[derive(Serialize)]
struct Timeline<T> {
    scale: &'static str,
    events: T,
}

/// Writes the timeline.
pub(crate) fn write(export: &Export<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    let l = &export.ledger;
    let events = || {
        let occurrences = l
            .occurrences
            .iter()
            .filter_map(|o| slide(export, &o.id, &o.kind, o.date.as_deref(), &o.label, &o.members));
        let transfers = l.transfers.iter().filter_map(|t| {
            slide(export, &t.id, "transfer", t.date.as_deref(), &export.moved(t), &t.members)
        });
        let agreements = l
            .agreements
            .iter()
            .filter_map(|a| slide(export, &a.id, "agreement", a.signed.as_deref(), &a.name, &a.members));
        occurrences.chain(transfers).chain(agreements)
    };
    serde_json::to_writer(&mut *out, &Timeline { scale: "human", events: Stream(events) })?;
    Ok(out.write_all(b"\n")?)
}

/// A slide with the words of an entry; none without a date.
fn slide(
    export: &Export<'_>,
    id: &str,
    group: &str,
    date: Option<&str>,
    headline: &str,
    members: &[Member],
) -> Option<Value> {
    let value = date?;
    day::bounds(Some(value))[0]?;
    let (from, to) = value.split_once('/').map_or((value, None), |(from, to)| (from, Some(to)));
    let mut slide = json!({
        "unique_id": id,
        "group": group,
        "start_date": self::date(from)?,
        "text": {"headline": escape(headline), "text": quotes(export, members)},
    });
    if let (Some(end), Some(slide)) = (to.and_then(self::date), slide.as_object_mut()) {
        slide.insert("end_date".into(), end);
    }
    Some(slide)
}

/// The words with what stands around them, a paragraph each.
fn quotes(export: &Export<'_>, members: &[Member]) -> String {
    let quote = |m: &Member| {
        let [before, words, after] = export.quote(m, 40).map(escape);
        format!("<p>{before}<b>{words}</b>{after} ({})</p>", escape(&*m.document))
    };
    members.iter().map(quote).collect()
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
