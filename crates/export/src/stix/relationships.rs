//! What one actor did or gave to another: relationships, each from one actor to one other.

use super::{Found, actor_id, confidence, found, instant};
use crate::{Export, day, label};
use jiff::ToSpan;
use serde_json::{Map, Value, json};
use tenkyo_record::ledger::{Occurrence, Transfer};

/// Those that are said to have happened; what is denied is no relationship.
pub(super) fn all<'e>(export: &'e Export<'_>) -> impl Iterator<Item = Found> + 'e {
    let events = export.ledger.occurrences.iter().filter(|o| o.polarity == "+");
    let transfers = export.ledger.transfers.iter().filter(|t| t.polarity == "+");
    events.flat_map(|o| deeds(export, o)).chain(transfers.filter_map(|t| transfer(export, t)))
}

fn deeds(export: &Export<'_>, o: &Occurrence) -> Vec<Found> {
    let known = |id: &&String| export.actor(id).is_some();
    let pairs =
        o.source.iter().filter(known).flat_map(|s| o.target.iter().filter(known).map(move |t| (s, t)));
    let deed = |(source, target): (&String, &String)| {
        let own = json!({
            "relationship_type": o.kind.to_lowercase().replace('_', "-"),
            "source_ref": actor_id(source),
            "target_ref": actor_id(target),
            "description": o.label,
            "confidence": confidence(&o.certainty),
            "labels": [format!("admiralty-{}", label::grade(&o.grade).to_lowercase())],
            "external_references": [{"source_name": "tenkyo", "external_id": o.id}],
        });
        let id = format!("{}/{source}/{target}", o.id);
        found(export, "relationship", &id, &o.members, during(own, o.date.as_deref()))
    };
    pairs.filter(|(s, t)| s != t).map(deed).collect()
}

fn transfer(export: &Export<'_>, t: &Transfer) -> Option<Found> {
    let (giver, receiver) = (t.giver.as_deref()?, t.receiver.as_deref()?);
    (giver != receiver && export.actor(giver).is_some() && export.actor(receiver).is_some()).then_some(())?;
    let own = json!({
        "relationship_type": format!("{}-to", t.status.replace('_', "-")),
        "source_ref": actor_id(giver),
        "target_ref": actor_id(receiver),
        "description": export.moved(t),
        "confidence": confidence(&t.certainty),
        "labels": [t.category, t.status],
        "external_references": [{"source_name": "tenkyo", "external_id": t.id}],
    });
    Some(found(export, "relationship", &t.id, &t.members, during(own, t.date.as_deref())))
}

/// With the days that the date covers; `stop_time` is the beginning of the day after.
fn during(own: Value, date: Option<&str>) -> Value {
    let [first, last] = day::bounds(date);
    let after = last.and_then(|d| d.checked_add(1.day()).ok());
    let mut own = if let Value::Object(own) = own { own } else { Map::new() };
    own.extend(first.map(|d| ("start_time".to_owned(), instant(d).into())));
    // Later than the start in every honest date; a reversed interval loses its end.
    own.extend(
        after.filter(|a| first.is_none_or(|f| f < *a)).map(|a| ("stop_time".to_owned(), instant(a).into())),
    );
    own.into()
}
