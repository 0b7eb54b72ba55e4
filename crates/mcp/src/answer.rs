//! Entries as a model is given them: the record, the names of the actors in it, and the first of the words under it.

use crate::ask::{Ask, bad};
use rmcp::ErrorData;
use rmcp::model::CallToolResult;
use serde::Serialize;
use serde_json::{Map, Value, json};
use tenkyo_query::{Entry, Page, Snapshot};
use tenkyo_record::ledger::Writer;

/// Words given with an entry; the tool `words` has all.
const WORDS: usize = 3;

/// One piece of a list.
pub(crate) fn list<E: Entry, R: Serialize>(
    now: &Snapshot,
    entries: &[E],
    ask: &Ask,
    record: impl Fn(&Writer<'_>, &E) -> R,
) -> Result<CallToolResult, ErrorData> {
    ask.check()?;
    let wanted = ask.filter.ready(&now.ledger, &now.index);
    let page = Page::of(entries, &wanted, &ask.paging).map_err(|e| bad(e.to_string()))?;
    let writer = Writer::new(|source| now.index.document(&now.ledger, source).map(|d| &*d.text));
    let told = page.entries.iter().map(|entry| told(now, *entry, &record(&writer, entry)));
    let entries = told.collect::<Result<Vec<_>, _>>()?;
    Ok(result(
        now,
        json!({ "entries": entries, "total": page.total, "next": page.next, "unknown_actors": wanted.nobody }),
    ))
}

/// A record with the first of its words in the place of its members.
fn told<E: Entry>(now: &Snapshot, entry: &E, record: &impl Serialize) -> Result<Value, ErrorData> {
    let mut value =
        serde_json::to_value(record).map_err(|e| ErrorData::internal_error(e.to_string(), None))?;
    let members = entry.members();
    let words: Vec<_> = members.iter().take(WORDS).filter_map(|member| now.words(member)).collect();
    if let Value::Object(fields) = &mut value {
        fields.remove("members");
        fields.insert("words".into(), json!(words));
        fields.insert("words_in_all".into(), json!(members.len()));
    }
    Ok(value)
}

/// An answer with the names of all actors whose ids are in it.
pub(crate) fn result(now: &Snapshot, mut value: Value) -> CallToolResult {
    let mut names = Map::new();
    collect(now, &value, &mut names);
    if let Value::Object(fields) = &mut value {
        fields.insert("names".into(), Value::Object(names));
    }
    CallToolResult::structured(value)
}

fn collect(now: &Snapshot, value: &Value, names: &mut Map<String, Value>) {
    match value {
        Value::String(id) => {
            if let Some(actor) = now.actor(id) {
                names.insert(id.clone(), json!(actor.name));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(now, item, names)),
        Value::Object(fields) => fields.values().for_each(|field| collect(now, field, names)),
        _ => {}
    }
}
