//! JSONL: one document a line, named `FILE:LINE`.

use crate::{Fault, IngestError, Outcome, text};
use serde_json::{Map, Value};
use tenkyo_model::{Capture, Declared, Media};

/// The documents of a JSONL file; empty lines are left out.
pub(crate) fn records(name: &str, bytes: &[u8]) -> Vec<Outcome> {
    let text = match text::decode(bytes, None) {
        Ok(text) => text,
        Err(fault) => return vec![Err(IngestError::new(name, fault))],
    };
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let named = |at: usize| format!("{name}:{}", at + 1);
    lines
        .map(|(at, line)| record(&named(at), line).map_err(|fault| IngestError::new(&named(at), fault)))
        .collect()
}

fn record(name: &str, line: &str) -> Result<Capture, Fault> {
    let fields: Map<String, Value> = serde_json::from_str(line).map_err(|e| Fault::Record(e.to_string()))?;
    let string = |keys: &[&str]| {
        let values = keys.iter().filter_map(|key| fields.get(*key)?.as_str());
        values.map(str::trim).find(|value| !value.is_empty()).map(str::to_owned)
    };
    let plain = string(&["text", "body", "content"]).map(|text| (Media::Text, text));
    let (media, text) = plain
        .or_else(|| string(&["html"]).map(|text| (Media::Html, text)))
        .ok_or_else(|| Fault::Record("none of them holds words".into()))?;
    text::check(&text)?;
    let declared = Declared {
        title: string(&["title", "headline"]),
        outlet: string(&["outlet", "source", "publisher", "site"]),
        byline: string(&["byline", "author"]),
        published: string(&["published", "date", "date_published", "published_at"]).and_then(|d| iso(&d)),
        url: string(&["url", "link"]),
    };
    Ok(Capture { source: name.to_owned(), media, text, declared })
}

/// The date of an ISO moment, at the precision that it has.
fn iso(date: &str) -> Option<String> {
    let day: String = date.chars().take_while(|c| c.is_ascii_digit() || *c == '-').collect();
    matches!(day.len(), 4 | 7 | 10).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_does_not_stop_the_others() {
        let lines = "{\"text\":\"会談は終わった。\",\"date\":\"2024-06-19T10:00:00Z\",\"outlet\":\"暁新聞\"}\n\nno json\n{\"title\":\"x\"}\n";
        let found = records("a.jsonl", lines.as_bytes());
        let first = found[0].as_ref().unwrap();
        assert_eq!(first.source, "a.jsonl:1");
        assert_eq!(first.declared.published.as_deref(), Some("2024-06-19"));
        assert_eq!(found[1].as_ref().unwrap_err().name, "a.jsonl:3");
        assert!(found[2].as_ref().unwrap_err().to_string().starts_with("a.jsonl:4: it is no JSON object"));
    }
}
