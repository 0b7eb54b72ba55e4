//! Entries as a model is given them: the record, the names of the actors in it, and the first of the words under it.

use crate::ask::{Ask, bad};
use rmcp::ErrorData;
use rmcp::model::CallToolResult;
use serde::Serialize;
use serde_json::{Map, Value, json};
use tenkyo_query::{BadCursor, Entry, Page, Paging, Snapshot};
use tenkyo_record::ledger::Writer;

/// Words given with an entry; the tool `words` has all.
const WORDS: usize = 3;

/// Most bytes of the entries of one answer, which a model must read whole; a single entry may be longer.
const MOST: usize = 48 * 1024;

/// One piece of a list.
pub(crate) fn list<E: Entry, R: Serialize>(
    now: &Snapshot,
    entries: &[E],
    ask: &Ask,
    record: impl Fn(&Writer<'_>, &E) -> R,
) -> Result<CallToolResult, ErrorData> {
    ask.check()?;
    let wanted = ask.filter.ready(&now.ledger, &now.index);
    let page = |paging: &Paging| Page::of(entries, &wanted, paging).map_err(|e| bad(e.to_string()));
    let first = page(&ask.paging)?;
    let writer = now.writer();
    let told = first.entries.iter().map(|entry| told(now, *entry, &record(&writer, entry)));
    let told = fitting(told)?;
    let cut = told.len() < first.entries.len();
    let next = if cut { page(&Paging { limit: told.len(), ..ask.paging.clone() })?.next } else { first.next };
    let mut value = piece("entries", &told, first.total, next.as_deref(), cut);
    value["unknown_actors"] = json!(wanted.nobody);
    Ok(result(now, value))
}

/// One piece of what is made piece by piece.
pub(crate) fn pieces<T: Serialize>(
    name: &str,
    piece: impl Fn(&Paging) -> Result<Result<Page<T>, BadCursor>, ErrorData>,
    paging: &Paging,
) -> Result<Value, ErrorData> {
    let page = |paging: &Paging| piece(paging)?.map_err(|e| bad(e.to_string()));
    let first = page(paging)?;
    let told = fitting(first.entries.iter().map(value))?;
    let cut = told.len() < first.entries.len();
    let next = if cut { page(&Paging { limit: told.len(), ..paging.clone() })?.next } else { first.next };
    Ok(self::piece(name, &told, first.total, next.as_deref(), cut))
}

/// As many of the values as one answer may hold, and one at least.
fn fitting(values: impl Iterator<Item = Result<Value, ErrorData>>) -> Result<Vec<Value>, ErrorData> {
    let (mut kept, mut bytes) = (Vec::new(), 0);
    for value in values {
        let value = value?;
        bytes += value.to_string().len();
        if bytes > MOST && !kept.is_empty() {
            break;
        }
        kept.push(value);
    }
    Ok(kept)
}

fn piece(name: &str, entries: &[Value], total: usize, next: Option<&str>, cut: bool) -> Value {
    let mut value = json!({ name: entries, "total": total, "next": next });
    if cut {
        let note = "cut as the answer grew long: give `next` as `cursor` for more, or narrow the filter";
        value["cut"] = json!(note);
    }
    value
}

fn value(record: &impl Serialize) -> Result<Value, ErrorData> {
    serde_json::to_value(record).map_err(|e| ErrorData::internal_error(e.to_string(), None))
}

/// A record with the first of its words in the place of its members.
fn told<E: Entry>(now: &Snapshot, entry: &E, record: &impl Serialize) -> Result<Value, ErrorData> {
    let mut value = value(record)?;
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
